import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exportToString, mergeXliff } from '../../src/index.js';
import { escapeText } from '../../src/xml/escapes.js';
import { articleOf, pair } from '../support/pairs.js';

const id = '1a2b3-102';
const old = pair(id, 'Alt', 'Old');
const quoted = old.replaceAll('"', "'");

/** Every way to write a value with a pair in it; the tags in the quotes that fit. */
const documents = [
  `### YamlMime:Landing\nsummary: ${old}\nx: z\n`,
  `### YamlMime:Landing\nsummary: '${old}'\nx: z\n`,
  `### YamlMime:Landing\nsummary: "${old.replaceAll('"', '\\"')}"\nx: z\n`,
  `### YamlMime:Landing\nsummary: "${quoted}"\nx: z\n`,
  `### YamlMime:Landing\nsummary: >-\n  ${old}\nx: z\n`,
  `### YamlMime:Landing\nsummary: |-\n  ${old}\nx: z\n`,
  `### YamlMime:Landing\nitems: {summary: "${quoted}"}\nx: z\n`,
  `---\nms.date: x\nsummary: ${old}\n---\nText\n`,
  `---\nms.date: x\nsummary: '${old}'\n---\nText\n`,
];
const targets = [
  ...['0xF4EE', 'yes', '~', '- neu', 'neu: gut', 'neu:', 'neu #1', '#1', "it's", "''", '"so"', 'C:\\neu', '\\x41', '%'],
  ...['[a], {b}', '&a *b', '| >', '---', 'a\nb', 'a\n\nb', 'a\n---\nb', 'تم', '1:30', ' a ', "a'", '名前: 値 # x'],
];

describe.each(documents)('a target in %j', (text) => {
  const article = articleOf(text, 'a.yml');
  const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });

  it.each(targets)('is read out of the YAML as it is, or refused: %j', (target) => {
    const merged = mergeXliff(article, document.replace('<target>Alt<', `<target>${escapeText(target)}<`));
    if (merged._tag === 'Left') throw new Error('refused as a whole');
    const [change] = merged.right.changes;
    if (change === undefined) {
      expect(merged._tag === 'Both' && merged.left.some(({ severity }) => severity === 'error')).toBe(true);
      return;
    }
    const yaml = merged.right.text.replace(/^---\n|\n---\nText\n$/g, '');
    const read = parse(yaml) as { summary?: string; items?: { summary: string }; x?: string };
    const value = read.items?.summary ?? read.summary ?? '';
    const fold = (lines: string): string => lines.replace(/\s+/g, ' ').trim();
    expect(fold(value.slice(value.indexOf('>') + 1, value.indexOf('</span>')))).toBe(fold(change.after));
    expect(value.endsWith('</span></span>')).toBe(true);
  });
});

it.each([
  [old, 'Neu: gut', `'${pair(id, 'Neu: gut', 'Old')}'`],
  [old, "Neu's # gut", `'${pair(id, "Neu''s # gut", 'Old')}'`],
  [old, 'Neu\n\ngut', `"${pair(id, 'Neu\\x0a\\x0agut', 'Old').replace(/="([\w-]*)">/g, '=\\"$1\\">')}"`],
  [`a\n    ${old}\n    b`, 'Neu: gut', `'a\n    ${pair(id, 'Neu: gut', 'Old')}\n    b'`],
  [`'${old}'`, "Neu's", `'${pair(id, "Neu''s", 'Old')}'`],
  [`|\n    ${old}\n`, 'Neu\ngut: "x" #', `|\n    ${pair(id, 'Neu\n    gut: "x" #', 'Old')}\n`],
])('%j with %j becomes %j', (value, target, expected) => {
  const article = articleOf(`### YamlMime:Landing\nsummary: ${value}\nx: z\n`);
  const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
  const merged = mergeXliff(article, document.replace('<target>Alt<', `<target>${escapeText(target)}<`), {
    force: true,
  });
  expect(merged._tag === 'Left' ? merged.left : merged.right.text).toBe(
    `### YamlMime:Landing\nsummary: ${expected}\nx: z\n`,
  );
});

it('some of them are written in each', () => {
  for (const text of documents) {
    const article = articleOf(text, 'a.yml');
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
    const merged = mergeXliff(article, document.replace('<target>Alt<', '<target>Neu, gut<'));
    expect(merged._tag === 'Left' ? [] : merged.right.changes.map(({ after }) => after), text).toEqual(['Neu, gut']);
  }
});
