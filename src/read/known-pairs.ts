import { ownText } from '../model/compact/own-text.js';
import type { Markup } from './carriers/markup.js';
import type { Contents } from './contents.js';
import { isQuiet } from './findings/of-contents.js';

/** The two texts of a pair, and what was read of them. */
export interface KnownPair {
  /** The same for the same texts as long as they are known; never that of other texts. */
  readonly number: number;
  /** The texts that were met, and nothing else of their articles. */
  readonly source: string;
  readonly target: string;
  /** Whether both are nothing but words; `undefined`: nobody asked yet. */
  areWords: boolean | undefined;
  /** What they read. */
  contents: Contents | undefined;
  /** The labels of references that were asked for, and whether the article defined them. */
  asked: ReadonlyMap<string, boolean> | undefined;
  /** What somebody made of what they read. It is gone when they read otherwise. */
  value: unknown;
  /** Nothing of what they read is odd, or will ever be otherwise, and nobody needs it any more. */
  isSettled: boolean;
  /** Another pair with the same source, and how many there are. */
  next: KnownPair | undefined;
  others: number;
  /** Where versions are read as bytes, what stands there. */
  bytes: PairBytes | undefined;
}

/** The texts of a pair as they stand in bytes of UTF-8, a byte as a character each. */
export interface PairBytes {
  readonly target: string;
  readonly source: string;
  readonly known: KnownPair;
  /** Line feeds in both. */
  readonly lines: number;
}

type IsDefined = (label: string) => boolean;

/** The pairs of one markup that were met. */
export interface KnownPairs {
  /** What is known of two texts; they are known from then on. */
  meet(source: string, target: string): KnownPair;
  /**
   * Both sides as the markup reads them, which is asked once for all places where the pair stands: ranges of codes count from
   * the starts of their texts. `isDefined`: whether the article defines a label.
   */
  readContents(pair: KnownPair, isDefined: IsDefined): Contents;
}

/** Characters of texts that are known at least. As many more may be: then those that were not met since are forgotten. */
export const mostKnownCharacters: number = 1 << 21;
/** Pairs with one source; further ones are not known again. */
const mostOfASource = 16;

/** `count` gives the next number. */
export function createKnownPairs(markup: Markup, count: () => number, most: number): KnownPairs {
  /** By their sources: those that were met since the others were full, and these. */
  let young = new Map<string, KnownPair>();
  let old = new Map<string, KnownPair>();
  let characters = 0;
  const remember = (pair: KnownPair): KnownPair => {
    const other = young.get(pair.source);
    if (other !== undefined && other.others >= mostOfASource) return pair;
    characters += pair.source.length + pair.target.length;
    if (characters > most) {
      old = young;
      young = new Map();
      characters = 0;
    } else if (other !== undefined) {
      pair.next = other;
      pair.others = other.others + 1;
    }
    young.set(pair.source, pair);
    return pair;
  };
  return {
    meet(source, target) {
      const alike = young.get(source);
      const known = findIn(alike, target);
      if (known !== undefined) return known;
      const former = findIn(old.get(source), target);
      // Another pair with the source has memory of its own for it.
      const own = alike?.source ?? ownText(source);
      if (former === undefined) return remember(newPair(count(), own, ownText(target)));
      return remember({ ...former, next: undefined, others: 0, bytes: undefined });
    },
    readContents(pair, isDefined) {
      const { contents, asked } = pair;
      return contents !== undefined && isSame(asked, isDefined) ? contents : readAnew(pair, markup, isDefined);
    },
  };
}

/** Keeps what was made of what a pair reads, in place of that where it will not be needed again. */
export function settle(pair: KnownPair, value: unknown): void {
  const { contents, asked } = pair;
  pair.value = value;
  if (contents === undefined || asked !== undefined || !isQuiet(contents)) return;
  pair.isSettled = true;
  pair.contents = undefined;
}

function newPair(number: number, source: string, target: string): KnownPair {
  return {
    number,
    source,
    target,
    areWords: undefined,
    contents: undefined,
    asked: undefined,
    value: undefined,
    isSettled: false,
    next: undefined,
    others: 0,
    bytes: undefined,
  };
}

function readAnew(pair: KnownPair, markup: Markup, isDefined: IsDefined): Contents {
  let asked: Map<string, boolean> | undefined;
  const contents = markup.readContents(pair.source, pair.target, {
    isDefined(label) {
      const answer = isDefined(label);
      asked ??= new Map();
      asked.set(label, answer);
      return answer;
    },
  });
  pair.contents = contents;
  pair.asked = asked;
  if (asked !== undefined) pair.value = undefined;
  return contents;
}

/** Whether the article defines the same of what was asked for. */
function isSame(asked: KnownPair['asked'], isDefined: IsDefined): boolean {
  if (asked === undefined) return true;
  for (const [label, answer] of asked) if (isDefined(label) !== answer) return false;
  return true;
}

function findIn(first: KnownPair | undefined, target: string): KnownPair | undefined {
  for (let pair = first; pair !== undefined; pair = pair.next) if (pair.target === target) return pair;
  return undefined;
}
