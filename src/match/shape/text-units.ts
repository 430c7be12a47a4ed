import type { Content } from '../../model/content.js';
import { field, isSpace, piece } from '../../model/memory/text-key.js';
import { grown } from './room.js';
import { addFirst } from './word-hash.js';

/** Stands for a placeholder. */
export const placeholder = 0xfffc;
/** What codes are told apart by besides their spelling. */
const seeds = { ph: 0x1b873593, sc: 0x2c1b3c6d, ec: 0x297a2d39 } as const;
/** What a code has in a key besides its spelling: {@link piece} and its kind before it, {@link field} after it. */
const aroundCode = 4;
/** Code units of an array at first, and of the longest that is kept for the texts to come. */
const leastUnits = 256;
const mostUnits = 1 << 16;

/** The code units of a text, which all that looks at them reads from here: its content is read once. */
export class TextUnits {
  /** The text with a character for each placeholder, and nothing for halves of pairs: the first {@link length} are valid. */
  units: Uint16Array<ArrayBuffer> = new Uint16Array(leastUnits);
  length = 0;
  /** Where each code stands in it, and a hash of each. */
  codeOffsets: Int32Array = new Int32Array(16);
  codeHashes: Int32Array = new Int32Array(16);
  codeCount = 0;
  /** What `keyOf` gives for it: the text and the spelling of its codes, without white space at the ends. */
  key: Uint16Array<ArrayBuffer> = this.units;
  keyStart = 0;
  keyEnd = 0;
  private ownKey: Uint16Array<ArrayBuffer> = new Uint16Array(leastUnits);
  private content: Content = [];
  private flat: string | undefined;

  /** Takes the content of a text, until that of the next is taken. */
  load(content: Content): this {
    this.content = content;
    this.flat = undefined;
    this.codeCount = 0;
    if (this.units.length > mostUnits) this.units = new Uint16Array(leastUnits);
    if (this.ownKey.length > mostUnits) this.ownKey = new Uint16Array(leastUnits);
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
    let most = 0;
    for (const inline of content) most += lengthOf(inline) + aroundCode;
    // The key has all that the text has.
    if (most > this.ownKey.length) this.ownKey = new Uint16Array(most * 2);
    if (most > this.units.length) this.units = new Uint16Array(most * 2);
    const { units, ownKey } = this;
    let length = 0;
    let keyLength = 0;
    for (const inline of content) {
      if (inline.kind === 'text') {
        const end = copy(inline.text, ownKey, keyLength);
        length = copyUnits(ownKey, keyLength, end, units, length);
        keyLength = end;
      } else {
        ownKey[keyLength] = piece.charCodeAt(0);
        ownKey[keyLength + 1] = inline.kind.charCodeAt(0);
        ownKey[keyLength + 2] = inline.kind.charCodeAt(1);
        const start = keyLength + 3;
        const end = copy(inline.data, ownKey, start);
        ownKey[end] = field.charCodeAt(0);
        keyLength = end + 1;
        this.addCode(length, hashUnits(ownKey, start, end, seeds[inline.kind]));
        if (inline.kind === 'ph') units[length++] = placeholder;
      }
    }
    this.length = length;
    this.setKey(ownKey, keyLength);
  }

  private addCode(offset: number, hash: number): void {
    if (this.codeCount === this.codeOffsets.length) {
      this.codeOffsets = grown(this.codeOffsets);
      this.codeHashes = grown(this.codeHashes);
    }
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
    else if (inline.kind === 'ph') text += String.fromCharCode(placeholder);
  }
  return text;
}

function lengthOf(inline: Content[number]): number {
  return inline.kind === 'text' ? inline.text.length : inline.data.length;
}

// Each loop over code units is a function of its own, which is soon compiled for speed, whatever comes around it.

/** Puts a text among code units, and gives where it ends. */
function copy(text: string, units: Uint16Array, start: number): number {
  const { length } = text;
  for (let at = 0; at < length; at++) units[start + at] = text.charCodeAt(at);
  return start + length;
}

function copyUnits(from: Uint16Array, start: number, end: number, to: Uint16Array, at: number): number {
  for (let unit = start; unit < end; unit++) to[at + unit - start] = from[unit] as number;
  return at + end - start;
}

function hashUnits(units: Uint16Array, start: number, end: number, seed: number): number {
  let hash = seed;
  for (let at = start; at < end; at++) hash = addFirst(hash, units[at] as number);
  return hash;
}
