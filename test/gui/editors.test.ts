import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportToString, type Segment, segmentsOf, type UnitMode } from '../../src/index.js';
import { fixturesAndSeed } from '../interop/articles.js';
import { temporaryFolder } from '../support/cli.js';
import { isInstalled } from '../support/clients.js';
import { bare, differences, lokalizeRows, poeditRows, textsOf, withoutTags } from './rows.js';
import { hasScreen, look, pictures } from './screen.js';

const chosen: readonly string[] = ['seed', 'lists', 'link-labels', 'pipe-tables'];
const articles = fixturesAndSeed().filter(({ name }) => chosen.includes(name));
const trgLang = 'ja-JP';

function written(article: Parameters<typeof segmentsOf>[0]): Segment[] {
  return [...segmentsOf(article)].filter(({ skip }) => skip === undefined);
}

describe.runIf(hasScreen && isInstalled('Poedit', 'poedit'))('Poedit', () => {
  it.each(
    articles.flatMap(({ name, article }) => (['block', 'pair'] as const).map((units) => ({ name, units, article }))),
  )(
    'shows XLIFF 2.0 of $name, units: $units',
    async ({
      name,
      units,
      article,
    }: {
      name: string;
      units: UnitMode;
      article: (typeof articles)[number]['article'];
    }) => {
      const file = join(temporaryFolder(), `${name}-${units}.xlf`);
      writeFileSync(file, exportToString([article], 'xliff', { trgLang, units }));
      const seen = await look(`poedit-${name}-${units}`, 'poedit', [file], (now) => poeditRows(now).length > 0);
      expect(seen.alerts).toEqual([]);
      expect(seen.windows).toEqual([`${name}-${units}.xlf - Poedit`]);
      const rows = poeditRows(seen).map((row) => row.map(withoutTags));
      expect(
        differences(
          rows,
          textsOf(written(article), ({ disp }) => `{${disp}}`),
        ),
      ).toEqual({ missing: [], extra: [] });
    },
  );

  it.each(['2.1', '2.2'] as const)('reports a file of XLIFF %s', async (xliffVersion) => {
    const file = join(temporaryFolder(), 'other.xlf');
    const [first] = articles;
    if (first === undefined) throw new Error('no article');
    writeFileSync(file, exportToString([first.article], 'xliff', { trgLang, xliffVersion }));
    const seen = await look(`poedit-refuses-${xliffVersion}`, 'poedit', [file], () => false);
    expect(seen.alerts.join()).toContain(`unsupported XLIFF version (${xliffVersion})`);
  });
});

describe.runIf(hasScreen && isInstalled('Lokalize', 'lokalize'))('Lokalize', () => {
  it.each(articles)('shows XLIFF 1.2 of $name', async ({ name, article }) => {
    const file = join(temporaryFolder(), `${name}.xlf`);
    writeFileSync(file, exportToString([article], 'xliff1.2', { trgLang }));
    const segments = written(article);
    const seen = await look(`lokalize-${name}`, 'lokalize', [file], ({ texts }) =>
      texts.includes(`Total: ${segments.length}`),
    );
    expect(seen.alerts).toEqual([]);
    expect(seen.windows).toContain(`${file} `);
    expect(seen.texts).toContain('Untranslated: 0');
    const rows = lokalizeRows(seen, segments.length);
    expect(rows.map(([number]) => number)).toEqual(segments.map((_, row) => `${row + 1}`));
    expect(
      differences(
        rows.map((row) => row.slice(1).map(bare)),
        textsOf(segments, () => ''),
      ),
    ).toEqual({ missing: [], extra: [] });
  });
});

describe('the pictures', () => {
  it('are there to be looked at', () => console.log(`${pictures}: ${readdirSync(pictures).join(', ')}`));
});
