import { startsWithBlockTag } from '../block-tags.js';

/** HTML blocks (CommonMark 0.31, section 4.6). */

/** An open HTML block: how it ends. */
export interface HtmlBlock {
  /** A line that has it is the last one; without it, a blank line ends the block. */
  readonly end?: RegExp;
  /** There is text in it that a reader sees. */
  readonly hasText: boolean;
}

const raw: HtmlBlock = { end: /<\/(?:script|pre|style|textarea)>/i, hasText: false };
const comment: HtmlBlock = { end: /-->/, hasText: true };
const instruction: HtmlBlock = { end: /\?>/, hasText: true };
const declaration: HtmlBlock = { end: />/, hasText: true };
const section: HtmlBlock = { end: /\]\]>/, hasText: true };
const element: HtmlBlock = { hasText: true };

const anyTag =
  /^(?:<[A-Za-z][A-Za-z0-9-]*(?:[ \t]+[A-Za-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^ \t"'=<>`]+|'[^']*'|"[^"]*"))?)*[ \t]*\/?>|<\/[A-Za-z][A-Za-z0-9-]*[ \t]*>)[ \t]*$/;

/** The HTML block that a line starts. `interrupts`: a paragraph would end there, which not every tag can do. */
export function htmlBlockOf(rest: string, interrupts: boolean): HtmlBlock | undefined {
  if (!rest.startsWith('<')) return undefined;
  if (/^<(?:script|pre|style|textarea)(?:[ \t>]|$)/i.test(rest)) return raw;
  if (rest.startsWith('<!--')) return comment;
  if (rest.startsWith('<?')) return instruction;
  if (rest.startsWith('<![CDATA[')) return section;
  if (/^<![A-Za-z]/.test(rest)) return declaration;
  if (startsWithBlockTag(rest)) return element;
  return !interrupts && anyTag.test(rest) ? element : undefined;
}
