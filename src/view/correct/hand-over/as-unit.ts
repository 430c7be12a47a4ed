import type { Segment, Unit } from '../../../model/article.js';
import { type CodeSubType, type CodeType, type Content, toMarkdown } from '../../../model/content.js';
import type { SegmentState, SourceUnit } from '../../../model/source-article.js';
import { type PageCode, type PageContent, piecesOf } from '../../page-data.js';
import type { SegmentWork } from '../work.js';

/** The types of codes that are none of formatting (XLIFF 2.0, section 4.3.1.39). */
const types: Readonly<Partial<Record<CodeSubType, CodeType>>> = {
  'md:link': 'link',
  'md:image': 'image',
  'md:autolink': 'link',
  'md:xref': 'link',
  'md:include': 'other',
  'md:math': 'other',
  'md:footnote': 'link',
  'md:comment': 'other',
  'md:html': 'other',
};

const nowhere = { start: 0, end: 0 };

/** How far a target is, in words of XLIFF. */
export interface Progress {
  readonly state: SegmentState;
  readonly subState?: string;
  readonly notes: readonly string[];
}

/** A segment as a unit that exporters write. `merge` takes a unit for each pair, whatever the block is. */
export function asUnit(
  work: SegmentWork,
  target: PageContent,
  { state, subState, notes }: Progress,
): SourceUnit & Unit {
  const { id, block, level, source } = work;
  const segment: Segment & { readonly state: SegmentState; readonly subState?: string } = {
    kind: 'segment',
    id,
    range: nowhere,
    source: asSide(source),
    target: asSide(target),
    ...(work.recovered === undefined ? {} : { recovered: true }),
    state,
    ...(subState === undefined ? {} : { subState }),
  };
  return {
    kind: 'unit',
    id,
    block,
    ...(level === undefined ? {} : { level }),
    parts: [segment],
    ...(notes.length === 0 ? {} : { notes }),
    lines: [],
    atoms: [],
  };
}

function asSide(from: PageContent): Segment['source'] {
  const content = asContent(from);
  return { range: nowhere, text: toMarkdown(content), content };
}

function asContent(from: PageContent): Content {
  const pieces = piecesOf(from);
  const isWhole = (id: string, kind: PageCode['kind']): boolean =>
    pieces.some((piece) => typeof piece !== 'string' && piece.id === id && piece.kind === kind);
  return pieces.map((piece) => {
    if (typeof piece === 'string') return { kind: 'text', text: piece };
    const { kind, id, data, disp = data, type } = piece;
    const base = {
      id,
      data,
      range: nowhere,
      type: (type && types[type]) ?? (type === undefined ? ('other' as const) : ('fmt' as const)),
      ...(type === undefined ? {} : { subType: type }),
    };
    if (kind === 'ph') return { ...base, kind, disp, equiv: disp };
    const isAlone = !isWhole(id, kind === 'sc' ? 'ec' : 'sc');
    return isAlone ? { ...base, kind, isolated: true } : { ...base, kind };
  });
}
