import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnosticsOf, exportToString, mergeXliff, type UnitMode } from '../../../src/index.js';
import { temporaryFolder } from '../../support/cli.js';
import { inScope } from '../../support/interop-scope.js';
import { articleOf, pair } from '../../support/pairs.js';
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
    writeFileSync(file, exportToString([article], 'xliff', { trgLang, units, client: 'okapi' }));
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

describe.runIf(hasOkapi)('`]]>`, which Okapi writes as it stands', () => {
  it('is refused with its place', () => {
    const article = articleOf(pair('1a2b3-101', 'Los `a[b[0]]>c`', 'Go `a[b[0]]>c`'), 'a.md');
    const folder = temporaryFolder();
    const [file, back] = [join(folder, 'a.xlf'), join(folder, 'back.xlf')] as const;
    writeFileSync(file, exportToString([article], 'xliff', { trgLang: 'de-DE' }));
    okapi('RoundTrip', [[file, back, 'de-DE']]);
    const document = readFileSync(back, 'utf8');
    const [found] = diagnosticsOf(mergeXliff(article, document));
    expect(found).toMatchObject({ code: 'merge/unreadable', message: expect.stringContaining(']]&gt;') });
    const line = document.split('\n')[(found?.line ?? 0) - 1] ?? '';
    expect(line.slice((found?.column ?? 0) - 1)).toMatch(/^]]>/);
    expect(wrongWith(article, document.replaceAll(']]>', ']]&gt;'), [])).toEqual([]);
  });
});
