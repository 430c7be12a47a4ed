import type { Block, Segment, Side } from '../model/article.js';
import type { Content } from '../model/content.js';
import type { Range } from '../model/position.js';

/** Stands for each character of a code in a {@link SideView}. */
const codeCharacter = '\ufffc';

/** A side of a pair as rules look at it. */
export interface SideView {
  readonly name: 'source' | 'target';
  readonly side: Side;
  /** The Markdown, as long as it is, with U+FFFC for codes, and spaces for character references. */
  readonly text: string;
}

/** A pair as rules look at it. */
export interface PairView {
  readonly segment: Segment;
  readonly block: Block;
  /** The target language, as far as it is known. */
  readonly trgLang: string | undefined;
  readonly source: SideView;
  readonly target: SideView;
}

export function viewPair(segment: Segment, block: Block, trgLang: string | undefined): PairView {
  const { source, target } = segment;
  return { segment, block, trgLang, source: viewSide('source', source), target: viewSide('target', target) };
}

function viewSide(name: 'source' | 'target', side: Side): SideView {
  return { name, side, text: maskCodes(side.content) };
}

/** The Markdown of a content, as long as it is, without what its codes and character references spell. */
export function maskCodes(content: Content): string {
  let text = '';
  for (const inline of content) {
    if (inline.kind !== 'text') text += codeCharacter.repeat(inline.data.length);
    else if (inline.markdown === undefined) text += inline.text;
    else text += inline.markdown.replace(/&#?\w{1,31};/g, (reference) => ' '.repeat(reference.length));
  }
  return text;
}

/** Where a stretch of a side's text stands in the article; the whole side where escapes of YAML are in the way. */
export function rangeIn({ side: { range, text } }: SideView, start: number, end: number): Range {
  if (range.end - range.start !== text.length) return range;
  return { start: range.start + start, end: range.start + end };
}
