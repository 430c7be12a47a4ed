import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PassedDocument } from '../../../../../src/corpus/merge/tree/documents/pass-document.js';
import { passTask } from '../../../../../src/corpus/merge/tree/documents/task.js';
import { openRun } from '../../../../../src/corpus/run/run.js';
import { exportToString } from '../../../../../src/index.js';
import { openEdited } from '../../../../../src/merge/edited.js';
import { fileAtHead } from '../../../../../src/merge/files/file-at-head.js';
import { textOf } from '../../../../../src/xml/document-text.js';
import { tree } from '../../../../support/cli.js';
import { articleOf, pair } from '../../../../support/pairs.js';

const article = articleOf(
  `---\nms.contentlocale: ja-JP\ntitle: 題\n---\n${pair('1a2b3-101', '目標', 'Source')}\n`,
  'docs/記事 1.md',
);
const exported = exportToString([article], 'xliff');
const second = exported.replace(/[\s\S]*(<file [\s\S]*<\/file>)[\s\S]*/, '$1').replace('記事', '別');

const documents: readonly (readonly [string, string])[] = [
  ['as it was exported', exported],
  ['with a byte order mark', `\ufeff${exported}`],
  ['as XLIFF 1.2', exportToString([article], 'xliff1.2')],
  ['on one line, without a declaration', exported.replace(/<\?xml.*\?>/, '').replaceAll('\n', '')],
  ['with line ends of two characters', exported.replaceAll('\n', '\r\n')],
  ['with two files', exported.replace('</xliff>', `${second}</xliff>`)],
  [
    'with a file in another way',
    exported
      .replace('</xliff>', `${second.replaceAll(/(<\/?)file/g, '$1x:file')}</xliff>`)
      .replace('<xliff', '<xliff xmlns:x="x"'),
  ],
  ['with a file that ends at once', exported.replace('</xliff>', '<file/></xliff>')],
  ['with a file that a comment hides', exported.replace('<file', `<!-- ${second} --><file`)],
  ['with a file after a comment', exported.replace('<file', '<!-- <files> --><file')],
  ['with text that looks like one', exported.replace('Source', 'Source:file &lt;file <!-- <file> -->')],
  ['with prefixes', exported.replaceAll(/<(\/?)(xliff|file)\b/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')],
  ['with references in its path', exported.replace('記事', '&#x8a18;&amp;&#x4e8b;')],
  ['with single quotes', exported.replace(/original="([^"]*)"/, "original='$1>'")],
  ['with a > in its path', exported.replace('記事', '>')],
  ['without a path', exported.replace(/ original="[^"]*"/, '')],
  ['with an attribute twice', exported.replace('<file ', '<file id="x" ')],
  ['with what is no character in its path', exported.replace('記事', '\u0001')],
  ['that is damaged before its file', exported.replace('<file', '&wrong;<file')],
  ['without a file', exported.replace(/<file [\s\S]*<\/file>\n/, '')],
  [
    'with a file in a file',
    exported.replace('<unit', '<file original="b.md"><unit').replace('</file>', '</file></file>'),
  ],
  ['with another root', exported.replaceAll('xliff', 'xlf')],
];

/** What the pass makes of the only document. */
async function passed(document: string | Uint8Array): Promise<PassedDocument | undefined> {
  const cwd = tree({ 'a.md': 'x' });
  const file = join(cwd, 'a.xlf');
  writeFileSync(file, document);
  const run = await openRun([cwd], { jobs: 1 });
  const given = { srcLang: 'en-US', descriptors: new Map() };
  const found: PassedDocument[] = [];
  for await (const batch of run.pass(passTask, given, [{ path: file, file, name: file }])) {
    for (const each of batch) found.push(each);
  }
  await run.close();
  return found[0];
}

describe('what a document is of', () => {
  it.each(documents)('is found %s', async (_, document) => {
    const edited = openEdited(textOf(document.replace('\ufeff', '')));
    const files = 'code' in edited ? [] : edited.files.map(({ original, offset }) => ({ original, offset }));
    expect(await passed(document)).toMatchObject({ kind: 'code' in edited ? 'refused' : 'xliff', files });
  });

  it('is found in the first bytes of an export, and of nothing else', () => {
    const head = exported.slice(0, exported.indexOf('>', exported.indexOf('<file ')) + 1);
    expect(fileAtHead(head)).toEqual({ original: 'docs/記事 1.md', offset: exported.indexOf('<file ') });
    for (const other of [
      `${head}x`,
      head.slice(0, -1),
      head.replace('<xliff', '<x/><xliff'),
      head.replace('記', '\u0001'),
    ]) {
      expect(fileAtHead(other)).toBeUndefined();
    }
  });

  it.each([
    // Whoever merges a document holds what is after its file to the rules of XML.
    ['a text that is not closed', Buffer.from('<x>'), 'xliff'],
    ['bytes that are not UTF-8', Buffer.from([0xff, 0xfe, 0xfd]), 'refused'],
  ])('is found as before where it ends with %s', async (_, bytes, kind) => {
    expect(await passed(Buffer.concat([Buffer.from(exported), bytes]))).toMatchObject({ kind });
  });

  it.each(['<tmx/>', '<tmx/>\n', '\ufeff<tmx/>', '<a:tmx xmlns:a="a"/>'])(
    'is that of a memory, however short: %j',
    async (document) => {
      expect(await passed(document)).toMatchObject({ kind: 'tmx', diagnostics: [] });
    },
  );

  it.each(['', '<', '<tmx', '<a/>'])('is refused where a short one is none: %j', async (document) => {
    expect(await passed(document)).toMatchObject({ kind: 'refused' });
  });
});
