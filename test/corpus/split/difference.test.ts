import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../../src/corpus/split/difference.js';

describe('a difference', () => {
  const header = '---\ntitle: One\nsummary: a b\n---\n';
  it.each([
    ['equal', `${header}Text\n`, `${header}Text\n`],
    ['line-ends', `${header}Text\n`, `${header}Text\n`.replaceAll('\n', '\r\n')],
    ['white-space', `${header}Text\n`, `---\ntitle: One\nsummary: >-\n  a\n  b\n---\n\nText`],
    ['escapes', `${header}\\*Text\n`, `${header}*Text\n`],
    ['title', `${header}Text\n`, `${header}Text\n`.replace('One', 'Two')],
    ['front-matter', `${header}Text\n`, `${header}Text\n`.replace('a b', 'c')],
    ['anchors', `${header}# <a name="text"></a>Text\n`, `${header}# Text\n`],
    ['other', `${header}Text\n`, `${header}Next\n`],
  ] as const)('is %s', (expected, a, b) => {
    expect(differenceOf(Buffer.from(a), Buffer.from(b))).toBe(expected);
    expect(differenceOf(Buffer.from(b), Buffer.from(a))).toBe(expected);
  });
});
