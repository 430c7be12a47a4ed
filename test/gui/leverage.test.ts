import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type SourceSegment, sourceSegmentsOf } from '../../src/index.js';
import { changed, type Filled, filled, fixtureFolder, markdownFixtures } from '../interop/leveraged.js';
import { tree } from '../support/cli.js';
import { isInstalled } from '../support/clients.js';
import { written } from '../support/memory-trees.js';
import { bare, differences, lokalizeRows, poeditRows, textsOf, withoutTags } from './rows.js';
import { hasScreen, look, type Seen } from './screen.js';

const trgLang = 'ja-JP';
const chosen: readonly string[] = ['lists', 'link-labels', 'include-fragments'];
const articles = markdownFixtures()
  .filter(({ name }) => chosen.includes(name))
  .map(changed);

/** An article that is filled in part, with its segments. */
async function inPart(
  article: (typeof articles)[number],
  format: 'xliff' | 'xliff1.2',
  memory: string = fixtureFolder,
): Promise<Filled & { readonly segments: readonly SourceSegment[]; readonly open: number }> {
  const [one] = await filled([article], { memory, trgLang, format });
  if (one === undefined) throw new Error(`${article.name} was not filled`);
  const segments = [...sourceSegmentsOf(one.article)];
  const open = segments.filter(({ target }) => target === undefined).length;
  expect(open).toBeGreaterThan(0);
  expect(open).toBeLessThan(segments.length);
  return { ...one, segments, open };
}

describe.runIf(hasScreen && isInstalled('Poedit', 'poedit'))('Poedit', () => {
  it.each(articles.flatMap((article) => (['xliff', 'xliff1.2'] as const).map((format) => ({ article, format }))))(
    'shows what leverage filled of $article.name, and what it left, in $format',
    async ({ article, format }) => {
      const { name, file, segments } = await inPart(article, format);
      const shown = textsOf(segments, ({ disp, equiv }) => `{${format === 'xliff' ? disp : equiv}}`);
      const found = (now: Seen): ReturnType<typeof differences> =>
        differences(
          poeditRows(now).map((row) => row.map(withoutTags)),
          shown,
        );
      // It shows its rows one after the other.
      const hasAll = (now: Seen): boolean => found(now).missing.length === 0;
      const seen = await look(`poedit-leverage-${name}-${format}`, 'poedit', [file], hasAll);
      expect(seen.alerts).toEqual([]);
      expect(seen.windows).toEqual([`${basename(file)} - Poedit`]);
      expect(found(seen)).toEqual({ missing: [], extra: [] });
    },
  );
});

describe.runIf(hasScreen && isInstalled('Lokalize', 'lokalize'))('Lokalize', () => {
  it('shows what leverage filled, and the candidates of the first segment', async () => {
    const memory = tree({
      'a.md': written({
        lang: trgLang,
        pairs: [
          ['Select **Save**, and close the page.', '**[保存]** を選択し、ページを閉じます。'],
          ['Select **Save**, and leave the page.', '**[保存]** を選択し、ページを離れます。'],
          ['Go back.', '戻ります。'],
        ],
      }),
    });
    const article = { name: 'candidates', text: 'Select **Save**, and open the page.\n\nGo back.\n' };
    const { file, segments } = await inPart(article, 'xliff1.2', memory);
    // It asks whether it should show them.
    const hasAll = ({ texts, alerts }: Seen): boolean => texts.includes('Total: 2') && alerts.length === 0;
    const seen = await look('lokalize-leverage', 'lokalize', [file], hasAll, ['Yes']);
    expect(seen.texts).toContain('Untranslated: 1 (50%)');
    const rows = lokalizeRows(seen, segments.length).map((row) => row.slice(1).map(bare));
    expect(
      differences(
        rows,
        textsOf(segments, () => ''),
      ),
    ).toEqual({ missing: [], extra: [] });
    const candidates = textsOf(segments[0]?.candidates ?? [], () => '');
    expect(candidates).toHaveLength(2);
    const shown = bare(seen.texts.find((text) => text.includes('[Alt+1]')) ?? '');
    for (const [index, [, target = '']] of candidates.entries())
      expect(shown).toContain(`[Alt+${index + 1}] ${target}`);
  });
});
