import type { TranslationType } from '../model/article.js';
import type { Severity } from '../model/diagnostics/diagnostic.js';
import { type PageData, type PageFinding, type PageSegment, type PageUnit, plainTextOf } from './page-data.js';

/** A segment with where it stands. */
export interface Entry {
  /** The place of its article in the page. */
  readonly article: number;
  readonly type: TranslationType | 'unknown';
  readonly unit: PageUnit;
  readonly segment: PageSegment;
  /** The texts of all its languages, in lower case. */
  readonly text: string;
}

/** Which segments are wanted. */
export interface Filter {
  /** In any of the languages; in lower or upper case, that does not matter. Empty: all. */
  readonly text: string;
  readonly type: TranslationType | 'unknown' | '';
  /** A severity, the code of a finding, or `any`. Empty: those without findings, too. */
  readonly finding: string;
  /** Only those whose target is another one in the document with changes, whether it is taken or not. */
  readonly changed: boolean;
}

/** The filter that lets everything through. */
export const noFilter: Filter = { text: '', type: '', finding: '', changed: false };

/** Between texts: nobody searches for it. */
const separator = '\0';

/** The segments of all articles, in their order, made ready for being searched. */
export function createEntries({ articles }: PageData): readonly Entry[] {
  const entries: Entry[] = [];
  articles.forEach((page, article) => {
    const { units } = page;
    const type: Entry['type'] = page.type ?? 'unknown';
    for (const unit of units) {
      for (const segment of unit.segments) {
        const proposed = segment.refused?.map((refusal) => refusal.proposed ?? '') ?? [];
        const texts = [segment.source, segment.target, segment.changed ?? '', ...proposed];
        entries.push({ article, type, unit, segment, text: fold(texts.map(plainTextOf).join(separator)) });
      }
    }
  });
  return entries;
}

/** Those entries that a filter lets through, of one article or all. */
export function search(entries: readonly Entry[], filter: Filter, article?: number): readonly Entry[] {
  const text = fold(filter.text.trim());
  return entries.filter(
    (entry) =>
      (article === undefined || entry.article === article) &&
      (filter.type === '' || entry.type === filter.type) &&
      (!filter.changed || entry.segment.changed !== undefined || entry.segment.refused !== undefined) &&
      (filter.finding === '' || hasFinding(entry.segment, filter.finding)) &&
      (text === '' || entry.text.includes(text)),
  );
}

/** Whether a filter lets everything through. */
export function isEmpty({ text, type, finding, changed }: Filter): boolean {
  return text.trim() === '' && type === '' && finding === '' && !changed;
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

function hasFinding({ findings = [] }: PageSegment, wanted: string): boolean {
  return findings.some((finding) => isWantedFinding(finding, wanted));
}

/** Whether a finding is one that a filter names: by its severity, its code, or `any`. */
export function isWantedFinding({ code, severity }: PageFinding, wanted: string): boolean {
  if (wanted === 'any') return true;
  return (severities.some((known) => known === wanted) ? severity : code) === wanted;
}

/** A stretch of a text, its end exclusive. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** Where the text of a filter stands in a text. None where its lower case is of another length: places would be off. */
export function matchesIn(text: string, wanted: string): readonly Match[] {
  const folded = fold(text);
  const needle = fold(wanted.trim());
  if (needle === '' || folded.length !== text.length) return [];
  const matches: Match[] = [];
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
    matches.push({ start: at, end: at + needle.length });
  }
  return matches;
}

function fold(text: string): string {
  return text.toLowerCase();
}
