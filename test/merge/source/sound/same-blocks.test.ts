import { array, assert, constantFrom, property, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource, type SourceArticle, sourceArticleOf, sourceSegmentsOf } from '../../../../src/index.js';
import { isRead } from '../../../../src/merge/source/sound/read-again.js';
import { keepsBlocks } from '../../../../src/merge/source/sound/same-blocks.js';
import { sourceOf } from '../../../support/sources.js';

const starts = [
  '', '', '', '- ', '* ', '1. ', '2) ', '> ', '> - ', '# ', '### ', '| ', '|', '  ', '    ', '\t', '\ufeff', '```', '<div>', '<p>',
  '<!-- ', '[^1]: ', '[a]: ', ':::', '<td>', '- # ', '> [!NOTE]\n> ', '***', '---\n', '===\n',
]; // biome-ignore format: a list
const words = [
  'One', 'two.', 'Three', '4.', '**bold**', '*', '`code`', '`', '[link](a.md)', '[a]', '|', ' | ', '\\', '<br>', '</div>', '<', '>', ':',
  '---', '# ', '日本語', '。', '!', '![x](y.png)', '(b c)', '"', 'https://a.b', '](', ']:', ':::', '<!--', '-->', '~~', '$', '&amp;', '\u3000',
  '&nbsp;', '@a', '[!INCLUDE [x](y.md)]', '[^1]', '{#id}', '\ttab', '</p>', '<a name="x">',
]; // biome-ignore format: a list
const ends = [
  '\n', '\n', '\n\n', '\n\n', ' |\n', '\n---\n', '\n===\n', '\n|---|---|\n', '\n|---|\n', '\n- | -\n', '\r\n', '  \n', '\\\n', '\n```\n',
  '\n\n</div>\n', '\n:::\n', ' #\n', '\n-\n',
]; // biome-ignore format: a list
const headers = [
  '', '', '---\ntitle: A title\n---\n', '---\ntitle: "It is: so"\ndescription: Of all. Of it.\nx: y\n---\n\n', '---\n', '--- a\n',
  '---\ntitle: A\nx: >-\n  b\n  c\n---\n', '---\ntitle: {a: b}\ndescription: c # d\n---\n',
]; // biome-ignore format: a list

const line = tuple(
  constantFrom(...starts),
  array(constantFrom(...words), { minLength: 1, maxLength: 5 }),
  constantFrom(' ', '', '. '),
  constantFrom(...ends),
).map(([start, own, between, end]) => start + own.join(between) + end);
const text = tuple(constantFrom(...headers), array(line, { minLength: 1, maxLength: 6 })).map(
  ([header, lines]) => header + lines.join(''),
);
const pieces = [
  ...words,
  ...starts.map((start) => start.trimEnd()),
  'ein',
  'Wort',
  'и',
  '字',
  '1',
  '-',
  '+',
  '_',
  '=',
  '\n',
  '\n\n',
  ' ',
  "'",
];
const translation = tuple(array(constantFrom(...pieces), { minLength: 1, maxLength: 4 }), constantFrom(' ', '')).map(
  ([own, between]) => own.join(between),
);
/** What nearly all targets are: words, with a code in them here and there. */
const usual = array(constantFrom('Wort', '字。', 'Das', '**fett**', '`x`', '[l](a.md)', '1.5', '(so)', 'und'), {
  minLength: 1,
  maxLength: 4,
}).map((own) => own.join(' '));

function readOf(given: string): SourceArticle | undefined {
  return sourceArticleOf(readSource(given));
}

/** Translations by id, of those segments that there is one for. */
function given(article: SourceArticle, texts: readonly (string | undefined)[]): ReadonlyMap<string, string> {
  const translations = new Map<string, string>();
  let at = 0;
  for (const { id } of sourceSegmentsOf(article)) {
    const own = texts[at++ % texts.length];
    if (own !== undefined) translations.set(id, own);
  }
  return translations;
}

describe('what is plain from the lines of translations', () => {
  it.each([
    ['any texts', translation],
    ['usual ones', usual],
  ])('is never what the article does not keep its blocks with: %s', (_, each) => {
    let plain = 0;
    let sound = 0;
    assert(
      property(
        record({
          own: text,
          texts: array(constantFrom(true, true, false), { minLength: 1, maxLength: 5 }),
          by: array(each, { minLength: 5, maxLength: 5 }),
        }),
        ({ own, texts, by }) => {
          const article = readOf(own);
          if (article === undefined) return;
          const translations = given(
            article,
            texts.map((isThere, at) => (isThere ? by[at] : undefined)),
          );
          const read = isRead(article, translations);
          if (read) sound++;
          if (!keepsBlocks(article, translations)) return;
          plain++;
          expect([own, [...translations], read]).toEqual([own, [...translations], true]);
        },
      ),
      { numRuns: 1500 },
    );
    // And it says so of many, else it would say nothing.
    expect(plain).toBeGreaterThan(sound / 10);
  });
});

it.each([
  ['# One\n\nTwo. Three.\n\n- a **b**.\n  More\n\n1. c\n\n> d\n', 'Wort'],
  ['| One | Two |\n|---|---|\n| three | `four` |\n', 'Wort **fett**'],
  ['---\ntitle: One\ndescription: Two\n---\nThree\n\n===\n', 'Das: [l](a.md)'],
  ['<table><tr><td>One</td></tr></table>\n\n<div>\nTwo\n</div>', 'Wort'],
  ['Setext\n---\n\nOne <b>two</b>', '*fett* und <br> so'],
  ['# 1. One\n\n## Two #', '1. Wort'],
])('is told of what nothing happens to: %j', (own, by) => {
  const article = sourceOf(own);
  const translations = given(article, [by]);
  expect([keepsBlocks(article, translations), isRead(article, translations)]).toEqual([true, true]);
});

it.each([
  ['One', '# Wort'],
  ['# One', 'https://a.de #'],
  ['One', '- Wort'],
  ['One', '12. Wort'],
  ['One', '<div>'],
  ['One', '> Wort'],
  ['One', '```'],
  ['One', '***'],
  ['One', ':::row:::'],
  ['One', '[a]: b'],
  ['[a]:\nOne two', 'Wort'],
  ['[^1]: One', '[^2]: Wort'],
  ['One two\n- | -', 'Wort | Wort'],
  ['| a | One |\n|---|---|', 'Wort | Wort'],
  ['| a | One |\n|---|---|\n', 'Wort\\'],
  ['```a | `One`\n|---|---|\n', 'Wort'],
  ['a | b\n| One |\n|---|', '---'],
  ['One\ntwo', 'Wort\nWort'],
  ['One', ' Wort'],
  ['<p>One</p>', '</p>\n\nWort'],
  ['---\n\nOne', '---'],
])('leaves to the whole check what may be another block: %j, %j', (own, by) => {
  const article = sourceOf(own);
  expect(keepsBlocks(article, given(article, [by]))).toBe(false);
});
