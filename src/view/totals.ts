import type { Severity } from '../model/diagnostics/diagnostic.js';
import type { PageArticle, PageFinding } from './page-data.js';
import type { PageIndex, PageSummary } from './page-index.js';

/** How much there is of what. */
export interface Totals {
  readonly articles: number;
  readonly segments: number;
  /** Segments of human and machine translations, and of articles that do not say which they are. */
  readonly ht: number;
  readonly mt: number;
  readonly unknown: number;
  readonly changed: number;
  /** Segments with a target that is not taken, and such targets for no segment. */
  readonly refused: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** The articles of a folder, by their places in the page. */
export interface Folder {
  /** Empty: the folder that was named. */
  readonly path: string;
  readonly articles: readonly number[];
  readonly totals: Totals;
}

/** Nothing at all. */
export const noTotals: Totals = {
  articles: 0,
  segments: 0,
  ht: 0,
  mt: 0,
  unknown: 0,
  changed: 0,
  refused: 0,
  findings: { error: 0, warning: 0, info: 0 },
};

/** Both together. */
export function addTotals(one: Totals, other: Totals): Totals {
  return {
    articles: one.articles + other.articles,
    segments: one.segments + other.segments,
    ht: one.ht + other.ht,
    mt: one.mt + other.mt,
    unknown: one.unknown + other.unknown,
    changed: one.changed + other.changed,
    refused: one.refused + other.refused,
    findings: {
      error: one.findings.error + other.findings.error,
      warning: one.findings.warning + other.findings.warning,
      info: one.findings.info + other.findings.info,
    },
  };
}

/** All findings of an article, those about segments after the others. */
export function findingsOf({ findings = [], units }: PageArticle): readonly PageFinding[] {
  const all = [...findings];
  for (const { segments } of units) {
    for (const segment of segments) for (const found of segment.findings ?? []) all.push(found);
  }
  return all;
}

/** Adds up what an index says of articles. */
export function totalsIn(articles: Iterable<PageSummary>): Totals {
  const byType = { ht: 0, mt: 0, unknown: 0 };
  const findings = { error: 0, warning: 0, info: 0 };
  let changed = 0;
  let refused = 0;
  let number = 0;
  for (const { type, segments, counts } of articles) {
    number++;
    byType[type ?? 'unknown'] += segments;
    if (counts === undefined) continue;
    findings.error += counts[0];
    findings.warning += counts[1];
    findings.info += counts[2];
    changed += counts[3];
    refused += counts[4];
  }
  const segments = byType.ht + byType.mt + byType.unknown;
  return { articles: number, segments, ...byType, changed, refused, findings };
}

/** The folders that hold articles, in the order of their first ones. */
export function foldersOf(articles: readonly PageSummary[]): readonly Folder[] {
  const folders = new Map<string, number[]>();
  articles.forEach(({ path }, index) => {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    const known = folders.get(folder);
    if (known === undefined) folders.set(folder, [index]);
    else known.push(index);
  });
  return Array.from(folders, ([path, indexes]) => {
    const own = indexes.flatMap((index) => articles[index] ?? []);
    return { path, articles: indexes, totals: totalsIn(own) };
  });
}

/** How many findings there are of each code, in the order of the codes. */
export function countCodes({ kinds }: PageIndex): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code, count } of kinds) counts.set(code, (counts.get(code) ?? 0) + count);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
