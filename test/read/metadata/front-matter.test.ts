import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/index.js';
import { readFrontMatter } from '../../../src/read/metadata/front-matter.js';
import { readYamlMapping } from '../../../src/read/metadata/yaml.js';

function entriesOf(yaml: string): readonly Entry[] {
  return readFrontMatter(`---\n${yaml}---\nText\n`).frontMatter?.entries ?? [];
}

function valuesOf(yaml: string): unknown {
  return entriesOf(yaml).map(({ key, value }) => [key, value]);
}

const codesOf = (text: string): string[] => readFrontMatter(text).findings.map(({ code }) => code);

describe('the front matter', () => {
  it('keeps scalars as they are spelled', () => {
    expect(valuesOf('a: 1.10\nb: 2020-01-01\nc: "007"\nd: true\ne:\nf: \'x\'\n')).toEqual([
      ['a', '1.10'],
      ['b', '2020-01-01'],
      ['c', '007'],
      ['d', 'true'],
      ['e', ''],
      ['f', 'x'],
    ]);
  });

  it('keeps what double quotes escape, by itself and beside what only the library reads', () => {
    const yaml = 'a: "\\"b\\" \\\\c"\nd: "\\\\begin{e}"\nf:\n- "\\\\\\""\n- \'\\g\'\n';
    const values = [
      ['a', '"b" \\c'],
      ['d', '\\begin{e}'],
      ['f', ['\\"', '\\g']],
    ];
    expect(valuesOf(yaml)).toEqual(values);
    expect(valuesOf(`${yaml}h: [i]\n`)).toEqual([...values, ['h', ['i']]]);
    expect(valuesOf('a: "\\n\\u0041"\n')).toEqual([['a', '\nA']]);
    expect(codesOf('---\na: "\\"\n---\n')).toEqual(['yaml/syntax']);
  });

  it('reads scalars in quotes as the YAML library does, with all escapes that there are and some that there are not', () => {
    const sequence = fc.oneof(
      fc.constantFrom(...'0abtnvfre "/\\N_LP\t', 'x41', 'u00e9', 'ud835', 'udc5d', 'U0001D45D', 'U00110000'),
      fc.constantFrom('x4', 'u12', 'g', '\u{1f600}', '7', 'c', "'", ''),
    );
    const double = fc
      .array(
        fc.oneof(
          sequence.map((sign) => `\\${sign}`),
          fc.constantFrom('a', ' ', ':', "'", '#', '漢', '\u{1f600}'),
        ),
      )
      .map((parts) => `"${parts.join('')}"`);
    const single = fc
      .array(fc.constantFrom("''", 'a', ' ', '"', '\\', ': ', '#'))
      .map((parts) => `'${parts.join('')}'`);
    fc.assert(
      fc.property(fc.array(fc.oneof(double, single), { minLength: 1, maxLength: 4 }), (values) => {
        const yaml = values.map((value, index) => `k${index}: ${value}\n`).join('');
        const library = readYamlMapping(yaml, 4);
        fc.pre(library.findings.length === 0);
        expect(entriesOf(yaml)).toEqual(library.entries);
      }),
      { numRuns: 1000 },
    );
  });

  it('ends a plain scalar at a comment, also after a line separator, which is no line end', () => {
    for (const separator of ['\u2028', '\u2029', '\u0085']) {
      expect(valuesOf(`a: b${separator}c # d\n`)).toEqual([['a', `b${separator}c`]]);
      expect(codesOf(`---\na: b${separator}c: d\n---\n`)).toEqual(['yaml/syntax']);
    }
  });

  it('reads lists, nested maps, block scalars and odd keys', () => {
    expect(
      valuesOf('a:\n- x\n- "y"\nb:\n  - z\nms:assetid: 1\nms,.custom: 2\nc:\n  d: e\nf: |\n  g\n  h\ni: [j, k]\n'),
    ).toEqual([
      ['a', ['x', 'y']],
      ['b', ['z']],
      ['ms:assetid', '1'],
      ['ms,.custom', '2'],
      ['c', { d: 'e' }],
      ['f', 'g\nh\n'],
      ['i', ['j', 'k']],
    ]);
  });

  it('has positions that slice back', () => {
    const text = '---\r\na: "x"\r\nb:\r\n- y\r\n- z\r\nc:   d # e\r\n---\r\nText';
    const { frontMatter } = readFrontMatter(text);
    expect(text.slice(0, frontMatter?.range.end)).toBe('---\r\na: "x"\r\nb:\r\n- y\r\n- z\r\nc:   d # e\r\n---\r\n');
    expect(
      frontMatter?.entries.map(({ keyRange, valueRange }) => [
        text.slice(keyRange.start, keyRange.end),
        text.slice(valueRange.start, valueRange.end).replaceAll('\r\n', '|').trimEnd(),
      ]),
    ).toEqual([
      ['a', '"x"'],
      ['b', '- y|- z'],
      ['c', 'd'],
    ]);
  });

  it('reads the localization keys', () => {
    const { localization, findings } = readFrontMatter(
      '---\nms.openlocfilehash: 9dbb88492a3906f6780a345cf880327d411dcc66\nms.translationtype: MT\nms.contentlocale: sr-latn-rs\nms.lasthandoff: 02/29/2020\nms.locfileid: "0123"\n---\n',
    );
    expect(findings).toEqual([]);
    expect(localization).toEqual({
      sourceHash: '9dbb88492a3906f6780a345cf880327d411dcc66',
      translationType: 'mt',
      trgLang: 'sr-Latn-RS',
      lastHandoff: '2020-02-29',
      fileId: '0123',
    });
  });

  it.each([
    ['SHA-1', '0123456789abcdef0123456789abcdef01234567'],
    ['SHA-1 in capitals', '0123456789ABCDEF0123456789ABCDEF01234567'],
    ['SHA-256', '00E4c9'.padEnd(64, 'f0')],
    ['SHA-256 of digits only', '12345678'.repeat(8)],
  ])('reads a hash and a commit that are %s, plain or in quotes', (_, digits) => {
    for (const spelled of [digits, `"${digits}"`, `'${digits}'`]) {
      const keys = `ms.openlocfilehash: ${spelled}\n  ms.sourcegitcommit: ${spelled}\n`;
      const read = { sourceHash: digits.toLowerCase(), sourceCommit: digits.toLowerCase() };
      const header = readFrontMatter(`---\n${keys.replaceAll('  ', '')}---\n`);
      expect(header).toMatchObject({ localization: read, findings: [] });
    }
  });

  it.each([
    'ms.openlocfilehash: x',
    `ms.openlocfilehash: ${'a'.repeat(63)}`,
    `ms.openlocfilehash: ${'a'.repeat(52)}`,
    `ms.openlocfilehash: ${'g'.repeat(64)}`,
    'ms.translationtype: XT',
    'ms.contentlocale: ja_JP',
    'ms.lasthandoff: 02/30/2020',
    'ms.locfileid: a1',
    'ms.contentlocale:\n- ja-JP',
  ])('says that it does not understand %j', (line) => {
    const { localization, findings } = readFrontMatter(`---\n${line}\n---\n`);
    expect(localization).toEqual({});
    expect(findings.map(({ code }) => code)).toEqual(['metadata/invalid-value']);
  });

  it('gives what can be read of broken YAML', () => {
    const text = '---\ntitle: a: b\nms.contentlocale: ja-JP\n---\n';
    expect(codesOf(text)).toEqual(['yaml/syntax']);
    expect(readFrontMatter(text).localization.trgLang).toBe('ja-JP');
  });

  it.each([
    ['---\na: *content\n---\n', ['yaml/unresolved-alias']],
    ['---\na: 1\na: 2\n---\n', ['yaml/duplicate-key']],
    ['---\na: 1\n', ['yaml/unclosed']],
    ['---\njust text\n---\n', ['yaml/syntax']],
    [`---\na: ${'['.repeat(20_000)}\n---\n`, ['yaml/too-deep']],
    ['---\n---\n', []],
    ['--- x\n---\n', []],
    ['\ufeff---\na: b\n---\n', []],
    [
      `---\n${Array.from({ length: 20 }, (_, index) => `a${index}: ${index === 0 ? '&a0 [x, x]' : `&a${index} [*a${index - 1}, *a${index - 1}]`}`).join('\n')}\n---\n`,
      ['yaml/too-large'],
    ],
  ])('%j gives %j', (text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  });
});
