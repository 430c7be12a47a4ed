import { describe, expect, it } from 'vitest';
import { type Article, diagnosticsOf, exportToString, mergedOf, mergeXliff } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';
import { isAsWritten } from '../support/sources.js';

const options = { trgLang: 'de-DE', targetShape: 'source' } as const;

function exported(target: string, source: string): { readonly article: Article; readonly document: string } {
  const article = articleOf(pair('1a2b3-101', target, source), 'a.md');
  return { article, document: exportToString([article], 'xliff1.2', options) };
}

/** The target after an edit of its document. */
function merged(target: string, source: string, edit: (document: string) => string): readonly unknown[] {
  const { article, document } = exported(target, source);
  const edited = edit(document);
  expect(edited).not.toBe(document);
  const result = mergeXliff(article, edited);
  return [
    ...(mergedOf(result)?.changes.map((change) => change.after) ?? []),
    ...diagnosticsOf(result).map(({ code }) => code),
  ];
}

const angstrom = 'A\u030a';

describe('targets in the shape of their sources', () => {
  it.each([
    ['a localized link', '[Los](/de-de/a "Titel") geht es', '[Go](/en-us/a) on'],
    ['an image', '![Bild](de.png) hier', '![Image](en.png) here'],
    ['a code of its own', 'Eine `Liste` und **fett**', 'A **bold** one'],
    ['halves', '**Los geht', '**Go** on'],
    ['crossing codes', '<b>Los <i>geht</b> es</i>', '<b>Go <i>on</i></b>'],
    ['white space', ' Los ', 'Go\u00a0'],
    ['no NFC', `${angstrom} und **Å**`, `${angstrom} and **Å**`],
    ['escapes', 'Ein \\* und `*` und &lt;', 'A \\* and &lt;'],
    ['no words', '`a`', '**b**'],
  ])('come back as they are: %s', (_, target, source) => {
    const { article, document } = exported(target, source);
    const result = mergeXliff(article, document);
    expect([mergedOf(result)?.text === article.text, diagnosticsOf(result)]).toEqual([true, []]);
    expect(isAsWritten(document)).toBe(true);
    expect(isAsWritten(document.replace('<target>', '<target state="translated">'))).toBe(true);
    expect(isAsWritten(document.replace('<target>', '<target state="final">'))).toBe(false);
    const [, targetText = ''] = /<target>(.*)<\/target>/s.exec(document) ?? [];
    expect(targetText).toBe(targetText.normalize('NFC'));
    const own = (side: string): string[] => side.match(/<[^/][^>]*>/g) ?? [];
    const [, sourceText = ''] = /<source>(.*)<\/source>/s.exec(document) ?? [];
    expect(own(targetText).filter((code) => !own(sourceText).includes(code))).toEqual([]);
  });

  it('edited, have their own codes and white space', () => {
    const link = '[Los](/de-de/a) geht es ';
    expect(merged(link, '[Go](/en-us/a) on', (text) => text.replace('geht es', 'gehts'))).toEqual([
      '[Los](/de-de/a) gehts ',
    ]);
    const own = 'Eine `Liste` * und \\`x\\` **fett** hier';
    const edit = (from: string, to: string): readonly unknown[] =>
      merged(own, 'A **bold** one here', (text) => text.replace(from, to));
    expect(edit('hier', 'dort')).toEqual(['Eine `Liste` * und \\`x\\` **fett** dort']);
    expect(edit('Eine', 'Die')).toEqual(['Die `Liste` * und \\`x\\` **fett** hier']);
    expect(edit('Eine `Liste` *', 'Da * ist die `Liste`')).toEqual(['Da * ist die `Liste` und \\`x\\` **fett** hier']);
    expect(edit('`Liste` *', 'Liste')).toEqual(['Eine Liste und \\`x\\` **fett** hier']);
  });

  it('are marked, because any other document says what its targets are', () => {
    const { document } = exported(' Los', 'Go');
    expect(document).toContain('category="targets-as-sources"');
    expect(merged(' Los', 'Go', (text) => text.replace(' category="targets-as-sources"', ''))).toEqual(['Los']);
    expect(exportToString([articleOf(pair('1a2b3-101', 'Los', 'Go'))], 'xliff1.2')).not.toContain('category');
  });
});
