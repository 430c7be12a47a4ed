import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exportToString } from '../../../../src/index.js';
import { type CheckedFile, checkFiles, mergeFile } from '../../../../src/node.js';
import { articleOf, pair } from '../../../support/pairs.js';

const folder = mkdtempSync(join(tmpdir(), 'encoding-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = `---\nms.contentlocale: xx-YY\n---\n${pair('1a2b3-102', 'Alt', 'Old')}`;
const article = articleOf(text, 'a.md');
writeFileSync(join(folder, 'a.md'), text);

/** A document with a target, in the bytes that an encoder gives, and with a declaration. */
function documents(target: string, label: string | undefined): readonly [name: string, text: string][] {
  return (['xliff', 'tmx'] as const).map((format) => {
    const exported = exportToString([article], format).replace('Alt', target);
    const head = label === undefined ? '' : `<?xml version="1.0" encoding="${label}"?>`;
    return [format === 'tmx' ? 'd.tmx' : 'd.xlf', exported.replace(/^<\?xml[^>]*>/, head)];
  });
}

async function outcomeOf(
  name: string,
  bytes: Uint8Array,
): Promise<{ after: readonly string[]; messages: readonly string[] }> {
  writeFileSync(join(folder, name), bytes);
  const { merged, diagnostics } = await mergeFile(join(folder, 'a.md'), join(folder, name));
  return {
    after: (merged?.changes ?? []).map(({ after }) => after),
    messages: diagnostics.map(({ code, line, column, message }) => `${line}:${column} ${code} ${message}`),
  };
}

async function checked(name: string): Promise<CheckedFile | undefined> {
  for await (const file of checkFiles([join(folder, name)])) return file;
  return undefined;
}

const latin = (document: string): Buffer => Buffer.from(document, 'latin1');
const utf16 = (document: string, mark = '\ufeff'): Buffer => Buffer.from(`${mark}${document}`, 'utf16le');
const withBytes = (bytes: readonly number[]) => (document: string) => {
  const [before = '', after = ''] = document.split('@');
  return Buffer.concat([latin(before), Buffer.from(bytes), latin(after)]);
};

describe('an encoding that is declared', () => {
  it.each<[label: string | undefined, target: string, encode: (document: string) => Buffer, read: string]>([
    [undefined, 'Zurück', (document) => Buffer.from(document), 'Zurück'],
    ['UTF-8', 'Zurück', (document) => Buffer.from(`\ufeff${document}`), 'Zurück'],
    ['utf8', '次へ', (document) => Buffer.from(document), '次へ'],
    ['ISO-8859-1', 'Zurück', latin, 'Zurück'],
    ['US-ASCII', 'Weiter', latin, 'Weiter'],
    ['windows-1252', '@', withBytes([0x80, 0x20, 0x84]), '€ „'],
    ['cp1252', '@', withBytes([0x99]), '™'],
    ['ISO-8859-15', '@', withBytes([0xa4]), '€'],
    ['ISO-8859-2', '@', withBytes([0xb1, 0xea]), 'ąę'],
    ['windows-1251', '@', withBytes([0xc4, 0xe0]), 'Да'],
    ['windows-1253', '@', withBytes([0xcd, 0xe1, 0xe9]), 'Ναι'],
    ['windows-874', '@', withBytes([0xb5, 0xe8, 0xcd]), 'ต่อ'],
    ['KOI8-R', '@', withBytes([0xe4, 0xc1]), 'Да'],
    ['Shift_JIS', '@', withBytes([0x8e, 0x9f, 0x82, 0xd6]), '次へ'],
    ['EUC-JP', '@', withBytes([0xbc, 0xa1, 0xa4, 0xd8]), '次へ'],
    ['ISO-2022-JP', '@', withBytes([0x1b, 0x24, 0x42, 0x3c, 0x21, 0x24, 0x58, 0x1b, 0x28, 0x42]), '次へ'],
    ['GB18030', '@', withBytes([0xc4, 0xe3, 0x81, 0x30, 0x81, 0x30]), '你\u0080'],
    ['Big5', '@', withBytes([0xa7, 0x41]), '你'],
    ['EUC-KR', '@', withBytes([0xb3, 0xd7]), '네'],
    ['UTF-16', 'Zurück 😀', utf16, 'Zurück 😀'],
    ['UTF-16', 'Zurück', (document) => utf16(document).swap16(), 'Zurück'],
    ['UTF-16LE', 'Zurück', (document) => utf16(document, ''), 'Zurück'],
    ['UTF-16BE', 'Zurück', (document) => utf16(document, '').swap16(), 'Zurück'],
  ])('is obeyed: %s, %s', async (label, target, encode, read) => {
    for (const [name, document] of documents(target, label)) {
      expect(await outcomeOf(name, encode(document)), name).toEqual({ after: [read], messages: [] });
      expect((await checked(name))?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  it.each<[what: string, label: string | undefined, encode: (document: string) => Buffer, message: string]>([
    ['bytes of another', 'UTF-8', latin, 'the bytes here are not UTF-8, which it declares'],
    ['bytes of another', undefined, latin, 'the bytes here are not UTF-8, which it has as it declares none'],
    ['bytes of another', 'US-ASCII', latin, 'the bytes here are not US-ASCII'],
    [
      'a byte without a character',
      'windows-1252',
      (d) => withBytes([0x81])(d.replace('ü', '@')),
      'are not windows-1252',
    ],
    ['half a character', 'Shift_JIS', (d) => withBytes([0x82])(d.replace('ück', '@')), 'are not shift_jis'],
    ['half a character', 'GB18030', (d) => withBytes([0x81, 0x30])(d.replace('ück', '@')), 'are not gb18030'],
    ['another byte order mark', 'UTF-8', utf16, 'it declares UTF-8, and starts with the byte order mark of UTF-16'],
    ['another byte order', 'UTF-16BE', (d) => utf16(d, ''), 'it declares UTF-16BE, and is UTF-16'],
    [
      'another byte order mark',
      'ISO-8859-1',
      (d) => Buffer.from(`\ufeff${d}`),
      'starts with the byte order mark of UTF-8',
    ],
    ['no UTF-16', 'UTF-16', (d) => Buffer.from(d), 'it declares UTF-16, and has one byte for each character'],
    ['no UTF-32', 'UTF-32', (d) => Buffer.from(d), 'it declares UTF-32, and has one byte for each character'],
    ['UTF-32', undefined, (d) => Buffer.from([...d].flatMap((c) => [c.charCodeAt(0), 0, 0, 0])), 'encoded in UTF-32'],
    ['EBCDIC', undefined, () => Buffer.from([0x4c, 0x6f, 0xa7, 0x94, 0x93]), 'encoded in EBCDIC'],
    ['nothing known', 'x-klingon', (d) => Buffer.from(d), 'it declares x-klingon, which is not known'],
    ['UTF-7', 'UTF-7', (d) => Buffer.from(d), 'it declares UTF-7, which is not known'],
    ['NUL bytes', undefined, () => Buffer.alloc(100), 'it starts with NUL bytes'],
    ['half a surrogate pair', 'UTF-16', (d) => utf16(d.replace('ü', '\ud83d')), 'the bytes here are not UTF-16'],
  ])('is refused: %s, %s', async (_, label, encode, message) => {
    for (const [name, document] of documents('Zurück', label)) {
      const { after, messages } = await outcomeOf(name, encode(document));
      expect(after).toEqual([]);
      expect(messages).toEqual([expect.stringContaining(message)]);
      expect(messages[0]).toContain('merge/unreadable');
      const findings = (await checked(name))?.findings ?? [];
      expect(findings.map(({ code }) => code)).toEqual(['xml/encoding']);
      expect(messages[0]?.startsWith(`${findings[0]?.line}:${findings[0]?.column} `)).toBe(true);
    }
  });

  it('is refused at the bytes that are not legal, far inside, too', async () => {
    const [[name, document] = ['', '']] = documents(`${'long '.repeat(40_000)}Zurück`, 'UTF-8');
    const lines = document.slice(0, document.indexOf('ü')).split('\n');
    const { messages } = await outcomeOf(name, latin(document));
    expect(messages[0]?.split(' ')[0]).toBe(`${lines.length}:${(lines.at(-1) ?? '').length + 1}`);
  });

  it.each(['Shift_JIS', 'UTF-8', 'UTF-16', 'windows-1251'])('is read in pieces: %s', async (label) => {
    for (const shift of [0, 1, 2, 3]) {
      // So that pieces end at each byte of a character, and in a CRLF.
      const filler = `<!--${'x'.repeat(shift)}${'\r\n'.repeat(50_000)}-->`;
      const [[name, document] = ['', '']] = documents('@', label);
      const filled = document.replace('<file', `${filler}<file`);
      const long =
        { Shift_JIS: [0x8e, 0x9f], 'UTF-8': [0xe6, 0xac, 0xa1], 'UTF-16': [0x21, 0x6b], 'windows-1251': [0xc4] }[
          label
        ] ?? [];
      const bytes = Array.from({ length: 100_000 }, () => [...long, 0x20, ...(label === 'UTF-16' ? [0] : [])]).flat();
      const [before = '', after = ''] = filled.split('@');
      const of = (part: string): Buffer => (label === 'UTF-16' ? utf16(part, '') : latin(part));
      const mark = label === 'UTF-16' ? Buffer.from([0xff, 0xfe]) : Buffer.alloc(0);
      const outcome = await outcomeOf(name, Buffer.concat([mark, of(before), Buffer.from(bytes), of(after)]));
      expect(outcome.after).toEqual([`${label === 'windows-1251' ? 'Д' : '次'} `.repeat(100_000)]);
    }
  });
});
