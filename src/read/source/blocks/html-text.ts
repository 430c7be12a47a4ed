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
  let from = 0;
  for (const { index, 0: tag } of html.matchAll(piece)) {
    const part = trim(html, from, index);
    if (part !== undefined) yield cut(part);
    from = index + tag.length;
  }
  const part = trim(html, from, html.length);
  if (part !== undefined) yield cut(part);
}

function trim(html: string, from: number, to: number): Range | undefined {
  const text = html.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  const end = from + text.trimEnd().length;
  return start < end ? { start, end } : undefined;
}
