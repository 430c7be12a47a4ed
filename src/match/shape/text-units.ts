import type { Content } from '../../model/content.js';
import { grown } from './room.js';
import { addFirst } from './word-hash.js';

/** Stands for a placeholder. */
export const placeholder = 0xfffc;
/** Before the spelling of a code in a key, and after it: neither can be in a text. */
const keyMarks = { piece: 1, field: 2 } as const;
/** What codes are told apart by besides their spelling. */
const seeds = { ph: 0x1b873593, sc: 0x2c1b3c6d, ec: 0x297a2d39 } as const;
const kindUnits = { ph: 0x70, sc: 0x73, ec: 0x65 } as const;

/** The code units of a text, which all that looks at them reads from here: its content is read once. */
export class TextUnits {
  /** The text with a character for each placeholder, and nothing for halves of pairs: the first {@link length} are valid. */
  units: Uint16Array<ArrayBuffer> = new Uint16Array(256);
  length = 0;
  /** Where each code stands in it, and a hash of each. */
  codeOffsets: Int32Array = new Int32Array(16);
  codeHashes: Int32Array = new Int32Array(16);
  codeCount = 0;
  /** What tells it from other texts, as `keyOf` has it: the text and the spelling of its codes, without white space at the ends. */
  key: Uint16Array<ArrayBuffer> = this.units;
  keyStart = 0;
  keyEnd = 0;
  private ownKey: Uint16Array<ArrayBuffer> = new Uint16Array(256);
  private content: Content = [];
  private flat: string | undefined;

  /** Takes the content of a text, until that of the next is taken. */
  load(content: Content): this {
    this.content = content;
    this.flat = undefined;
    this.codeCount = 0;
    const [first] = content;
    if (content.length === 1 && first?.kind === 'text') {
      const { text } = first;
      this.length = text.length;
      if (text.length > this.units.length) this.units = new Uint16Array(text.length * 2);
      copy(text, this.units, 0);
      this.setKey(this.units, text.length);
    } else this.loadPieces(content);
    return this;
  }

  /** Neither text nor codes. */
  get isEmpty(): boolean {
    return this.keyStart === this.keyEnd;
  }

  /** The text as a string. */
  get text(): string {
    this.flat ??= flatten(this.content);
    return this.flat;
  }

  private loadPieces(content: Content): void {
    let length = 0;
    let keyLength = 0;
    for (const inline of content) {
      const isText = inline.kind === 'text';
      const own = isText ? inline.text : inline.data;
      if (keyLength + own.length + 3 > this.ownKey.length) this.ownKey = larger(this.ownKey, own.length + 3);
      // The key has all that the text has.
      if (this.ownKey.length > this.units.length) this.units = larger(this.units, this.ownKey.length);
      if (isText) {
        copy(own, this.ownKey, keyLength);
        for (let at = 0; at < own.length; at++) this.units[length + at] = this.ownKey[keyLength + at] as number;
        length += own.length;
      } else {
        this.addCode(length, own, seeds[inline.kind]);
        if (inline.kind === 'ph') this.units[length++] = placeholder;
        this.ownKey[keyLength] = keyMarks.piece;
        this.ownKey[keyLength + 1] = kindUnits[inline.kind];
        copy(own, this.ownKey, keyLength + 2);
        keyLength += 3;
        this.ownKey[keyLength + own.length - 1] = keyMarks.field;
      }
      keyLength += own.length;
    }
    this.length = length;
    this.setKey(this.ownKey, keyLength);
  }

  private addCode(offset: number, data: string, seed: number): void {
    if (this.codeCount === this.codeOffsets.length) {
      this.codeOffsets = grown(this.codeOffsets);
      this.codeHashes = grown(this.codeHashes);
    }
    let hash = seed;
    for (let at = 0; at < data.length; at++) hash = addFirst(hash, data.charCodeAt(at));
    this.codeOffsets[this.codeCount] = offset;
    this.codeHashes[this.codeCount++] = hash;
  }

  private setKey(units: Uint16Array<ArrayBuffer>, length: number): void {
    let start = 0;
    let end = length;
    while (start < end && isSpace(units[start] as number)) start++;
    while (end > start && isSpace(units[end - 1] as number)) end--;
    this.key = units;
    this.keyStart = start;
    this.keyEnd = end;
  }
}

/** The text with a character for each placeholder, and nothing for halves of pairs. */
export function flatten(content: Content): string {
  const [first] = content;
  if (content.length === 1 && first?.kind === 'text') return first.text;
  let text = '';
  for (const inline of content) {
    if (inline.kind === 'text') text += inline.text;
    else if (inline.kind === 'ph') text += '\ufffc';
  }
  return text;
}

function copy(text: string, units: Uint16Array, start: number): void {
  for (let at = 0; at < text.length; at++) units[start + at] = text.charCodeAt(at);
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d;
}

function larger(units: Uint16Array<ArrayBuffer>, by: number): Uint16Array<ArrayBuffer> {
  const more = new Uint16Array((units.length + by) * 2);
  more.set(units);
  return more;
}
