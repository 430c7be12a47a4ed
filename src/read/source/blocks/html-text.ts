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
 * would be none with text beside it.
 */
function insideLoneTag(html: string): Range {
  const [, tag = '', name = ''] = /^(\s*<\/?([a-z][a-z0-9-]*)(?:[\s/][^<>]*)?>[ \t]*)\n/i.exec(html) ?? [];
  if (tag === '') return { start: 0, end: html.length };
  const close = new RegExp(`</${name}\\s*>\\s*$`, 'i').exec(html);
  return { start: tag.length, end: close?.index ?? html.length };
}

function trim(html: string, from: number, to: number): Range | undefined {
  const text = html.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  const end = from + text.trimEnd().length;
  return start < end ? { start, end } : undefined;
}
