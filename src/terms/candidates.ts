import { type Article, type Segment, segmentsOf } from '../model/article.js';
import { type Content, toPlainText } from '../model/content.js';
import type { Range } from '../model/position.js';
import { plainText, termText } from '../model/terms/term-text.js';
import { isName, isTitle } from './text/names.js';

/** Where a candidate was found: in bold, as a title, as the label of a link, or in `:::no-loc`. */
export type CandidateKind = 'ui' | 'title' | 'link' | 'fixed';

/** Two texts of an article that may be a term and its translation. */
export interface TermCandidate {
  readonly kind: CandidateKind;
  readonly source: string;
  readonly target: string;
  /** The id of the segment. */
  readonly segment: string;
  /** The whole segment, as a reader sees it; only there where it says more than the candidate. */
  readonly context?: { readonly source: string; readonly target: string };
}

/** A longer text is no term, and no context that a person reads. In UTF-16 code units. */
const longest = 400;
/** Codes that are open at once; what is nested deeper is passed over. */
const deepest = 8;

/** A code that has a partner on the other side, as text. */
interface Span {
  readonly id: string;
  readonly subType: string;
  readonly text: string;
}

/** The candidates of an article, in document order. */
export function candidatesOf(article: Article): TermCandidate[] {
  const found: TermCandidate[] = [];
  const title = article.frontMatter?.entries.find(({ key }) => key === 'title')?.valueRange;
  for (const unit of article.units) {
    for (const part of unit.parts) {
      if (part.kind !== 'segment' || part.skip !== undefined) continue;
      if (unit.block === 'title' || isIn(part, title)) addTitle(part, found);
      else if (part.source.content.length > 1) addSpans(part, found);
    }
  }
  return found;
}

function isIn({ range }: Segment, outer: Range | undefined): boolean {
  return outer !== undefined && range.start >= outer.start && range.end <= outer.end;
}

function addTitle({ id, source, target }: Segment, found: TermCandidate[]): void {
  if (source.text.length > longest || target.text.length > longest) return;
  const candidate = { source: termText(toPlainText(source.content)), target: termText(toPlainText(target.content)) };
  if (isTitle(candidate.source) && candidate.target !== '') found.push({ kind: 'title', ...candidate, segment: id });
}

function addSpans(segment: Segment, found: TermCandidate[]): void {
  const { id, source, target } = segment;
  addFixed(segment, found);
  const sources = spansOf(source.content);
  if (sources.length === 0) return;
  const targets = new Map(spansOf(target.content).map((span) => [span.id, span]));
  let context: TermCandidate['context'];
  for (const { id: code, subType, text } of sources) {
    const partner = targets.get(code);
    if (partner?.subType !== subType || text.length > longest || partner.text.length > longest) continue;
    context ??= { source: plainText(toPlainText(source.content)), target: plainText(toPlainText(target.content)) };
    const pairs = subType === 'xlf:b' ? namesIn(text, partner.text) : [[text, partner.text] as const];
    for (const [name, rendering] of pairs) {
      const one = termText(name);
      const other = termText(rendering);
      if (one === '' || other === '' || other.length > 3 * one.length + 30) continue;
      if (subType === 'xlf:b' ? !isName(one) : !isTitle(one)) continue;
      const kind = subType === 'xlf:b' ? 'ui' : 'link';
      const saysMore = context.source.length > one.length + 2;
      const isShort = context.source.length <= longest && context.target.length <= longest;
      found.push({ kind, source: one, target: other, segment: id, ...(saysMore && isShort ? { context } : {}) });
    }
  }
}

/** Between the names of a way through menus: `**File** > **Open**` in one bold. */
const step = /\s*(?:>|→|＞|»|›|➔|⇒)\s*/u;
/** The same where some of these are quotes around the names: `« File » > « Open »`. */
const stepOfQuoted = /\s*(?:>|→|＞|➔|⇒)\s*/u;

function stepsIn(text: string): string[] {
  return text.split(/[«‹]/.test(text) ? stepOfQuoted : step);
}

/** The names in a bold text: a way through menus has several, and so has its translation. */
function namesIn(source: string, target: string): (readonly [string, string])[] {
  const names = stepsIn(source);
  if (names.length === 1) return [[source, target]];
  const renderings = stepsIn(target);
  if (renderings.length !== names.length) return [];
  return names.map((name, at) => [name, renderings[at] ?? ''] as const);
}

const bold = 'xlf:b';
const link = 'md:link';

function spansOf(content: Content): Span[] {
  const spans: Span[] = [];
  const open: { id: string; subType: string; text: string }[] = [];
  for (const inline of content) {
    if (inline.kind === 'sc' && (inline.subType === bold || inline.subType === link) && !inline.isolated) {
      if (open.length < deepest) open.push({ id: inline.id, subType: inline.subType, text: '' });
    } else if (inline.kind === 'ec') {
      const at = open.findIndex(({ id }) => id === inline.id);
      const [span] = at < 0 ? [] : open.splice(at, 1);
      if (span !== undefined) spans.push(span);
    } else if (inline.kind !== 'sc') {
      const text = inline.kind === 'text' ? inline.text : inline.equiv;
      for (const span of open) if (span.text.length <= longest) span.text += text;
    }
  }
  return spans;
}

/** What `:::no-loc` says must not be translated. */
function addFixed({ id, source }: Segment, found: TermCandidate[]): void {
  for (const inline of source.content) {
    if (inline.kind !== 'ph' || inline.subType !== 'md:include' || !inline.data.startsWith(':::no-loc')) continue;
    const text = plainText(inline.equiv);
    if (text !== '') found.push({ kind: 'fixed', source: text, target: text, segment: id });
  }
}

/** The texts that terms are looked for in: both sides of each pair of an article, as a reader sees them. */
export function* textsOf(article: Article): Generator<{ source: string; target: string }, void, undefined> {
  for (const { skip, source, target } of segmentsOf(article)) {
    if (skip !== undefined) continue;
    yield { source: plainText(toPlainText(source.content)), target: plainText(toPlainText(target.content)) };
  }
}
