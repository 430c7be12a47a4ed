import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type MemoryCorpusOptions, type MemoryReport, memoryCorpus } from '../../../src/node.js';
import { temporaryFolder, tree } from '../../support/cli.js';
import { written } from '../../support/memory-trees.js';

const article = written({ pairs: [['One', 'Eins']] });
const tmx = (text = 'A'): string =>
  `<tmx version="1.4"><header srclang="en-US"/><body><tu><tuv xml:lang="en-US"><seg>${text}</seg></tuv><tuv xml:lang="de-DE"><seg>日本語</seg></tuv></tu></body></tmx>`;
const xliff2 =
  '<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en-US" trgLang="de-DE"><x:file id="f"><x:unit id="u"><x:segment><x:source>X</x:source><x:target>Y</x:target></x:segment></x:unit></x:file></x:xliff>';
const xliff12 =
  '<xliff version="1.2"><file source-language="en-US" target-language="de-DE" original="a" datatype="x"><body><trans-unit id="1"><source>P</source><target>Q</target></trans-unit></body></file></xliff>';
const declared = '<?xml version="1.0"?>\n<!-- tmx --><!DOCTYPE tmx SYSTEM "tmx14.dtd">\n';

/** Standard input in pieces of so many bytes. */
function inPieces(bytes: Buffer, length: number): Readable {
  return Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
    })(),
  );
}

async function run(
  inputs: readonly string[],
  stdin: Readable,
  options: MemoryCorpusOptions = {},
): Promise<{ readonly report: MemoryReport; readonly sources: string[] }> {
  const output = join(temporaryFolder(), 'm.jsonl');
  const report = await memoryCorpus(inputs, { jobs: 1, output, stdin, ...options });
  const lines = report.outputs.length === 0 ? [] : readFileSync(output, 'utf8').trim().split('\n');
  return { report, sources: lines.map((line) => (JSON.parse(line) as { source: string }).source) };
}

describe('standard input of memory is what it starts with', () => {
  it.each([
    ['a TMX', Buffer.from(tmx())],
    ['a TMX after a declaration, a comment and a document type', Buffer.from(declared + tmx())],
    ['a TMX with a byte order mark', Buffer.from(`\ufeff${tmx()}`)],
    ['a TMX in UTF-16', Buffer.from(`\ufeff${tmx()}`, 'utf16le')],
    ['a long comment before a TMX', Buffer.from(`<!--${'x'.repeat(200_000)}-->${tmx()}`)],
  ])('%s', async (_, bytes) => {
    for (const length of [7, 1000, bytes.length]) {
      const { report, sources } = await run(['-'], inPieces(bytes, length));
      expect(sources).toEqual(['A']);
      expect(report).toMatchObject({ memory: { found: 1 }, diagnostics: {} });
    }
  });

  it.each([
    ['an error', Buffer.from(tmx('A & B'))],
    ['bytes that are illegal', Buffer.from(tmx('A \xff B'), 'latin1')],
  ])('a TMX that is damaged at the start is read to its end: %s', async (_, damaged) => {
    const units = Array.from({ length: 2000 }, (_, index) => /<tu>.*<\/tu>/.exec(tmx(`B ${index}`))?.[0]).join('');
    const text = Buffer.concat([damaged.subarray(0, damaged.indexOf('</body>')), Buffer.from(`${units}</body></tmx>`)]);
    const isRead = damaged.includes('&');
    for (const length of [1000, text.length]) {
      const { report, sources } = await run(['-'], inPieces(text, length));
      expect([sources.length, report.memory.found]).toEqual([isRead ? 2000 : 0, 2001]);
    }
  });

  it.each([
    ['XLIFF 2.0 with a prefix', xliff2, 'X'],
    ['XLIFF 1.2', xliff12, 'P'],
  ])('%s', async (_, text, source) => {
    expect((await run(['-'], Readable.from([Buffer.from(text)]))).sources).toEqual([source]);
  });

  it('an article, in Markdown or in XML, as it was', async () => {
    for (const length of [5, 100_000]) {
      const { report, sources } = await run(['-'], inPieces(Buffer.from(article), length));
      expect(sources).toEqual(['One']);
      expect(report.articles).toBe(1);
    }
    const xml = `<?xml version="1.0"?><Docs><summary>${article.slice(article.indexOf('<span'))}</summary></Docs>`;
    const read = await run(['-'], Readable.from([Buffer.from(xml)]), { trgLang: 'de-DE' });
    expect(read.sources).toEqual(['One']);
    for (const text of ['', 'tmx', '<tmx', '<p>tmx</p>', '\0\0\0\0']) {
      expect((await run(['-'], Readable.from([Buffer.from(text)]))).sources).toEqual([]);
    }
  });

  it('beside other inputs, and what is damaged is reported under its name', async () => {
    const root = tree({ 'docs/a.md': article, 'x.tmx': tmx('B') });
    const inputs = [join(root, 'docs'), '-', join(root, 'x.tmx')];
    const both = await run(inputs, Readable.from([Buffer.from(tmx())]));
    expect(both.sources.sort()).toEqual(['A', 'B', 'One']);
    const { report } = await run(['-'], Readable.from([Buffer.from(tmx().replace('</tu>', ''))]));
    expect(report.files).toMatchObject([{ path: 'stdin', diagnostics: [{ code: 'document/damaged' }] }]);
  });

  it('nothing where the run is stopped while it waits', async () => {
    const controller = new AbortController();
    const waiting = new Readable({ read: () => controller.abort(new Error('stop')) });
    const done = run(['-'], waiting, { signal: controller.signal });
    await expect(done).rejects.toThrow('stop');
  });
});
