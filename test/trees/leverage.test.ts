import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leverageCorpus } from '../../src/corpus/leverage/leverage.js';
import { sspr, temporaryFolder } from '../support/cli.js';
import { tellWhereCorporaAreMissing } from '../support/missing.js';
import { unpack } from '../support/shared.js';

tellWhereCorporaAreMissing();

/** Trees, and the shares of segments that are filled and of published articles that come out, at least. */
const trees = [
  { name: 'quantum.ja-JP', place: 'corpus', filled: 0.999, published: 0.99 },
  { name: 'quantum.de-DE', place: 'corpus', filled: 0.999, published: 0.99 },
  { name: 'alchemyinsights.ja-JP', place: 'corpus', filled: 0.985, published: 0.95 },
  { name: 'learn.ja-JP', place: 'trees', filled: 0.985 },
] as const;

/** Titles and alternative texts that are in no pair stand in the target language in what `split` gives as the English. */
const isEnglish = (text: string): boolean => !/[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(text);

/** An article without what its publication changes: white space, front matter, anchors. */
function bare(text: string): string {
  return text
    .replace(/^\ufeff?---\r?\n[\s\S]*?\n---\r?\n/, '')
    .replace(/<a name="[^"]*"><\/a>/g, '')
    .replace(/\s+/g, '');
}

describe.each(trees)('leverage of $name by its own pairs', ({ name, place, ...least }) => {
  it('fills what was translated, and gives the published articles', { timeout: 300_000 }, async () => {
    const cwd = temporaryFolder();
    const root = unpack(`${name}.sxs`, place);
    const quiet = ['-q', '--fail-on', 'never'];
    expect(sspr(['split', root, '--side', 'source', '-o', 'en', ...quiet], { cwd }).status).toBe(0);
    let english = 0;
    let filled = 0;
    const report = await leverageCorpus([join(cwd, 'en/en-US')], {
      memory: [root],
      trgLang: name.slice(name.indexOf('.') + 1),
      formats: ['md'],
      output: join(cwd, 'out'),
      jobs: 1,
      onArticle({ units }) {
        for (const part of units.flatMap(({ parts }) => parts)) {
          if (part.kind !== 'segment' || !isEnglish(part.source.text)) continue;
          english++;
          if (part.target !== undefined && (part.match?.score ?? 0) >= 100) filled++;
        }
      },
    });
    const { context, exact } = report.analysis.all.bands;
    expect(report.filled + (report.diagnostics['source/other-blocks'] ?? 0)).toBe(context.segments + exact.segments);
    expect(filled / english).toBeGreaterThan(least.filled);
    if (!('published' in least)) return;
    const live = unpack(`${name}.live`);
    let same = 0;
    let compared = 0;
    for (const file of readdirSync(join(cwd, 'out'), { recursive: true, encoding: 'utf8' })) {
      const published = join(live, file);
      if (!file.endsWith('.md') || !existsSync(published)) continue;
      compared++;
      if (bare(readFileSync(join(cwd, 'out', file), 'utf8')) === bare(readFileSync(published, 'utf8'))) same++;
    }
    expect(compared).toBeGreaterThan(1000);
    expect(same / compared).toBeGreaterThan(least.published);
  });
});
