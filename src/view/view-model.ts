import type { Article, Segment, Unit } from '../model/article.js';
import { ownText } from '../model/compact/own-text.js';
import { type Content, toPlainText } from '../model/content.js';
import type { Diagnostic } from '../model/diagnostics/diagnostic.js';
import { createLineIndex, type LineIndex, lastStartingBy } from '../model/position.js';
import type { Glossary } from '../model/terms/glossary.js';
import { termsFor } from '../model/terms/glossary-terms.js';
import { directionOf } from './direction.js';
import { listPlace } from './list-place.js';
import {
  type PageArticle,
  type PageCode,
  type PageContent,
  type PageFinding,
  type PageRefusal,
  type PageSegment,
  type PageUnit,
  piecesOf,
} from './page-data.js';
import { termsOfSegment } from './terms/segment-terms.js';

/**
 * What a review page can show of a finding: a diagnostic is one, and so is what a rule finds. Without `segment`, it is about
 * the one that `offset` stands in.
 */
export type ViewFinding = Pick<
  Diagnostic<string>,
  'code' | 'severity' | 'message' | 'offset' | 'line' | 'segment' | 'side'
>;

/** A target of a document with changes that is not taken: `merge` would refuse it, too. */
export interface ViewRefusal {
  /** The id of its segment; that of none of the article where it has no such segment. */
  readonly segment: string;
  /** The diagnostic that says why. */
  readonly code: string;
  readonly message: string;
  /** The line in the document, 1-based. */
  readonly line: number;
  /** The target, as far as it is known: texts, and codes with their Markdown. */
  readonly proposed?: readonly (string | ProposedCode)[];
  /** The source in the document, where it is not that of the article; as `proposed`. */
  readonly source?: readonly (string | ProposedCode)[];
}

/** An inline code of a refused target. */
export interface ProposedCode {
  readonly kind: 'ph' | 'sc' | 'ec';
  readonly id: string;
  /** Default: that of the code of the segment with this id. */
  readonly data?: string;
}

/** An article with what a review page shows besides it. */
export interface ViewItem {
  readonly article: Article;
  /** The path that names it. Default: that of the article. */
  readonly path?: string;
  /** The way from the page to its file, as a relative URL. Default: there is no link to it. */
  readonly href?: string;
  /** Default: the language that the article names. */
  readonly trgLang?: string;
  /** Default: none. */
  readonly findings?: readonly ViewFinding[];
  /** Its terms are underlined where they stand in the texts, with what the glossary says of them. Default: none are. */
  readonly glossary?: Glossary;
  /** The same article with other targets. Default: there are no changes to show. */
  readonly changed?: Article;
  /** Targets that cannot be taken. Default: none. */
  readonly refused?: readonly ViewRefusal[];
}

/** An article as a review page shows it. Plain data. `lines`: those of the article. */
export function toPageArticle(item: ViewItem, lines: LineIndex = createLineIndex(item.article.text)): PageArticle {
  const { article, path, href, trgLang, findings, glossary, changed, refused } = item;
  const { localization, text, units } = article;
  const language = trgLang ?? localization.trgLang;
  const terms = glossary === undefined || language === undefined ? undefined : termsFor(glossary, language);
  const { bySegment, others } = assign(findings ?? [], units);
  const newTargets = changed === undefined ? new Map<string, Segment>() : segmentsById(changed);
  const refusals = new Map<string, ViewRefusal[]>();
  for (const refusal of refused ?? []) {
    const known = refusals.get(refusal.segment);
    if (known === undefined) refusals.set(refusal.segment, [refusal]);
    else known.push(refusal);
  }
  const toSegment = (segment: Segment, before: string): PageSegment => {
    const own = bySegment.get(segment.id);
    const notTaken = refusals.get(segment.id);
    refusals.delete(segment.id);
    const other = newTargets.get(segment.id)?.target;
    const isChanged = other !== undefined && other.text !== segment.target.text;
    const { id, range, source, target } = segment;
    const { line } = lines.pointAt(range.start);
    const from = toPageContent(source.content);
    const to = toPageContent(target.content);
    const shown: Shown<PageSegment> =
      before === '' ? { id, line, source: from, target: to } : { id, line, before, source: from, target: to };
    if (isChanged) shown.changed = toPageContent(other.content);
    if (notTaken !== undefined) shown.refused = notTaken.map((refusal) => toPageRefusal(refusal, segment));
    if (segment.recovered) shown.recovered = true;
    if (terms !== undefined) Object.assign(shown, termsOfSegment(from, shown.changed ?? to, terms));
    if (own !== undefined) shown.findings = own;
    return shown;
  };
  const title = titleOf(units);
  const pageUnits = units.map((unit) => toPageUnit(unit, text, lines, toSegment));
  const elsewhere = [...refusals.values()].flat().map((refusal) => toPageRefusal(refusal));
  return {
    path: path ?? article.path ?? '',
    ...(href === undefined ? {} : { href }),
    ...(language === undefined ? {} : { trgLang: language }),
    ...(language !== undefined && directionOf(language) === 'rtl' ? { dir: 'rtl' as const } : {}),
    ...(localization.translationType === undefined ? {} : { type: localization.translationType }),
    ...(localization.lastHandoff === undefined ? {} : { handoff: localization.lastHandoff }),
    ...(title === undefined ? {} : { title }),
    units: pageUnits,
    ...(others.length === 0 ? {} : { findings: others }),
    ...(elsewhere.length === 0 ? {} : { refused: elsewhere }),
  };
}

function toPageUnit(
  { block, level, parts }: Unit,
  text: string,
  lines: LineIndex,
  toSegment: (segment: Segment, before: string) => PageSegment,
): PageUnit {
  const segments: PageSegment[] = [];
  let before = '';
  for (const part of parts) {
    if (part.kind === 'ignorable') {
      before = part.text.trim();
    } else {
      segments.push(toSegment(part, before));
      before = '';
    }
  }
  const [first] = parts;
  // In the order in which they are written; a spread would give each object a shape of its own.
  const shown = { block } as Shown<PageUnit>;
  if (level !== undefined) shown.level = level;
  if (block === 'list-item' && first !== undefined) {
    const { marker, depth } = listPlace(text, first.range.start, lines);
    if (marker !== undefined) shown.marker = marker;
    if (depth !== undefined) shown.depth = depth;
  }
  shown.segments = segments;
  return shown;
}

/** What is written property by property. */
type Shown<T> = { -readonly [Key in keyof T]: T[Key] };

/** A refusal; codes without Markdown have that of the segment's. */
function toPageRefusal({ code, message, line, proposed, source }: ViewRefusal, segment?: Segment): PageRefusal {
  const known = new Map<string, PageCode>();
  for (const side of [segment?.source, segment?.target]) {
    for (const piece of side === undefined ? [] : piecesOf(toPageContent(side.content))) {
      if (typeof piece !== 'string') known.set(`${piece.kind} ${piece.id}`, piece);
    }
  }
  const toPiece = (piece: string | ProposedCode): string | PageCode => {
    if (typeof piece === 'string') return piece;
    const { kind, id, data } = piece;
    const own = known.get(`${kind} ${id}`);
    // A code of another Markdown is another one, whatever its id is.
    return own !== undefined && (data === undefined || data === own.data) ? own : { kind, id, data: data ?? `{${id}}` };
  };
  const toContent = (given: readonly (string | ProposedCode)[]): PageContent => {
    const [only = '', ...others] = given.map(toPiece);
    return others.length === 0 && typeof only === 'string' ? only : [only, ...others];
  };
  return {
    code,
    message,
    line,
    ...(proposed === undefined ? {} : { proposed: toContent(proposed) }),
    ...(source === undefined ? {} : { source: toContent(source) }),
  };
}

/** A content as it stands in a page. */
export function toPageContent(content: Content): PageContent {
  const [only] = content;
  if (only === undefined) return '';
  if (content.length === 1 && only.kind === 'text') return only.text;
  return content.map((inline): string | PageCode => {
    if (inline.kind === 'text') return inline.text;
    const { kind, id, data, subType } = inline;
    const code: Shown<PageCode> = { kind, id, data };
    if (inline.kind === 'ph' && inline.disp !== data) code.disp = inline.disp;
    if (subType !== undefined) code.type = subType;
    return code;
  });
}

function titleOf(units: readonly Unit[]): PageArticle['title'] {
  const unit = units.find(({ block }) => block === 'title' || block === 'heading');
  const segment = unit?.parts.find((part) => part.kind === 'segment');
  if (segment === undefined) return undefined;
  // It stands in the index, long after the article.
  const { source, target } = segment;
  return { source: ownText(toPlainText(source.content)), target: ownText(toPlainText(target.content)) };
}

function segmentsById({ units }: Article): Map<string, Segment> {
  return new Map(segmentsIn(units).map((segment) => [segment.id, segment]));
}

function segmentsIn(units: readonly Unit[]): Segment[] {
  return units.flatMap(({ parts }) => parts.filter((part) => part.kind === 'segment'));
}

/** Puts findings to the segments that they are about. */
function assign(
  findings: readonly ViewFinding[],
  units: readonly Unit[],
): { readonly bySegment: ReadonlyMap<string, PageFinding[]>; readonly others: readonly PageFinding[] } {
  const bySegment = new Map<string, PageFinding[]>();
  const others: PageFinding[] = [];
  if (findings.length === 0) return { bySegment, others };
  const segments = segmentsIn(units);
  const ids = new Set(segments.map(({ id }) => id));
  for (const found of findings) {
    const { segment, offset } = found;
    const id = segment !== undefined && ids.has(segment) ? segment : segmentAt(segments, offset)?.id;
    const own = id === undefined ? others : (bySegment.get(id) ?? []);
    own.push(toPageFinding(found));
    if (id !== undefined) bySegment.set(id, own);
  }
  return { bySegment, others };
}

/** A finding as it stands in a page. */
export function toPageFinding({ code, severity, message, line, side }: ViewFinding): PageFinding {
  return { code, severity, message, line, ...(side === undefined ? {} : { side }) };
}

/** Segments come in document order: a recovered title stands in the front matter. */
function segmentAt(segments: readonly Segment[], offset: number): Segment | undefined {
  const index = lastStartingBy(segments, offset, ({ range }) => range.start);
  const segment = segments[index];
  return segment !== undefined && segment.range.start <= offset && offset < segment.range.end ? segment : undefined;
}
