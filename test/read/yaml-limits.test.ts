import { describe, expect, it, vi } from 'vitest';
import { Alias } from 'yaml';
import { parseArticle } from '../../src/index.js';
import { deepestYaml, longestYaml } from '../../src/model/limits.js';
import { isFlowMapping, readFrontMatter } from '../../src/read/metadata/front-matter.js';
import { decodeDoubleQuoted, readYamlMapping } from '../../src/read/metadata/yaml.js';
import { pair } from '../support/pairs.js';

const codesOf = (yaml: string): string[] => readYamlMapping(yaml, 0).findings.map(({ code }) => code);
const headerCodes = (yaml: string): string[] => readFrontMatter(`---\n${yaml}\n---\n`).findings.map(({ code }) => code);

describe('the depth of a front matter', () => {
  const nested: Readonly<Record<string, (depth: number) => string>> = {
    'brackets before a quote': (depth) => `x: ${'['.repeat(depth)}"a b"`,
    braces: (depth) => `x: ${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`,
    'brackets and braces': (depth) => `x: ${'[{b: '.repeat(depth)}c`,
    'brackets that closing ones in quotes seem to end': (depth) => `x: ${'["]", '.repeat(depth)}`,
    'brackets that closing ones in comments seem to end': (depth) => `x: ${'[ # ]\n  '.repeat(depth)}`,
    indentation: (depth) => Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
    'items of items': (depth) => `x:\n  ${'- '.repeat(depth)}a`,
    'keys of keys': (depth) => `x:\n  ${'? '.repeat(depth)}a`,
    anchors: (depth) => `x: ${'&a ['.repeat(depth)}1`,
    'tags and brackets': (depth) => `x: ${'!!seq ['.repeat(depth)}1`,
  };
  it.each(Object.entries(nested))('is counted before it is read: %s', (_, make) => {
    for (const depth of [deepestYaml + 1, 1300]) {
      const text = `---\ntitle: A\n${make(depth)}\nms.contentlocale: de-DE\n---\n${pair('1a2b3-101', 'Eins', 'One')}`;
      const read = parseArticle(text);
      if (read._tag !== 'Both') throw new Error('a finding was expected');
      const found = read.left.find(({ code }) => code === 'yaml/too-deep');
      expect(found?.line).toBeGreaterThan(2);
      expect(read.right.frontMatter?.entries.find(({ key }) => key === 'title')?.value).toBe('A');
      expect(read.right.localization.trgLang).toBe('de-DE');
      expect(read.right.units).toHaveLength(1);
    }
  });

  it('may be as large as people make it', () => {
    expect(codesOf(`x: ${'['.repeat(90)}a${']'.repeat(90)}`)).toEqual([]);
    expect(codesOf('x: [a]\n'.repeat(300))).toEqual([]);
  });

  it('is counted in escaped pairs, too', () => {
    const raw = `a" ${'['.repeat(6800)}"a b`;
    expect(decodeDoubleQuoted(raw)).toBe(raw);
  });

  it('is counted where aliases make it', () => {
    const chain = Array.from({ length: 150 }, (_, index) => `k${index + 1}: &k${index + 1} [*k${index}]`).join('\n');
    expect(codesOf(`k0: &k0 [a]\n${chain}`)).toEqual(['yaml/too-deep']);
    expect(codesOf('x: &x [*x]')).toEqual(['yaml/too-deep']);
  });
});

describe('the size of a front matter', () => {
  it('is not multiplied by aliases of long values, of many values, or of themselves', () => {
    const keys = (count: number): string => Array.from({ length: count }, (_, index) => `k${index}: *a`).join('\n');
    const many = Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`).join('\n');
    for (const yaml of [`x: &a ${'y'.repeat(9000)}\n${keys(900)}`, `a0: &a0 [x, y]\n${many}`]) {
      const { entries, findings } = readYamlMapping(yaml, 0);
      expect(findings.map(({ code }) => code)).toEqual(['yaml/too-large']);
      expect(JSON.stringify(entries.map(({ value }) => value)).length).toBeLessThan(20 * yaml.length + 1_000_000);
    }
  });

  it('is not multiplied by keys around values', () => {
    const yaml = `? ${'k'.repeat(5000)}\n: {${Array.from({ length: 3000 }, (_, index) => `a${index}: b`).join(', ')}}`;
    // A key of the front matter itself is no key around it, but the same one level down is.
    expect(codesOf(`x: \n  ${yaml.replaceAll('\n', '\n  ')}`)).toEqual(['yaml/too-large']);
  });

  it('may have many values that nothing multiplies', () => {
    const { entries, findings } = readYamlMapping(`x: [${'abc, '.repeat(20_000)}]`, 0);
    expect(findings).toEqual([]);
    expect(entries[0]?.value).toHaveLength(20_000);
    expect(Array.from(entries[0]?.value as string[]).at(-1)).toBe('abc');
  });

  it('is bounded by keys and by characters, and the rest is read', () => {
    const many = Array.from({ length: 100_050 }, (_, index) => `k${index}: v`).join('\n');
    const plain = readFrontMatter(`---\n${many}\n---\n`);
    expect(plain.findings.map(({ code }) => code)).toEqual(['yaml/too-large']);
    expect(plain.frontMatter?.entries).toHaveLength(100_000);
    const long = `title: A\nx: [${'a, '.repeat(longestYaml / 3)}]\nms.contentlocale: de-DE`;
    expect(headerCodes(long)).toEqual(['yaml/too-large']);
    expect(readFrontMatter(`---\n${long}\n---\n`).localization.trgLang).toBe('de-DE');
  });

  it('does not look for anchors from the start for each alias', () => {
    const resolve = vi.spyOn(Alias.prototype, 'resolve');
    const { entries } = readYamlMapping('a: &x 1\nb: *x\nc: &x 2\nd: *x\ne: [*x, &y {f: *x}, *y]\ng: *no', 0);
    expect(entries.map(({ value }) => value)).toEqual(['1', '1', '2', '2', ['2', { f: '2' }, { f: '2' }], '*no']);
    expect(resolve).not.toHaveBeenCalled();
    resolve.mockRestore();
  });
});

describe('a mapping in braces', () => {
  it('is reported after comments that end in spaces, however many', () => {
    const comments = '# a \n\t# b  \n'.repeat(50);
    expect(isFlowMapping(`---\n${comments}{a: b}\n---\n`)).toBe(true);
    expect(isFlowMapping(`---\n${comments}a: b\n---\n`)).toBe(false);
    expect(isFlowMapping('--- \r\n\r\n  {a: b}')).toBe(true);
    expect(isFlowMapping('---\n# {\n')).toBe(false);
    expect(isFlowMapping('a\n---\n{')).toBe(false);
  });
});
