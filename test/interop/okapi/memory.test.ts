import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codesOf, exportToString, pairsOf, type Segment, segmentsOf } from '../../../src/index.js';
import { memoryCorpus } from '../../../src/node.js';
import { temporaryFolder } from '../../support/cli.js';
import { inScope } from '../../support/interop-scope.js';
import { shared } from '../../support/shared.js';
import { sideBySideTrees } from '../every-article.js';
import { hasOkapi, okapi } from './run.js';

/** What Okapi makes of a TMX, and of the segments that are looked up in it. */
interface Answer {
  readonly counts: Readonly<Record<string, number>>;
  readonly found: number;
  /** The number of the document, the id of the segment, the score of what is nearest. */
  readonly missed: readonly (readonly [document: number, id: string, score: number])[];
}

/** Why a segment is not found exactly in a TMX that has it. */
function causeOf({ source }: Pick<Segment, 'source'>): string {
  const text = source.content.map((inline) => (inline.kind === 'text' ? inline.text : '|')).join('');
  if (/^[ \t\r\n]|[ \t\r\n]$/.test(text)) return 'white space at the ends, which TMX leaves out';
  if (codesOf(source.content).some((code) => code.kind !== 'ph' && code.isolated))
    return 'a code without its other half';
  return 'unknown';
}

function sumOfCodes(pairs: readonly Segment[], side: 'source' | 'target'): number {
  return pairs.reduce((sum, pair) => sum + codesOf(pair[side].content).length, 0);
}

const trees = sideBySideTrees();

describe.runIf(hasOkapi && shared !== undefined)('the memory of Okapi', () => {
  it.each(trees)('has all units of $name, and finds every segment', { timeout: 3_600_000 }, ({ articles, trgLang }) => {
    const folder = temporaryFolder();
    const all = articles(inScope(60, Number.POSITIVE_INFINITY)).map(({ article }) => article);
    const tmx = join(folder, 'all.tmx');
    writeFileSync(tmx, exportToString(all, 'tmx', { trgLang }));
    const documents = all.map((article, index) => {
      const file = join(folder, `${index}.xlf`);
      writeFileSync(file, exportToString([article], 'xliff', { trgLang }));
      return file;
    });
    const [answer] = okapi<Answer>('Memory', [[tmx, trgLang, ...documents]]);
    const pairs = all.flatMap(pairsOf);
    expect(answer?.counts).toEqual({
      units: pairs.length,
      [`variants in ${trgLang}`]: pairs.length,
      'codes of source': sumOfCodes(pairs, 'source'),
      'codes of target': sumOfCodes(pairs, 'target'),
    });
    const segments = all.flatMap((article) => [...segmentsOf(article)].filter(({ skip }) => skip === undefined));
    const missed = answer?.missed ?? [];
    expect((answer?.found ?? 0) + missed.length).toBe(segments.length);
    const causes: Record<string, number> = {};
    const unknown: unknown[] = [];
    for (const [document, id, score] of missed) {
      const segment = [...segmentsOf(all[document] ?? ({ units: [] } as never))].find((each) => each.id === id);
      const cause = segment === undefined ? 'unknown' : causeOf(segment);
      causes[cause] = (causes[cause] ?? 0) + 1;
      if (cause === 'unknown' || score === 0) unknown.push([all[document]?.path, id, score]);
    }
    expect(unknown).toEqual([]);
    console.log(`${answer?.found} of ${segments.length} segments found, ${JSON.stringify(causes)}`);
  });

  it.each(trees.filter(({ name }) => inScope(name.startsWith('quantum'), true)))(
    'has as many units of the memory of $name as the report says',
    { timeout: 600_000 },
    async ({ root, trgLang }) => {
      const output = join(temporaryFolder(), 'memory.tmx');
      const { memory } = await memoryCorpus([root], { formats: ['tmx'], trgLang, output, jobs: 1 });
      const [answer] = okapi<Answer>('Memory', [[output, trgLang]]);
      expect(answer?.counts).toMatchObject({ units: memory.entries, [`variants in ${trgLang}`]: memory.entries });
    },
  );
});
