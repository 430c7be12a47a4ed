import type { Range } from '../../../model/position.js';
import { patternOfBlockTags } from '../block-tags.js';
import { createCutter, stretchOf } from './lines.js';

const piece = /* @__PURE__ */ patternOfBlockTags(
  '<!--[\\s\\S]*?(?:-->|$)|<(script|style|pre|textarea)\\b[\\s\\S]*?(?:</\\1>|$)|</?NAME(?:[\\s/][^<>]*)?>|<[?!][^<>]*>',
  'gi',
);

/** The texts in a block of HTML: what stands between tags of blocks, and of cells. */
export function* textsOfHtml(text: string, lines: readonly Range[]): Generator<readonly Range[], void, undefined> {
  const { text: html } = stretchOf(text, lines);
  const cut = createCutter(lines);
  const { start, end } = insideLoneTag(html);
  let from = start;
  for (const { index, 0: tag } of html.matchAll(piece)) {
    const part = trim(html, from, index);
    if (part !== undefined) yield cut(part);
    from = index + tag.length;
  }
  const part = trim(html, from, Math.max(from, end));
  if (part !== undefined) yield cut(part);
}

/**
 * A block that a tag of no block starts has that tag alone in its first line (CommonMark 0.31, section 4.6, kind 7), and
 * would be none with text beside it. The tag is left out, with its partner at the end; where that stands among text, both
 * are codes of the text.
 */
function insideLoneTag(html: string): Range {
  const all = { start: 0, end: html.length };
  const [, tag = '', slash = '', name = ''] =
    /^(\s*<(\/?)([a-z][a-z0-9-]*)(?:[\s/][^<>]*)?>[ \t]*)\n/i.exec(html) ?? [];
  if (tag === '') return all;
  const partner = slash === '' ? partnerIn(html, name, tag.length) : undefined;
  if (partner === undefined) return { start: tag.length, end: html.length };
  return html.slice(partner.end).trim() === '' ? { start: tag.length, end: partner.start } : all;
}

/** The tag that closes an element of that name, whose inside starts at an offset. */
function partnerIn(html: string, name: string, from: number): Range | undefined {
  const tags = new RegExp(`<!--[\\s\\S]*?(?:-->|$)|<(/?)${name}(?:[\\s/][^<>]*)?>`, 'gi');
  tags.lastIndex = from;
  let depth = 1;
  for (const { 0: tag, 1: slash, index } of html.matchAll(tags)) {
    if (slash === undefined || tag.endsWith('/>')) continue;
    depth += slash === '' ? 1 : -1;
    if (depth === 0) return { start: index, end: index + tag.length };
  }
  return undefined;
}

function trim(html: string, from: number, to: number): Range | undefined {
  const text = html.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  const end = from + text.trimEnd().length;
  return start < end ? { start, end } : undefined;
}
