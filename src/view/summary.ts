import type { PageArticle, PageFinding, PageSegment } from './page-data.js';
import type { FindingKind, Mark, PageIndex, PageSummary } from './page-index.js';
import { findingsOf } from './totals.js';

/** What the index is told of an article: its summary, with kinds of findings in words. Plain data. */
export interface ArticleNote {
  readonly summary: Omit<PageSummary, 'own' | 'marked'>;
  /** All findings, by their kinds. */
  readonly kinds: readonly KindCount[];
  /** Kinds of findings about no segment. */
  readonly own: readonly Kind[];
  readonly marked: readonly SegmentNote[];
}

type Kind = Omit<FindingKind, 'count'>;
type KindCount = FindingKind;

interface SegmentNote {
  readonly segment: number;
  readonly kinds: readonly Kind[];
  readonly changed: boolean;
}

/** Takes an article down for the index. */
export function noteOf(article: PageArticle): ArticleNote {
  const { path, trgLang, dir, type, title, units, findings = [], refused: elsewhere = [] } = article;
  const counts = { error: 0, warning: 0, info: 0 };
  let changed = 0;
  let refused = elsewhere.length;
  const marked: SegmentNote[] = [];
  let segments = 0;
  for (const unit of units) {
    for (const segment of unit.segments) {
      if (segment.changed !== undefined) changed++;
      if (segment.refused !== undefined) refused++;
      const note = noteOfSegment(segment, segments++);
      if (note !== undefined) marked.push(note);
    }
  }
  const kinds = new Map<string, KindCount>();
  for (const { code, severity } of findingsOf(article)) {
    counts[severity]++;
    const key = keyOf({ code, severity });
    kinds.set(key, { code, severity, count: (kinds.get(key)?.count ?? 0) + 1 });
  }
  const all = [counts.error, counts.warning, counts.info, changed, refused] as const;
  return {
    summary: {
      path,
      ...(trgLang === undefined ? {} : { trgLang }),
      ...(dir === undefined ? {} : { dir }),
      ...(type === undefined ? {} : { type }),
      ...(title === undefined ? {} : { title }),
      segments,
      ...(all.every((number) => number === 0) ? {} : { counts: all }),
    },
    kinds: [...kinds.values()],
    own: kindsOf(findings),
    marked,
  };
}

function noteOfSegment({ findings = [], changed, refused }: PageSegment, segment: number): SegmentNote | undefined {
  const isChanged = changed !== undefined || refused !== undefined;
  return findings.length === 0 && !isChanged ? undefined : { segment, kinds: kindsOf(findings), changed: isChanged };
}

function kindsOf(findings: readonly PageFinding[]): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { code, severity } of findings) kinds.set(keyOf({ code, severity }), { code, severity });
  return [...kinds.values()];
}

function keyOf({ code, severity }: Kind): string {
  return `${severity} ${code}`;
}

/** The findings of a segment, as they were and as they are now. */
export interface SegmentFindings {
  /** Its place among the segments of its article. */
  readonly segment: number;
  readonly before: readonly PageFinding[];
  readonly after: readonly PageFinding[];
}

/** What is taken down of an article some of whose segments have other findings now; `changes`: in the order of the segments. */
export function withSegmentFindings(note: ArticleNote, changes: readonly SegmentFindings[]): ArticleNote {
  const numbers = new Map(note.kinds.map((kind) => [keyOf(kind), kind.count]));
  const add = (found: PageFinding, number: number): void => {
    numbers.set(keyOf(found), (numbers.get(keyOf(found)) ?? 0) + number);
  };
  const marked = new Map(note.marked.map((each) => [each.segment, each]));
  for (const { segment, before, after } of changes) {
    for (const found of before) add(found, -1);
    for (const found of after) add(found, 1);
    marked.set(segment, { segment, kinds: kindsOf(after), changed: marked.get(segment)?.changed ?? false });
  }
  const inOrder = [...marked.values()].sort((a, b) => a.segment - b.segment);
  // Kinds stand in the order of their first findings.
  const kinds = new Map<string, KindCount>();
  const counts = { error: 0, warning: 0, info: 0 };
  for (const kind of [note.own, ...inOrder.map((each) => each.kinds)].flat()) {
    const key = keyOf(kind);
    if (kinds.has(key)) continue;
    const count = numbers.get(key) ?? 0;
    kinds.set(key, { ...kind, count });
    counts[kind.severity] += count;
  }
  const [, , , changed = 0, refused = 0] = note.summary.counts ?? [];
  const all = [counts.error, counts.warning, counts.info, changed, refused] as const;
  return { ...note, summary: { ...note.summary, counts: all }, kinds: [...kinds.values()], marked: inOrder };
}

/** Makes the index of a page, article by article. */
export interface IndexBuilder {
  add(note: ArticleNote): void;
  build(): PageIndex;
}

/** Starts an empty index. */
export function createIndexBuilder(): IndexBuilder {
  const articles: PageSummary[] = [];
  const kinds: FindingKind[] = [];
  const kindPlaces = new Map<string, number>();
  const marks: Mark[] = [];
  const markPlaces = new Map<string, number>();
  const placeOf = (kind: Kind): number => {
    const key = keyOf(kind);
    const known = kindPlaces.get(key);
    if (known !== undefined) return known;
    kindPlaces.set(key, kinds.length);
    return kinds.push({ ...kind, count: 0 }) - 1;
  };
  const markOf = ({ kinds: found, changed }: SegmentNote): number => {
    const places = found.map(placeOf).sort((a, b) => a - b);
    const key = `${places}${changed ? ' changed' : ''}`;
    const known = markPlaces.get(key);
    if (known !== undefined) return known;
    markPlaces.set(key, marks.length);
    return marks.push({ kinds: places, ...(changed ? { changed } : {}) }) - 1;
  };
  return {
    add({ summary, kinds: found, own, marked }) {
      for (const kind of found) {
        const place = placeOf(kind);
        const known = kinds[place];
        if (known !== undefined) kinds[place] = { ...known, count: known.count + kind.count };
      }
      const flat: number[] = [];
      for (const note of marked) flat.push(note.segment, markOf(note));
      articles.push({
        ...summary,
        ...(own.length === 0 ? {} : { own: own.map(placeOf) }),
        ...(flat.length === 0 ? {} : { marked: flat }),
      });
    },
    build: () => ({ articles, kinds, marks }),
  };
}

/** The index of articles that are at hand. */
export function indexOf(articles: readonly PageArticle[]): PageIndex {
  const builder = createIndexBuilder();
  for (const article of articles) builder.add(noteOf(article));
  return builder.build();
}
