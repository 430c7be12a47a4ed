import { type Encoding, encodingNamed, utf8, utf16be, utf16le } from '../encodings.js';

/** How an XML document is encoded, and how many bytes of it are a byte order mark; or what is wrong with it. */
export type FoundEncoding = { readonly encoding: Encoding; readonly mark: number } | { readonly wrong: string };

/** A declaration stands in the first bytes. */
export const declarationLength = 1024;

/** Finds the encoding of an XML document by its first bytes and its declaration (XML 1.0, 4.3.3 and appendix F). */
export function findEncoding(start: Uint8Array): FoundEncoding {
  const signature = Buffer.from(start.subarray(0, 4)).toString('hex');
  const wide = /^(?:0000feff|fffe0000|000000(?!00)|(?!00)..000000)/.test(signature);
  if (wide) return wrong('it is encoded in UTF-32', 'convert it to UTF-8 first (iconv -f UTF-32 -t UTF-8)');
  if (signature === '4c6fa794') return wrong('it is encoded in EBCDIC', 'convert it to UTF-8 first (iconv)');
  if (signature.startsWith('feff')) return declared(start, utf16be, 2);
  if (signature.startsWith('fffe')) return declared(start, utf16le, 2);
  if (signature.startsWith('efbbbf')) return declared(start, utf8, 3);
  if (/^00(?!00)..00(?!00)/.test(signature)) return declared(start, utf16be, 0);
  if (/^(?!00)..00(?!00)..00/.test(signature)) return declared(start, utf16le, 0);
  if (signature.startsWith('00')) return wrong('it starts with NUL bytes', 'name an XLIFF or TMX document');
  const label = labelIn(Buffer.from(start.subarray(0, declarationLength)).toString('latin1'));
  if (label === undefined) return { encoding: utf8, mark: 0 };
  if (isWide(label)) return contradiction(label, 'has one byte for each character of its declaration');
  const encoding = encodingNamed(label);
  if (encoding !== undefined) return { encoding, mark: 0 };
  return wrong(`it declares ${label}, which is not known`, 'convert it to UTF-8, and declare that');
}

/** What the first bytes show must be what is declared, if anything is. */
function declared(start: Uint8Array, encoding: Encoding, mark: number): FoundEncoding {
  const whole = start.subarray(mark, mark + declarationLength);
  const label = labelIn(encoding.decode(whole.subarray(0, encoding.cut(whole))).text);
  if (label === undefined || fits(label, encoding)) return { encoding, mark };
  return contradiction(label, mark > 0 ? `starts with the byte order mark of ${encoding.name}` : 'is UTF-16');
}

function fits(label: string, encoding: Encoding): boolean {
  if (encoding === utf8) return encodingNamed(label) === utf8;
  if (/^utf-?16$|^(?:iso-10646-)?ucs-2$/i.test(label)) return true;
  return new RegExp(`^utf-?16${encoding === utf16be ? 'be' : 'le'}$`, 'i').test(label);
}

function isWide(label: string): boolean {
  return /^(?:utf-?(?:16|32)|(?:iso-10646-)?ucs-[24]|csunicode|unicode)/i.test(label);
}

function labelIn(text: string): string | undefined {
  return /^<\?xml[ \t\r\n][^>]*?[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(
    text,
  )?.[1];
}

function contradiction(label: string, what: string): FoundEncoding {
  return wrong(`it declares ${label}, and ${what}`, 'declare the encoding that it has, or save it as UTF-8');
}

function wrong(what: string, toDo: string): FoundEncoding {
  return { wrong: `${what}; ${toDo}` };
}
