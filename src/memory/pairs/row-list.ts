import type { Texts } from '../store/texts.js';
import type { PairHashes } from './pair-hashes.js';

/** Pairs of an article as numbers: no object for each. */
export interface Rows {
  readonly count: number;
  /** {@link width} numbers for each pair, as {@link column} names them. */
  readonly numbers: Int32Array;
  /** What ids begin with. */
  readonly prefixes: readonly string[];
  /** What rules found in each pair, where they were run. */
  readonly findings?: readonly (readonly string[])[] | undefined;
  /** The number of the packed texts of a pair among all texts, which they are added to where they are not among them. */
  textIn(texts: Texts, row: number): number;
  /** The same where they are among them in any case. Not there: they may be added anew. */
  knownText?(row: number): number;
}

/** Numbers of a pair. */
export const width = 11;

/** Where each number of a pair stands. `prefix` and `digits` are its id; `text` and `length` belong to whoever passes rows on. */
export const column = {
  sourceLow: 0,
  sourceHigh: 1,
  targetLow: 2,
  targetHigh: 3,
  writing: 4,
  context: 5,
  line: 6,
  prefix: 7,
  digits: 8,
  text: 9,
  targetCheck: 10,
} as const;

/** The length of the number at the end of an id, which has nine digits at most; 0 where there is none. */
export function digitsOf(id: string): number {
  let start = id.length;
  while (start > 0 && isDigit(id.charCodeAt(start - 1))) start--;
  const length = id.length - start;
  return length > 9 || id.charCodeAt(start) === 0x30 ? 0 : length;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Pairs of an article, one after the other. */
export class RowList implements Rows {
  count = 0;
  numbers: Int32Array = new Int32Array(64 * width);
  prefixes: string[] = [];
  findings: (readonly string[])[] | undefined;
  private texts: string[] = [];

  /** Adds a pair. `text`: what stands for its texts, where they are not among {@link RowList.textIn}'s. */
  add(
    pair: Omit<PairHashes, 'text'>,
    id: string,
    line: number,
    text: number | string,
    findings?: readonly string[],
  ): void {
    const at = this.count * width;
    if (at === this.numbers.length) {
      const more = new Int32Array(at * 2);
      more.set(this.numbers);
      this.numbers = more;
    }
    const { numbers } = this;
    numbers[at + column.sourceLow] = pair.sourceLow;
    numbers[at + column.sourceHigh] = pair.sourceHigh;
    numbers[at + column.targetLow] = pair.targetLow;
    numbers[at + column.targetHigh] = pair.targetHigh;
    numbers[at + column.writing] = pair.writing;
    numbers[at + column.context] = pair.context;
    numbers[at + column.targetCheck] = pair.targetCheck;
    numbers[at + column.line] = line;
    const end = id.length - digitsOf(id);
    numbers[at + column.prefix] = this.prefixNumber(id, end);
    let number = 0;
    for (let digit = end; digit < id.length; digit++) number = number * 10 + id.charCodeAt(digit) - 0x30;
    numbers[at + column.digits] = number;
    if (typeof text === 'number') numbers[at + column.text] = text;
    else numbers[at + column.text] = this.texts.push(text) - 1;
    if (findings !== undefined) {
      this.findings ??= [];
      this.findings.push(findings);
    }
    this.count++;
  }

  /** Makes room for another article. */
  clear(): void {
    this.count = 0;
    this.prefixes = [];
    this.findings = undefined;
    this.texts = [];
  }

  textIn(texts: Texts, row: number): number {
    return texts.add(this.texts[this.numbers[row * width + column.text] ?? 0] ?? '');
  }

  /** The number of the first characters of an id. Nearly all ids of an article begin alike. */
  private prefixNumber(id: string, end: number): number {
    const { prefixes } = this;
    const last = prefixes.length - 1;
    const known = prefixes[last];
    if (known?.length === end && id.startsWith(known)) return last;
    return prefixes.push(id.slice(0, end)) - 1;
  }
}
