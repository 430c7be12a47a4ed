import { endOfAddress } from './address.js';
import {
  digit,
  ideograph,
  isByCharacters,
  isVariation,
  joiner,
  kindAt,
  kindOf,
  kinds,
  letter,
  mark,
  space,
} from './characters.js';
import { hashCodes, placesOf } from './codes.js';
import { grown } from './room.js';
import { emptyShape, type Shape } from './shape.js';
import { placeholder, type TextUnits } from './text-units.js';
import { anyNumber, type Vocabulary } from './vocabulary.js';
import { addFirst, addSecond, addSpelling, firstSeed, foldedPart, mix, secondSeed } from './word-hash.js';

/**
 * Reads the shapes of texts of a language.
 *
 * A **word** is what `stats` counts as one: a run of letters, digits, marks and `_`, with one of `' ’ . , : · -` between
 * two of them (`don't`, `well-known`); an address (`https://…`) is one word. In Japanese, Chinese, Korean, Thai, Lao, Khmer,
 * Burmese and Tibetan each character of these scripts is one, with its marks. A **number** is a word of digits and what joins
 * them (`1,000.5`, `2020-11-26`): it is one word, and all numbers are the same. Words are compared without case, in NFKC.
 *
 * Codes are no words. The halves of a pair do not end a word (`**N**ext` is one); a placeholder does, and takes the white
 * space at one side of it along.
 */
export class ShapeReader {
  private readonly isByCharacters: boolean;
  private readonly vocabulary: Vocabulary;
  private isGrowing = false;
  private starts: Int32Array = new Int32Array(64);
  private words: Int32Array = new Int32Array(64);
  private readonly shape: Shape = emptyShape(this.words);

  constructor(language: string, vocabulary: Vocabulary) {
    this.isByCharacters = isByCharacters(language);
    this.vocabulary = vocabulary;
  }

  /** The shape of a text, valid until the next is read. `isGrowing`: new words get numbers. */
  read(source: TextUnits, isGrowing: boolean): Shape {
    const { shape } = this;
    this.isGrowing = isGrowing;
    shape.count = shape.codes = shape.places = shape.numbers = shape.spelling = shape.spaces = shape.punctuation = 0;
    this.scan(source);
    if (source.codeCount > 0) hashCodes(source, this.starts, shape);
    return shape;
  }

  /** The word that each code stands before in the text that was read last. */
  places(source: TextUnits): number[] {
    return placesOf(source, this.starts, this.shape.count);
  }

  private scan(source: TextUnits): void {
    const { shape } = this;
    const { units, length } = source;
    // The white space since the last word or sign: its hash, whether it is over, and whether anything stands before it.
    let gap = 0;
    let isGapOver = false;
    let hasBegun = false;
    for (let at = 0; at < length; ) {
      const unit = units[at] as number;
      const kind = kinds[unit] || kindOf(unit);
      // Joiners without width join nothing here.
      if (kind === space || unit === 0x200c || unit === 0x200d) {
        if (!isGapOver) gap = addFirst(gap, unit) | 1;
        at++;
        continue;
      }
      if (unit > 0x7f && (unit === placeholder || isVariation(unit))) {
        if (unit === placeholder) isGapOver = gap !== 0 || !hasBegun;
        at++;
        continue;
      }
      if (gap !== 0) {
        if (hasBegun) shape.spaces = mix(shape.spaces, shape.count, gap);
        gap = 0;
      }
      isGapOver = false;
      hasBegun = true;
      if (unit > 0x7f) at = this.take(source.text, at);
      else if (kind === letter || kind === digit) at = this.takePlainWord(source, at);
      else {
        shape.punctuation = mix(shape.punctuation, shape.count, unit);
        at++;
      }
    }
  }

  /** Takes a word, or a sign, that begins with no character of ASCII, and gives where it ends. */
  private take(text: string, at: number): number {
    const { shape } = this;
    const point = text.codePointAt(at) as number;
    const kind = kindOf(point);
    const end = at + (point > 0xffff ? 2 : 1);
    if (kind === ideograph && this.isByCharacters) return this.takeCharacter(text, at, end);
    if (kind === letter || kind === digit || kind === ideograph || kind === mark) return this.takeWord(text, at);
    shape.punctuation = mix(shape.punctuation, shape.count, point);
    return end;
  }

  /**
   * Takes a word that is of ASCII only, as nearly all are, and leaves others to {@link ShapeReader.takeWord}. Each character
   * passes here: nothing is called for it that is not as small as a hash.
   */
  private takePlainWord(source: TextUnits, start: number): number {
    const { units, length } = source;
    let first = firstSeed;
    let second = secondSeed;
    let capitals = 0;
    let isNumber = true;
    let at = start;
    for (; at < length; at++) {
      const unit = units[at] as number;
      if (unit > 0x7f) return this.takeWord(source.text, start);
      const kind = kinds[unit] as number;
      let folded = unit;
      if (kind === letter) {
        isNumber = false;
        if (unit < 0x5b) {
          folded = unit | 0x20;
          capitals = addFirst(capitals, at - start + 1);
        }
      } else if (kind !== digit) {
        if (kind === 0) return this.takeWord(source.text, start);
        if (kind !== joiner) break;
        const next = at + 1 < length ? (units[at + 1] as number) : 0x20;
        const nextKind = kinds[next] as number;
        // An address may begin here: two slashes come after its colon.
        if (next > 0x7f || nextKind === 0 || (unit === 0x3a && next === 0x2f)) return this.takeWord(source.text, start);
        if (nextKind !== letter && nextKind !== digit) break;
      }
      first = addFirst(first, folded);
      second = addSecond(second, folded);
    }
    this.endWord(start, isNumber, capitals, first, second);
    return at;
  }

  private takeCharacter(text: string, start: number, end: number): number {
    let at = end;
    while (at < text.length && kindAt(text, at) === mark) at++;
    const unit = text.charCodeAt(start);
    if (at === start + 1 && unit < 0xf900) {
      this.shape.spelling = addFirst(addFirst(this.shape.spelling, unit), 0x20);
      this.add(start, addFirst(firstSeed, unit), addSecond(secondSeed, unit));
      return at;
    }
    return this.addFolded(text, start, at);
  }

  private takeWord(text: string, start: number): number {
    let first = firstSeed;
    let second = secondSeed;
    let capitals = 0;
    let isPlain = true;
    let isNumber = true;
    let at = start;
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      let folded = unit;
      if (unit < 0x80) {
        const kind = kindOf(unit);
        if (kind === letter) {
          isNumber = false;
          if (unit < 0x5b) {
            folded = unit | 0x20;
            capitals = addFirst(capitals, at - start + 1);
          }
        } else if (kind === joiner) {
          const end = unit === 0x3a ? endOfAddress(text, start, at) : -1;
          if (end >= 0) return this.addFolded(text, start, end);
          if (!this.isInside(text, at + 1)) break;
        } else if (kind !== digit) break;
      } else {
        const kind = kindAt(text, at);
        if (kind === joiner ? !this.isInside(text, at + 1) : !this.isWordKind(kind)) break;
        if (kind !== joiner && kind !== digit) isNumber = false;
        isPlain = false;
      }
      first = addFirst(first, folded);
      second = addSecond(second, folded);
      at++;
    }
    if (isNumber || isPlain) this.endWord(start, isNumber, capitals, first, second);
    else this.addFolded(text, start, at);
    return at;
  }

  /** `capitals`: where they stand, as a hash. */
  private endWord(start: number, isNumber: boolean, capitals: number, first: number, second: number): void {
    const { shape } = this;
    if (isNumber) {
      shape.numbers = mix(shape.numbers, first, second);
      this.push(start, anyNumber);
    } else {
      // The word is known: where it has capitals is its spelling.
      shape.spelling = addFirst(shape.spelling, capitals);
      this.add(start, first, second);
    }
  }

  private isWordKind(kind: number): boolean {
    return kind === letter || kind === digit || kind === mark || (kind === ideograph && !this.isByCharacters);
  }

  private isInside(text: string, at: number): boolean {
    return at < text.length && this.isWordKind(kindAt(text, at));
  }

  /** Adds an address, or a word that is not of ASCII only, and gives where it ends. */
  private addFolded(text: string, start: number, end: number): number {
    const folded = foldedPart(text, start, end);
    let first = firstSeed;
    let second = secondSeed;
    for (let at = 0; at < folded.length; at++) {
      first = addFirst(first, folded.charCodeAt(at));
      second = addSecond(second, folded.charCodeAt(at));
    }
    this.shape.spelling = addSpelling(this.shape.spelling, text, start, end);
    this.add(start, first, second);
    return end;
  }

  private add(start: number, first: number, second: number): void {
    this.push(start, this.isGrowing ? this.vocabulary.intern(first, second) : this.vocabulary.find(first, second));
  }

  private push(start: number, word: number): void {
    const { shape } = this;
    if (shape.count === this.words.length) {
      this.words = grown(this.words);
      this.starts = grown(this.starts);
      shape.words = this.words;
    }
    this.starts[shape.count] = start;
    this.words[shape.count++] = word;
  }
}
