import { describe, expect, it } from 'vitest';
import { diagnosticsOf, exportToString, mergedOf, mergeXliff } from '../../../src/index.js';
import { escapeText } from '../../../src/xml/escapes.js';
import { articleOf, pair } from '../../support/pairs.js';
import { documentOf, mergedInto, sourceOf } from '../../support/sources.js';

/** An article in one language with other targets for its sentences. */
function merged(text: string, targets: Readonly<Record<string, string>>): string | undefined {
  const article = sourceOf(text);
  return mergedInto(article, documentOf(article, targets)).text;
}

describe('signs that are nothing in their sentence, and a code with one of another', () => {
  it.each([
    [
      'two backticks',
      'One. Two. Three.\n',
      { 'One.': 'Ein ` hier.', 'Three.': 'Drei ` da.' },
      'Ein \\` hier. Two. Drei \\` da.\n',
    ],
    ['a code span after it', 'One. Run `a`. Go.\n', { 'One.': 'Ein ` hier.' }, 'Ein \\` hier. Run `a`. Go.\n'],
    [
      'emphasis',
      '> One.\n> Two. Three.\n',
      { 'One.': 'Ein *hier.', 'Three.': 'Drei* da.' },
      '> Ein \\*hier.\n> Two. Drei\\* da.\n',
    ],
    ['a link', 'One. Two.\n', { 'One.': 'Ein [ hier.', 'Two.': 'Zwei](x) da.' }, 'Ein \\[ hier. Zwei\\](x) da.\n'],
    ['a comment', '- One. Two.\n', { 'One.': 'A &lt;!-- b.', 'Two.': 'C --> d.' }, '- A \\<\\!-- b. C --\\> d.\n'],
    ['what is none of it', '[One](x). Two ~a. Three.\n', { 'Three.': 'Drei ~ da.' }, '[One](x). Two ~a. Drei ~ da.\n'],
    ['other blocks', 'One.\n\nTwo.\n', { 'One.': 'Ein ` hier.', 'Two.': 'Zwei ` da.' }, 'Ein ` hier.\n\nZwei ` da.\n'],
  ])('are escaped in an article in one language: %s', (_, text, targets, expected) => {
    expect(merged(text, targets)).toBe(expected);
  });

  it('are escaped in a side-by-side article', () => {
    const article = articleOf(`${pair('1a2b3-101', 'Alt.', 'Old.')} ${pair('1a2b3-102', 'Tippe `a`.', 'Type `a`.')}\n`);
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' }).replace('>Alt.<', '>Ein ` hier.<');
    const result = mergedOf(mergeXliff(article, document));
    expect(result?.changes.map(({ after }) => after)).toEqual(['Ein \\` hier.']);
    expect(result?.text).toContain('>Tippe `a`.<');
  });

  /** Pairs of a block, each an old target, its source, and the target that is handed over. */
  function handedOver(...pairs: readonly (readonly [target: string, source: string, handed: string])[]): unknown {
    const parts = pairs.map(([target, source], index) => pair(`1a2b3-10${index + 1}`, target, source));
    const article = articleOf(`${parts.join(' ')}\n`);
    let document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
    for (const [target, , handed] of pairs) {
      document = document.replace(`<target>${escapeText(target)}<`, () => `<target>${escapeText(handed)}<`);
    }
    return mergedOf(mergeXliff(article, document))?.changes.map(({ after }) => after);
  }

  it.each([
    ['emphasis', ['**Old one.', 'New two.**'], ['**Alt.', 'Neu.**']],
    ['a formula', ['So $$ \\begin{align} a.', 'b \\end{align} $$'], ['Also $$ \\begin{align} c.', 'd \\end{align} $$']],
    ['a code span', ['Type `a.', 'b` here.'], ['Tippe `a.', 'b` hier.']],
  ] as const)('are restored where the sources have them in two sentences: %s', (_, [one, two], [first, second]) => {
    expect(handedOver(['Alt.', one, first], ['Neu.', two, second])).toEqual([first, second]);
    // Only one of them is restored, as the other stands there.
    expect(handedOver(['Alt.', one, first], [second, two, second])).toEqual([first]);
    expect(handedOver([first, one, first], ['Neu.', two, second])).toEqual([second]);
  });

  it('are as they were where a code of two sentences changes in one of them', () => {
    expect(handedOver(['Tippe `a.', 'Type a.', 'Tippe `a.'], ['b` da.', 'b here.', 'c` da.'])).toEqual(['c` da.']);
  });

  describe('are escaped in the label of a reference, where that is another definition then', () => {
    const definitions = '\n\n[old]: a.md\n[x_y]: b.md\n[**old**]: c.md\n[**x_y**]: d.md\n';
    const edited = (document: string): string =>
      document
        .replaceAll(/(<target>(?:<[^>]*>)+)old/g, '$1x_y')
        .replace(/(<target>.*) here\./, '$1 ` here.')
        .replace('<target>Two.', '<target>Two ` too.');
    const inOneLanguage = (label: string, force: boolean): unknown => {
      const article = sourceOf(`${label} here. Two.${definitions}`);
      const document = documentOf(article).replace(/<source>(.*)<\/source>/g, '$&<target>$1</target>');
      const { text, found } = mergedInto(article, edited(document), { force });
      return [text?.slice(0, -definitions.length), found];
    };
    const sideBySide = (label: string, force: boolean): unknown => {
      const one = `${label} here.`;
      const article = articleOf(`${pair('1a2b3-101', one, one)} ${pair('1a2b3-102', 'Two.', 'Two.')}${definitions}`);
      const document = edited(exportToString([article], 'xliff', { trgLang: 'de-DE' }));
      const result = mergeXliff(article, document, { force });
      const found = diagnosticsOf(result).map(({ code }) => `${code} 101`);
      return [
        mergedOf(result)
          ?.changes.map(({ after }) => after)
          .join(' '),
        found,
      ];
    };

    it.each([
      ['one language', inOneLanguage],
      ['side by side', sideBySide],
    ])('and what is said is said of what is written: %s', (_, merge) => {
      const expected = '[<strong>x\\_y</strong>][**old**] \\` here. Two \\` too.';
      expect(merge('[**old**]', false)).toEqual([expected, ['merge/emphasis-rewritten 101']]);
    });

    it.each([
      ['one language', inOneLanguage],
      ['side by side', sideBySide],
    ])('but not by force: %s', (_, merge) => {
      expect(merge('[old]', true)).toEqual(merge('[old]', false));
    });
  });
});
