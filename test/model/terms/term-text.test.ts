import { expect, it } from 'vitest';
import { baseOf, termText } from '../../../src/model/terms/term-text.js';
import { isName } from '../../../src/terms/text/names.js';

it.each([
  ['  Next  ', 'Next'],
  ['[次へ]', '次へ'],
  ['[次へ', '次へ'],
  ['次へ]', '次へ'],
  ['[A] と [B]', '[A] と [B]'],
  ['"設定"。', '設定'],
  ['„Start“', 'Start'],
  ["User's", "User's"],
  ["Don't", "Don't"],
  ['Save as...', 'Save as...'],
  ['Save.', 'Save'],
  ['File (.txt)', 'File (.txt)'],
  ['', ''],
  ['“”', ''],
  ['A\u00a0B\u200b', 'A B'],
])('%j without what is no part of a term is %j', (text, term) => {
  expect(termText(text)).toBe(term);
});

it.each([
  ['Save as...', 'Save as'],
  ['Save as…', 'Save as'],
  ['Mail (preview)', 'Mail'],
  ['Mail（プレビュー）', 'Mail'],
  ['次へ(N)', '次へ'],
  ['次へ(&N)', '次へ'],
  ['&Next', 'Next'],
  ['Save &as', 'Save as'],
  ['Q&A', 'Q&A'],
  ['AT&T', 'AT&T'],
  ['Find & replace', 'Find & replace'],
  ['...', '...'],
])('the base of %j is %j', (term, base) => {
  expect(baseOf(term)).toBe(base);
});

it.each([
  ['Next', true],
  ['Set-Mailbox', true],
  ['userPrincipalName', true],
  ['iCloud', true],
  ['F12', true],
  ['次へ', true],
  ['not', false],
  ['never mind', false],
  ['Note', false],
  ['Step 3', false],
  ['Really?', false],
  ['https://example.com', false],
  ['...', false],
  ['To remove the printer', false],
  ['Move to', true],
  ['A b c d e f g h', false],
])('%j is a name: %s', (term, name) => {
  expect(isName(term)).toBe(name);
});
