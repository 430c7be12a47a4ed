import { ownText } from '../model/compact/own-text.js';
import type { Markup } from './carriers/markup.js';
import type { Contents } from './contents.js';

/** The two texts of a pair, and what was read of them. */
export interface KnownPair {
  /** The same for the same texts as long as they are known; never that of other texts. */
  readonly number: number;
  /** The texts that were met, and nothing else of their articles. */
  readonly source: string;
  readonly target: string;
  /** Whether both are nothing but words; `undefined`: nobody asked yet. */
  areWords?: boolean;
  /** What they read. */
  contents?: Contents;
  /** The labels of references that were asked for, and whether the article defined them. */
  asked?: ReadonlyMap<string, boolean>;
  /** Another pair with the same source, and how many there are. */
  next?: KnownPair;
  others: number;
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
export const mostKnownCharacters: number = 1 << 23;
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
      const known = findIn(young.get(source), target);
      if (known !== undefined) return known;
      const former = findIn(old.get(source), target);
      if (former === undefined) {
        return remember({ number: count(), source: ownText(source), target: ownText(target), others: 0 });
      }
      const { next: _, ...own } = former;
      return remember({ ...own, others: 0 });
    },
    readContents(pair, isDefined) {
      const { contents, asked } = pair;
      return contents !== undefined && isSame(asked, isDefined) ? contents : readAnew(pair, markup, isDefined);
    },
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
  if (asked === undefined) delete pair.asked;
  else pair.asked = asked;
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
