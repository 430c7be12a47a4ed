import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFileText } from '../../../../../src/corpus/files/documents/file-text.js';
import { passMemories } from '../../../../../src/corpus/merge/tree/documents/pass-memories.js';
import { mergeCorpus } from '../../../../../src/corpus/merge/tree/merge-corpus.js';
import { openRun } from '../../../../../src/corpus/run/run.js';
import { exportToString } from '../../../../../src/index.js';
import { passMemory, toMemoryIndex } from '../../../../../src/merge/memory/memory-index.js';
import { tree } from '../../../../support/cli.js';
import { articleOf, pair } from '../../../../support/pairs.js';

const count = 50;
const texts = Array.from(
  { length: count },
  (_, index) =>
    `---\nms.contentlocale: ja-JP\n---\n${pair('1a2b3-101', `目標 ${index} 😀`, `Source ${index}`)}\n\n${pair('1a2b3-102', '注', 'Note')}\n`,
);
const exported = exportToString(
  texts.map((text, index) => articleOf(text, `${index}.md`)),
  'tmx',
);
/** Nine megabytes: the note of each unit has a hundred thousand characters. */
const long = exported.replaceAll('<prop type="x-pair">', `<note>${'n é '.repeat(20_000)}</note><prop type="x-pair">`);
const edited = long.replace('目標 7 😀', '別 &amp; 目標').replace('目標 48 😀', '終わり');

function written(document: string, encoding: BufferEncoding): { readonly cwd: string; readonly file: string } {
  const cwd = tree(Object.fromEntries(texts.map((text, index) => [`t/${index}.md`, text])));
  const file = join(cwd, 'memory.tmx');
  writeFileSync(file, document, encoding);
  return { cwd, file };
}

const memories: readonly (readonly [string, string, BufferEncoding, boolean])[] = [
  ['in UTF-8', edited, 'utf8', true],
  ['with a byte order mark', `\ufeff${edited}`, 'utf8', true],
  ['with line ends of two characters, and indented', edited.replaceAll('\n<tu', '\r\n\t<tu'), 'utf8', true],
  ['with a tab after the names of units', edited.replaceAll('<tu ', '<tu\t'), 'utf8', true],
  ['with attributes on lines of their own', edited.replaceAll('<tu ', '<tu\r\n    '), 'utf8', true],
  [
    'with some units that are written otherwise',
    edited.replace('<tu ', '<tu\n').replace('<tu ', '<tu\r'),
    'utf8',
    true,
  ],
  ['with a unit that has nothing in it', edited.replace('<tu ', '<tu/><tu '), 'utf8', true],
  [
    'with a prefix at the first unit',
    edited.replace('<tu ', '<x:tu xmlns:x="x" ').replace('</tu>', '</x:tu>'),
    'utf8',
    false,
  ],
  ['with a comment over megabytes', edited.replace('<tu', `<!-- ${'<tu >-'.repeat(1_000_000)} --><tu`), 'utf8', false],
  ['in UTF-16', `\ufeff${edited.replace('UTF-8', 'UTF-16')}`, 'utf16le', false],
  ['in another encoding', edited.replace('UTF-8', 'ISO-8859-1'), 'utf8', false],
  [
    'with prefixes',
    edited.replaceAll(/<(\/?)(tu|body|tmx)\b/g, '<$1x:$2').replace('<x:tmx', '<x:tmx xmlns:x="x"'),
    'utf8',
    false,
  ],
];

describe('a memory of many megabytes', () => {
  it.each(memories)(
    'is known by its parts as one that passes as a whole: %s',
    async (_, document, encoding, inParts) => {
      const { cwd, file } = written(document, encoding);
      const run = await openRun([join(cwd, 't')], { jobs: 1 });
      const known = await passMemories(
        run,
        [
          { path: 'none.tmx', file: `${file}.none` },
          { path: 'm', file },
        ],
        'en-US',
      );
      await run.close();
      expect([...known.keys()]).toEqual(inParts ? [1] : []);
      if (!inParts) return;
      const text = openFileText(openSync(file, 'r'));
      const passed = passMemory(text, 'en-US');
      if ('code' in passed) throw new Error(passed.code);
      const { index, places } = known.get(1) ?? {};
      expect(index).toEqual(toMemoryIndex(passed));
      const again = openFileText(openSync(file, 'r'), () => openSync(file, 'r'), places);
      const { units } = passed.cut;
      const slices = (of: typeof text): readonly string[] =>
        Array.from({ length: units.count }, (_, unit) => of.slice(units.startOf(unit), units.endOf(unit)));
      expect(slices(again)).toEqual(slices(text));
      text.close();
      again.close();
    },
  );

  it.each(memories.filter(([name]) => name !== 'in another encoding'))(
    'is merged as any other: %s',
    async (_, document, encoding) => {
      const { cwd, file } = written(document, encoding);
      const report = await mergeCorpus(join(cwd, 't'), [file], { dryRun: true, jobs: 1 });
      expect(report.files.flatMap(({ path, changes }) => changes.map(({ id, after }) => [path, id, after]))).toEqual([
        ['48.md', '1a2b3-101', '終わり'],
        ['7.md', '1a2b3-101', '別 & 目標'],
      ]);
      expect(report.documents).toMatchObject([{ articles: count, diagnostics: [] }]);
    },
  );

  it('is refused with the place of what is wrong with it', async () => {
    const { cwd, file } = written(edited.replace('終わり', '終&wari;'), 'utf8');
    const report = await mergeCorpus(join(cwd, 't'), [file], { dryRun: true, jobs: 1 });
    const line = edited.slice(0, edited.indexOf('終わり')).split('\n').length;
    expect(report.documents[0]?.diagnostics).toMatchObject([{ code: 'merge/unreadable', line }]);
    expect(report.changed).toBe(0);
  });
});
