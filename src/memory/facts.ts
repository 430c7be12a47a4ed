import type { TranslationType } from '../model/article.js';
import type { EntryProp, EntryText, ReplacedTarget } from '../model/memory/entry.js';

/** Where a translation stands, in which version of an article. Shared by all pairs of the version. */
export interface Origin {
  /** The path of the article; empty where a document names none. */
  readonly path: string;
  /** The hand-off, else the day of the commit: YYYYMMDD; 0: neither is known. */
  readonly date: number;
  /** The first day of it, where it was there, was gone, and came back. Default: `date`. */
  readonly first?: number | undefined;
  readonly sourceHash?: string | undefined;
  readonly sourceCommit?: string | undefined;
  readonly commit?: string | undefined;
  /** Whether the article was read, and not a memory that speaks of it. */
  readonly isRead: boolean;
}

/** What stands before and after a source. */
export interface Neighbours {
  readonly previous?: EntryText;
  readonly next?: EntryText;
}

/** What is known of a translation from one place, or from a unit of a memory. */
export interface Facts {
  readonly type: TranslationType | undefined;
  /** YYYYMMDD; 0: not known. */
  readonly first: number;
  readonly last: number;
  /** How often a memory has seen it; for a pair of an article 1. */
  readonly count: number;
  readonly origin: Origin;
  /** The id of the pair; empty where it is not known. */
  readonly id: string;
  /** 0: not known. */
  readonly line: number;
  readonly service: string | undefined;
  readonly topic: string | undefined;
  readonly findings?: readonly string[];
  readonly props?: readonly EntryProp[];
  /** What it replaced, as a memory says that has only this one. */
  readonly replaced?: ReplacedTarget;
  /** The sources before and after at its place, as a memory says them. */
  readonly neighbours?: Neighbours;
}

/** A day as a number, YYYYMMDD; 0 where there is none. */
export function dayOf(date: string | undefined): number {
  return date === undefined ? 0 : Number(date.replaceAll('-', ''));
}

/** Days that were asked for: there are few. */
const dates = new Map<number, string>();
const mostDates = 1000;

/** The day as YYYY-MM-DD. */
export function dateOf(day: number): string | undefined {
  if (day === 0) return undefined;
  const known = dates.get(day);
  if (known !== undefined) return known;
  if (dates.size >= mostDates) dates.clear();
  const digits = String(day + 100_000_000).slice(1);
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  dates.set(day, date);
  return date;
}
