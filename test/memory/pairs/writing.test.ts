import { expect, it } from 'vitest';
import { writingOf } from '../../../src/memory/pairs/writing.js';
import type { Code, Content } from '../../../src/model/content.js';
import type { EntryText } from '../../../src/model/memory/entry.js';

const range = { start: 0, end: 0 };
const start: Code = { kind: 'sc', id: '1', type: 'fmt', subType: 'xlf:b', data: '**', range };
const mark: Code = { kind: 'ph', id: '1', type: 'other', data: '<br>', range, disp: '<br>', equiv: '' };
const textOf = (content: Content, text = 'x'): EntryText => ({ text, content });

it('tells texts apart that have one key, by all that is written of them', () => {
  const contents: Content[] = [
    [{ kind: 'text', text: 'a' }],
    [{ kind: 'text', text: 'a', markdown: 'a' }],
    [{ kind: 'text', text: 'a', markdown: '&#97;' }],
    [{ kind: 'text', text: 'ab' }],
    [
      { kind: 'text', text: 'a' },
      { kind: 'text', text: 'b' },
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
  ];
  const texts = [...contents.map((content) => textOf(content)), textOf([start], 'y')];
  const hashes = texts.flatMap((one) => [writingOf(one, textOf([])), writingOf(textOf([]), one)]);
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hashes).not.toContain(0);
  expect(texts.map((one) => writingOf(structuredClone(one), textOf([])))).toEqual(
    texts.map((one) => writingOf(one, textOf([]))),
  );
});
