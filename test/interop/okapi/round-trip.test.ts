import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportToString, type UnitMode } from '../../../src/index.js';
import { temporaryFolder } from '../../support/cli.js';
import { inScope } from '../../support/interop-scope.js';
import { articleGroups, type OwnArticle } from '../every-article.js';
import { type Edit, editsOf, wrongWith } from '../round-trip.js';
import { hasOkapi, okapi } from './run.js';

/** One article that goes out, in a form, with edits. */
interface Trip extends OwnArticle {
  readonly units: UnitMode;
  readonly edits: readonly Edit[];
}

/** Takes articles through the filter and the writer of Okapi; gives what is wrong with those that come back. */
function wrongAfter(trips: readonly Trip[]): readonly string[] {
  const folder = temporaryFolder();
  const files = trips.map(({ article, trgLang, units }, index) => {
    const file = join(folder, `${index}.xlf`);
    writeFileSync(file, exportToString([article], 'xliff', { trgLang, units }));
    return { file, back: join(folder, `${index}.back.xlf`) };
  });
  const answers = okapi<{ readonly edited?: number; readonly error?: string }>(
    'RoundTrip',
    trips.map(({ trgLang, units, edits }, index) => [
      ...[files[index]?.file ?? '', files[index]?.back ?? '', trgLang],
      ...edits.flatMap(({ unit, segment, text }) => [units === 'pair' ? segment : unit, segment, text]),
    ]),
  );
  return trips.flatMap(({ article, edits, units }, index) => {
    const { error, edited } = answers[index] ?? {};
    const what =
      error === undefined && edited === edits.length
        ? wrongWith(article, readFileSync(files[index]?.back ?? '', 'utf8'), edits)
        : [error ?? `${edited} of ${edits.length} targets were found`];
    return what.map((each) => `${article.path}, a unit for each ${units}, ${edits.length} edits: ${each}`);
  });
}

describe.runIf(hasOkapi)("Okapi's XLIFF 2 filter and writer", () => {
  it.each(articleGroups())(
    'change nothing in $name but ten edited targets of each article',
    { timeout: 1_800_000 },
    ({ articles }) => {
      const all = articles(inScope(60, 300));
      const trips = all.flatMap((own): Trip[] => [
        { ...own, units: 'block', edits: [] },
        { ...own, units: 'pair', edits: [] },
        { ...own, units: 'block', edits: editsOf(own.article) },
      ]);
      expect(wrongAfter(trips)).toEqual([]);
      const edited = trips.reduce((sum, { edits }) => sum + edits.length, 0);
      expect(edited).toBeGreaterThan(all.length * 2);
      console.log(`${edited} edits in ${all.length} articles`);
    },
  );
});
