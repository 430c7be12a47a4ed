import { htmlBlockOf } from '../../read/source/blocks/html-starts.js';
import type { Atom } from './atoms.js';
import type { Place } from './place.js';

/** What starts a block at the start of a line (CommonMark 4 and 5, GFM tables, DocFX), with the character to escape. */
const blockStart =
  /^[ \t>]*?(?:([0-9]{1,9})[.)](?=[ \t\r\n]|$)|#{1,6}(?=[ \t\r\n]|$)|[-+*](?=[ \t\r\n]|$)|>|```|~~~|:::|\||=+[ \t]*(?:[\r\n]|$)|(?:[-*_][ \t]*){3,}(?:[\r\n]|$))/;
/** What starts a definition. */
const definition = /^[ \t]*\[(?=[^\r\n]*\]:)/;
/** The box of a task, which only a list item starts with (GFM). */
const taskBox = /^[ \t]*\[(?=[ xX]\](?:[ \t\r\n]|$))/;

/** What stands in a line before a block that starts in it: the marks of quotes, lists and footnotes. */
const marksOfBlocks = /^\ufeff?(?:[ \t>]|(?:[-+*]|[0-9]{1,9}[.)]|\[\^[^\]\s]*\]:)(?=[ \t]))*$/;
const marksOfItem = /(?:[-+*]|[0-9]{1,9}[.)])[ \t]+$/;

/** The characters of a target that start a block in their places, or end a heading, and are not meant to. */
export function startsOfBlocks(text: string, places: readonly Atom[], place: Place): readonly Atom[] {
  const { beforeMarkdown, source, linePrefix } = place;
  const found: Atom[] = [];
  const add = (atom: Atom | undefined): void => {
    if (atom !== undefined && atom.code === undefined && atom.spelled === atom.text) found.push(atom);
  };
  const wasStart = blockStart.test(beforeMarkdown) || blockStart.test(source);
  const isItem = marksOfItem.test(linePrefix);
  const wasTask = taskBox.test(beforeMarkdown) || taskBox.test(source);
  const startsLine = marksOfBlocks.test(linePrefix);
  for (const { index, 0: lineEnd } of text.matchAll(/^|\r\n?|\n/g)) {
    const first = index + lineEnd.length;
    if (first === 0 && !startsLine) continue;
    const line = text.slice(first, first + 100);
    const box = first === 0 && isItem ? taskBox.exec(line) : null;
    if (box !== null && wasTask) continue;
    const match = blockStart.exec(line) ?? definition.exec(line) ?? startOfHtml(line) ?? box;
    if (match === null || (first === 0 && wasStart)) continue;
    const atom = places[first + match[0].search(/[^ \t]/) + (match[1]?.length ?? 0)];
    // A line that stood there as it is means what it meant.
    const kept = first === 0 ? 0 : places[first - 1]?.kept;
    if (kept === 0 || kept !== atom?.kept) add(atom);
  }
  add(places[closingMarks(text, place)]);
  return found;
}

/** A tag, a comment, or what is like one, that starts a block of HTML, even where it is never closed. */
function startOfHtml(line: string): RegExpExecArray | null {
  const [own = ''] = line.trimStart().split(/[\r\n]/, 1);
  return htmlBlockOf(own, false) === undefined ? null : /^[ \t]*</.exec(line);
}

/** Where the marks stand that would be those at the end of a heading, and none of its text; -1: nowhere. */
function closingMarks(text: string, { block, around, linePrefix }: Place): number {
  if (block !== 'heading' || !/^[ \t]*(?:[\r\n]|$)/.test(around.after)) return -1;
  const start = text.search(/(?<![^ \t])#+$/);
  return start > 0 || /[ \t]$/.test(linePrefix) ? start : -1;
}
