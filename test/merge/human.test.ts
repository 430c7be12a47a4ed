import { describe, expect, it } from 'vitest';
import { exportToString, type MergeOptions, mergedOf, mergeTmx, mergeXliff } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';

const body = `${pair('1a2b3-101', 'Eins', 'One')}\n\n${pair('1a2b3-102', 'Zwei', 'Two')}\n`;

/** What becomes of an article all of whose targets a document says are final. */
function marked(text: string, path = 'a.md', options: MergeOptions = { markHuman: true }): string | undefined {
  const article = articleOf(text, path);
  const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
  const final = document.replace(/ state="[a-z]+"( subState="[^"]*")?/g, ' state="reviewed"');
  const merged = mergedOf(mergeXliff(article, final, options));
  expect(merged?.isMarked).toBe(merged?.text !== text);
  return merged?.text;
}

const yaml = (metadata: string): string =>
  `### YamlMime:Module\n${metadata}summary: "${pair('1a2b3-101', 'Drei', 'Three').replaceAll('"', '\\"')}"\n`;

/** All are HT, or one cannot be. */
const twice: readonly string[] = [
  '---\nms.translationtype: HT\nms.translationtype: "HT"\n---\n',
  '---\nms.translationtype: MT\nms.translationtype: [MT]\n---\n',
  '---\nms.translationtype: MT\nms.translationtype: M T\n---\n',
];

describe('markHuman', () => {
  it.each([
    ['---\nms.translationtype: MT\n---\n', '---\nms.translationtype: HT\n---\n'],
    ['---\r\nms.translationtype: "MT"  \r\na: b\r\n---\r\n', '---\r\nms.translationtype: "HT"  \r\na: b\r\n---\r\n'],
    ["\ufeff---\na: 'b'\nms.translationtype: 'MT'\n---\n", "\ufeff---\na: 'b'\nms.translationtype: 'HT'\n---\n"],
    ['---\nms.translationtype:\na: b\n---\n', '---\nms.translationtype: HT\na: b\n---\n'],
    ['---\na: b\n---\n', '---\na: b\nms.translationtype: HT\n---\n'],
    ['---\r\na: b\r\n---  \r\n', '---\r\na: b\r\nms.translationtype: HT\r\n---  \r\n'],
    ['---\na: |\n  b\n---\n', '---\na: |\n  b\nms.translationtype: HT\n---\n'],
    ['---\n  a: b\n  c: d\n---\n', '---\n  a: b\n  c: d\n  ms.translationtype: HT\n---\n'],
    ['---\n{a: b, "c": "d"}\n---\n', '---\n{a: b, "c": "d", ms.translationtype: HT}\n---\n'],
    ['---\n{ms.translationtype: MT, a: b}\n---\n', '---\n{ms.translationtype: HT, a: b}\n---\n'],
    ['---\n---\n', '---\nms.translationtype: HT\n---\n'],
    // Readers of YAML take the first, or the last.
    [
      '---\nms.translationtype: HT\na: b\nms.translationtype: MT\n---\n',
      '---\nms.translationtype: HT\na: b\nms.translationtype: HT\n---\n',
    ],
    [
      '---\nms.translationtype: MT\nms.translationtype: "MT"\nms.translationtype:\n---\n',
      '---\nms.translationtype: HT\nms.translationtype: "HT"\nms.translationtype: HT\n---\n',
    ],
    [
      '---\na: [b,\n  c]\nms.translationtype: HT\n"ms.translationtype": \'MT\'\n---\n',
      '---\na: [b,\n  c]\nms.translationtype: HT\n"ms.translationtype": \'HT\'\n---\n',
    ],
    [
      '---\n{ms.translationtype: HT, a: b, "ms.translationtype": MT}\n---\n',
      '---\n{ms.translationtype: HT, a: b, "ms.translationtype": HT}\n---\n',
    ],
  ])('says it in the front matter %j, and every other byte stays', (before, after) => {
    expect(marked(before + body)).toBe(after + body);
  });

  it.each([
    '---\nms.translationtype: HT\n---\n',
    '',
    '---\n- a\n---\n',
    '---\nms.translationtype: [MT]\n---\n',
    ...twice,
  ])('touches nothing where the front matter is %j', (header) => expect(marked(header + body)).toBe(header + body));

  it.each([
    [
      'metadata:\n  ms.contentlocale: de-DE\n  other: x\n',
      'metadata:\n  ms.contentlocale: de-DE\n  ms.translationtype: HT\n  other: x\n',
    ],
    ['metadata: # all\r\n    other: x\r\n', 'metadata: # all\r\n    ms.translationtype: HT\r\n    other: x\r\n'],
    ['metadata:\n  ms.translationtype: "MT" # by whom\n', 'metadata:\n  ms.translationtype: "HT" # by whom\n'],
    [
      'metadata:\n  ms.translationtype: HT\n  other: x\n  ms.translationtype: MT # again\nms.translationtype: "MT"\n',
      'metadata:\n  ms.translationtype: HT\n  other: x\n  ms.translationtype: HT # again\nms.translationtype: "HT"\n',
    ],
    ['ms.contentlocale: de-DE\n', 'ms.contentlocale: de-DE\nms.translationtype: HT\n'],
    ['title: x\n', 'title: x\n'],
  ])('says it in the metadata of YAML: %j', (before, after) => {
    expect(marked(yaml(before), 'a.yml')).toBe(yaml(after).replaceAll('\n', '\n'));
  });

  it.each([
    'metadata:\n  ms.contentlocale: de-DE\n  "ms.translationtype": MT\n',
    'metadata:\n  ms.translationtype: MT\n  ms.translationtype : MT\n',
    "ms.contentlocale: de-DE\nmetadata: {'ms.translationtype': MT}\n",
  ])('touches nothing where only readers of YAML see the key: %j', (metadata) => {
    expect(marked(yaml(metadata), 'a.yml')).toBe(yaml(metadata));
  });

  it('needs all segments: edited, reviewed or final, and written', () => {
    const text = `---\nms.translationtype: MT\n---\n${body}`;
    const article = articleOf(text, 'a.md');
    const merge = (change: (xml: string) => string, format: 'xliff' | 'xliff1.2' = 'xliff'): boolean | undefined => {
      const document = exportToString([article], format, { trgLang: 'de-DE' });
      const merged = change(document);
      expect(merged).not.toBe(document);
      return mergedOf(mergeXliff(article, merged, { markHuman: true }))?.isMarked;
    };
    const state = / state="translated"(?: subState="[^"]*")?/;
    expect(merge((xml) => xml.replace(state, ' state="final"'))).toBe(false);
    expect(merge((xml) => xml.replace(state, ' state="final"').replace('Zwei', 'Zwo'))).toBe(true);
    expect(merge((xml) => xml.replace('Eins', 'Ein').replace('Zwei', 'Zwo'))).toBe(true);
    // Refused, because it is empty; and one whose source is another one.
    expect(merge((xml) => xml.replaceAll(new RegExp(state, 'g'), ' state="final"').replace('Zwei', ''))).toBe(false);
    expect(merge((xml) => xml.replaceAll(new RegExp(state, 'g'), ' state="final"').replace('Two', 'Too'))).toBe(false);
    expect(merge((xml) => xml.replaceAll('approved="no"', 'approved="yes"'), 'xliff1.2')).toBe(true);
    expect(merge((xml) => xml.replaceAll('<target', '<target state="signed-off"'), 'xliff1.2')).toBe(true);
    expect(merge((xml) => xml.replaceAll('<target', '<target state="translated"'), 'xliff1.2')).toBe(false);
    const memory = exportToString([article], 'tmx', { trgLang: 'de-DE' });
    const options = { trgLang: 'de-DE', markHuman: true };
    const edited = memory.replace('Eins', 'Ein').replace('Zwei', 'Zwo');
    expect(mergedOf(mergeTmx(article, edited, options))?.isMarked).toBe(true);
    expect(mergedOf(mergeTmx(article, memory.replace('Eins', 'Ein'), options))?.isMarked).toBe(false);
  });
});
