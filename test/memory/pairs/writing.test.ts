import { expect, it } from 'vitest';
import { createPairHasher } from '../../../src/memory/pairs/pair-hashes.js';
import { createTextHash } from '../../../src/memory/store/hash.js';
import type { Code, Content } from '../../../src/model/content.js';
import type { EntryText } from '../../../src/model/memory/entry.js';
import { weakHash } from '../../support/weak-hash.js';

const range = { start: 0, end: 0 };
const start: Code = { kind: 'sc', id: '1', type: 'fmt', subType: 'xlf:b', data: '**', range };
const mark: Code = { kind: 'ph', id: '1', type: 'other', data: '<br>', range, disp: '<br>', equiv: '' };
const textOf = (content: Content, text = 'x'): EntryText => ({ text, content });

/** Texts of which many have one key. */
const contents: Content[] = [
  [{ kind: 'text', text: 'a', markdown: 'a' }],
  [{ kind: 'text', text: 'a', markdown: '&#97;' }],
  [
    { kind: 'text', text: 'a' },
    { kind: 'text', text: 'b' },
  ],
  [
    { kind: 'text', text: '' },
    { kind: 'text', text: 'ab' },
  ],
  [start],
  [{ ...start, isolated: true }],
  [{ ...start, id: '2' }],
  [{ ...start, kind: 'ec' }],
  [{ ...start, type: 'ui' }],
  [{ ...start, subType: 'xlf:i' }],
  [mark],
  [{ ...mark, disp: '<br>1' }],
  [{ ...mark, disp: '<br', equiv: '>' }],
  [{ ...mark, assoc: 'p' }],
  [{ ...mark, assoc: 'f' }],
  [{ ...mark, equiv: 'p' }],
  [{ ...mark, equiv: '\u0002' }],
];
const texts = [...contents.map((content) => textOf(content)), textOf([start], 'y'), textOf([start], '\u0001')];
const words = textOf([{ kind: 'text', text: 'a' }], 'a');

it.each([
  ['a keyed hash', createTextHash],
  ['a hash that tells next to nothing apart', weakHash],
])('tells texts apart that have one key, by all that is written of them: %s', (_, hashWith) => {
  const hashesOf = createPairHasher({ hash: hashWith([1, 2]), inline: undefined });
  const writingOf = (source: EntryText, target: EntryText): number => hashesOf(source, target).writing;
  const hashes = texts.flatMap((one) => [writingOf(one, words), writingOf(words, one)]);
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hashes).not.toContain(0);
  expect(texts.map((one) => writingOf(structuredClone(one), words))).toEqual(texts.map((one) => writingOf(one, words)));
  expect(writingOf(words, words)).toBe(0);
});
