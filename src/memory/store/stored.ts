import type { EntryProp, ReplacedTarget } from '../../model/memory/entry.js';
import type { Facts, Neighbours, Origin } from '../facts.js';
import type { Candidate } from '../policy.js';

/** A pair on its way into the store, by the hashes of its texts. */
export interface StoredPair {
  /** The number of its source. */
  readonly source: number;
  readonly targetLow: number;
  readonly targetHigh: number;
  /** Another hash of its target. */
  readonly targetCheck: number;
  /** Tells writings of it apart that count as one. */
  readonly writing: number;
  /** Hashes of the sources before and after; 0: none. */
  readonly before: number;
  readonly after: number;
  /** Its id: the number of a name, and the number after that; 0: none. */
  readonly idName: number;
  readonly idNumber: number;
  /** 0: not known. */
  readonly line: number;
  readonly findings: readonly string[] | undefined;
  /** The number of the packed texts; called only where they are not known yet. */
  readonly text: () => number;
}

/** What is said of pairs, with the language of their targets. */
export type SharedFacts = Omit<Facts, 'id' | 'line' | 'findings' | 'neighbours' | 'props' | 'replaced'> & {
  readonly trgLang: string;
  readonly neighbours?: Neighbours | undefined;
  readonly props?: readonly EntryProp[] | undefined;
  readonly replaced?: ReplacedTarget | undefined;
};

/** What the pairs of an article have in common, or what a document says of one: as it was given, and in numbers. */
export interface Sharing {
  readonly origin: Origin;
  /** The number of its path. */
  readonly path: number;
  readonly trgLang: number;
  readonly type: number;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly service: number;
  readonly topic: number;
  readonly props: readonly EntryProp[] | undefined;
  readonly replaced: ReplacedTarget | undefined;
  readonly neighbours: Neighbours | undefined;
}

/** A translation that is in the store. */
export interface Stored extends Candidate {
  readonly index: number;
  readonly source: number;
  readonly trgLang: string;
  readonly first: number;
  readonly line: number;
  readonly origin: Origin | undefined;
  readonly service: string;
  readonly topic: string;
  /** Its packed texts. */
  readonly packed: () => string;
}

/** What the record of a translation holds. */
export const field = {
  /** The next one of its source, counted from 1. */
  next: 0,
  source: 1,
  language: 2,
  type: 3,
  first: 4,
  last: 5,
  /** Places that were read, and those that memories tell of. */
  read: 6,
  told: 7,
  writing: 8,
  text: 9,
  service: 10,
  topic: 11,
  /** Its first place: the version of an article, counted from 1, the id in two parts, and the line. */
  origin: 12,
  idName: 13,
  idNumber: 14,
  line: 15,
} as const;

/** Numbers of a record. */
export const recordWidth = 16;
