import type { Block, Segment, Side } from '../model/article.js';
import type { Content } from '../model/content.js';
import type { Range } from '../model/position.js';
import { spaces } from './languages/units.js';

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

/** Whether the target of a pair is its source, but for white space around it. */
export function isCopy({ source: { text: source }, target: { text: target } }: Segment): boolean {
  if (source === target) return true;
  if (!hasOuterSpace(source) && !hasOuterSpace(target)) return false;
  return source.trim() === target.trim();
}

/** Whether a text starts or ends with white space. */
export function hasOuterSpace(text: string): boolean {
  return spaces[text.charCodeAt(0)] === 1 || spaces[text.charCodeAt(text.length - 1)] === 1;
}

/** Where a stretch of a side's text stands in the article; the whole side where escapes of YAML are in the way. */
export function rangeIn({ side: { range, text } }: SideView, start: number, end: number): Range {
  if (range.end - range.start !== text.length) return range;
  return { start: range.start + start, end: range.start + end };
}
