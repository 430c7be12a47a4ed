import { isLeft } from 'fp-ts/lib/These.js';
import { describe, expect, it } from 'vitest';
import { exportToString, mergeTmx, mergeXliff, splitArticle, validateTmx, validateXliff } from '../../src/index.js';
import { codesOf, toMarkdown, toPlainText } from '../../src/model/content.js';
import { readContents } from '../../src/read/contents.js';
import { articleOf, codesOfDiagnostics, pair } from '../support/pairs.js';

/** The recovered codes of a target that matches, as `id data`, and its text. */
function read(source: string, target: string): { codes: string[]; text: string } {
  const contents = readContents(source, target);
  expect(toMarkdown(contents.target)).toBe(target);
  expect(contents.unmatched).toEqual({ source: [], target: [] });
  const codes = codesOf(contents.target).map(({ id, data, recovered }) => `${recovered ? '' : 'whole '}${id} ${data}`);
  return { codes, text: toPlainText(contents.target) };
}

const empty = (id: number, mark = '\\*\\*'): string[] => [`${id} ${mark}`, `${id} ${mark}`];

describe('the escaped marks of an emphasis without content', () => {
  it.each([
    ['after quotes', 'Click **Save**.', 'Klicken: „Sichern“\\*\\*\\*\\*.', empty(1), 'Klicken: „Sichern“.'],
    ['before quotes', 'Click **OK**.', '\\*\\*\\*\\*„OK“ klicken.', empty(1), '„OK“ klicken.'],
    ['at the end', 'Click **Add**.', 'لإضافة.\\*\\*\\*\\*', empty(1), 'لإضافة.'],
    ['two', '**A** or **B**', '“A”\\*\\*\\*\\* או “B”\\*\\*\\*\\*', [...empty(1), ...empty(2)], '“A” או “B”'],
    [
      'three together',
      '**A**, **B**, **C**',
      'a, b, c\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*',
      [...empty(1), ...empty(2), ...empty(3)],
      'a, b, c',
    ],
    ['italics', 'The *Pay* link', 'Ссылка „Pay“ \\*\\* ', empty(1, '\\*'), 'Ссылка „Pay“  '],
    ['underscores', 'The _Pay_ link', 'Veza „Pay“ \\_\\_', empty(1, '\\_'), 'Veza „Pay“ '],
    ['underscores of bold', '__Pay__ now', '“Pay”\\_\\_\\_\\_ jetzt', empty(1, '\\_\\_'), '“Pay” jetzt'],
    ['both kinds at once', '***A*** b', '“A”\\*\\*\\*\\*\\*\\* b', [...empty(1, '\\*'), ...empty(2)], '“A” b'],
    [
      'beside a whole one',
      '**A** and **B**',
      '“A” \\*\\*\\*\\*   und **B**',
      [...empty(1), 'whole 2 **', 'whole 2 **'],
      '“A”    und B',
    ],
    [
      'beside italics',
      '**A** and *B*',
      '**A** und „B“\\*\\*',
      ['whole 1 **', 'whole 1 **', ...empty(2, '\\*')],
      'A und „B“',
    ],
    ['glued to italics', '*A* in **B**', '„B“ *A*\\*\\*\\*\\*', ['whole 1 *', 'whole 1 *', ...empty(2)], '„B“ A'],
    ['beside a star', 'A \\* and **B**', 'Ein \\* und „B“\\*\\*\\*\\*', empty(1), 'Ein * und „B“'],
    ['a space between', 'Click **Save**.', '“Save”\\*\\* \\*\\*.', ['1 \\*\\* ', '1 \\*\\*'], '“Save”.'],
    ['spaces between all', 'Click **Save**.', '“Save”\\* \\* \\* \\*.', ['1 \\* \\* ', '1 \\* \\*'], '“Save”.'],
    ['marks of direction between', '**A** b', '“ا”\\*\\*\u200f\\*\\* ב', ['1 \\*\\*\u200f', '1 \\*\\*'], '“ا” ב'],
    ['marks that are not escaped', '**A** b', '“A”**** b', empty(1, '**'), '“A” b'],
    ['references', '**A** b', '“A”&#42;&#42;&#42;&#42; b', empty(1, '&#42;&#42;'), '“A” b'],
    [
      'the end of one and the start of the next',
      '**A** and **B** c',
      '**Ä\\*\\*\\*\\*und** c',
      ['1 **', '1 \\*\\*', '2 \\*\\*', '2 **'],
      'Äund c',
    ],
    [
      'the same in italics',
      '*a* or *b*, **c**',
      '*ä\\*\\*oder* b, **c**',
      ['1 *', '1 \\*', '2 \\*', '2 *', 'whole 3 **', 'whole 3 **'],
      'äoder b, c',
    ],
  ])('are a code: %s', (_, source, target, codes, text) => {
    const found = read(source, target);
    expect([...found.codes].sort()).toEqual([...codes].sort());
    expect(found.text).toBe(text);
    expect(codesOfDiagnostics(pair('1a2b3-102', target, source))).toEqual(['codes/recovered']);
  });

  it('are as many as are missing, where others are lost', () => {
    const contents = readContents('**A**, **B**, **C**, **D**', '**A**, “B”\\*\\*\\*\\*, **C\\*\\*\\*\\*D**');
    expect(contents.unmatched).toEqual({ source: [], target: [] });
    const some = readContents('**A**, **B**, **C**', '“A”\\*\\*\\*\\*, B, **C**');
    expect(some.unmatched.source.map(({ data }) => data)).toEqual(['**', '**']);
    expect(some.unmatched.target).toEqual([]);
  });

  it.each([
    ['without emphasis on the other side', 'Click Save.', '“Save”\\*\\*\\*\\*.'],
    ['in code', '**A** `b`', 'A `\\*\\*\\*\\*`'],
    ['of bold, where italics are missing', '*A* b', 'A\\*\\*\\* b'],
    ['half of a bold', '**A** b', 'A \\*\\*b'],
    ['a name', '_a_ b', 'x\\_\\_y b'],
    ['a password', 'The password ****', 'Das Passwort \\*\\*\\*\\*'],
  ])('are text %s', (_, source, target) => {
    const contents = readContents(source, target);
    expect(contents.recovered).toBe(0);
    expect(toMarkdown(contents.target)).toBe(target);
  });

  it('takes linear time', () => {
    for (const part of ['\\*\\*\\*\\* ', '**a\\*\\*\\*\\*b** ', '\\*\\*', '*\\*\\*']) {
      const target = part.repeat(19_000 / part.length);
      expect(toMarkdown(readContents('**a** *b* '.repeat(20), target).target)).toBe(target);
    }
  });
});

describe('an article with such marks', () => {
  const text = `${pair('1a2b3-102', '单击“保存”\\*\\*\\*\\*。', 'Click **Save**.')} ${pair('1a2b3-103', '“甲”\\*\\* \\*\\* 乙', '**A** b')}`;
  const article = articleOf(text, 'a.md');
  const options = { trgLang: 'zh-CN' };
  const merge = (format: 'xliff' | 'xliff1.2' | 'tmx', edit: (document: string) => string): string => {
    const document = edit(exportToString([article], format, options));
    const merged = format === 'tmx' ? mergeTmx(article, document, options) : mergeXliff(article, document);
    if (isLeft(merged)) return JSON.stringify(merged.left);
    return merged._tag === 'Both' ? JSON.stringify(merged.left) : merged.right.text;
  };

  it('keeps its bytes when it is split', () => {
    expect(splitArticle(article, 'target')).toBe('单击“保存”\\*\\*\\*\\*。 “甲”\\*\\* \\*\\* 乙');
  });

  it('is written as documents in which nothing is wrong', () => {
    expect(validateXliff(exportToString([article], 'xliff', options))).toEqual([]);
    expect(validateTmx(exportToString([article], 'tmx', options))).toEqual([]);
    expect(exportToString([article], 'xliff', options)).toMatch(/“保存”<pc [^>]*><\/pc>。/);
  });

  it.each(['xliff', 'xliff1.2', 'tmx'] as const)('comes back from %s', (format) => {
    expect(merge(format, (document) => document)).toBe(text);
    expect(merge(format, (document) => document.replace('。', '，然后关闭。'))).toBe(
      text.replace('。', '，然后关闭。'),
    );
    expect(merge(format, (document) => document.replace('单击“', '请选“'))).toBe(text.replace('单击“', '请选“'));
    expect(merge(format, (document) => document.replace('单击“保存”', ''))).toBe(text.replace('单击“保存”', ''));
  });

  it('gets whole marks when something is put into them', () => {
    const filled = text.replace('“保存”\\*\\*\\*\\*', '**保存**');
    expect(merge('xliff', (document) => document.replace(/“保存”(<pc [^>]*>)/, '$1保存'))).toBe(filled);
    expect(merge('tmx', (document) => document.replace(/“保存”(<bpt.*?<\/bpt>)/, '$1保存'))).toBe(filled);
  });
});
