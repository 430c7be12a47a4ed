import type { Article, Segment } from '../model/article.js';
import type { Range } from '../model/position.js';

/** A line that has anchors or a code fence in it, up to them: quote and list markers, and those of a heading. */
const candidates = /^(?=[ \t>]*(?:[-*+0-9#<`~]))(?=[^\r\n]*(?:<a name=|```|~~~))/gm;
const marker = /(?:[-*+]|[0-9]{1,9}[.)])[ \t]+/y;
const space = /[ \t>]*/y;
const hashes = /#{1,6}[ \t]+/y;
const fenceStart = /`{3,}(?=[^`\r\n]*$)|~{3,}/my;
const anchor = /<a name=\\?"([^"\\<>]*)\\?"><\/a>/y;
/** The underline that makes a heading of the line before it (CommonMark, section 4.3). */
const underline = /^(?:\r\n?|\n)[ \t>]*(?:=+|-+)[ \t]*(?:\r|\n|$)/;

/**
 * The anchors that the localization system put before headings: those whose name is made of the heading's source.
 *
 * Other anchors were in the original. So were those in code, where no heading is.
 */
export function headingAnchors(article: Article, pairs: readonly Segment[]): Range[] {
  const { text } = article;
  const headerEnd = article.frontMatter?.range.end ?? 0;
  const found: Range[] = [];
  let fence: string | undefined;
  let next = 0;
  for (const { index } of text.matchAll(candidates)) {
    const line = readLine(text, index);
    if (line.fence !== undefined) {
      if (fence === undefined) fence = line.fence;
      else if (line.fence.startsWith(fence)) fence = undefined;
      continue;
    }
    const { anchors, isIndented } = line;
    if (anchors.length === 0 || index < headerEnd) continue;
    while ((pairs[next]?.range.end ?? Number.POSITIVE_INFINITY) <= index) next++;
    // What stands in a pair goes with it.
    if ((pairs[next]?.range.start ?? Number.POSITIVE_INFINITY) < index) continue;
    const heading = readHeading(text, line.end, pairs, next);
    // Pairs never stand in code, of fences or indented: where there is one, it was none.
    if ((fence !== undefined || isIndented) && heading.pairs === 0) continue;
    if (!line.isHeading && !underline.test(text.slice(heading.end, heading.end + 200))) continue;
    const isName = namesOf(heading.source);
    for (const { name, start, end } of anchors) if (isName(name)) found.push({ start, end });
  }
  return found;
}

interface Anchor extends Range {
  readonly name: string;
}

/** A line with anchors or a fence, up to where they end. */
interface Line {
  readonly anchors: readonly Anchor[];
  readonly isHeading: boolean;
  /** As code is, by four spaces or a tab. */
  readonly isIndented: boolean;
  readonly fence?: string;
  readonly end: number;
}

function readLine(text: string, start: number): Line {
  let at = endOf(space, text, start) ?? start;
  for (let end = endOf(marker, text, at); end !== undefined; end = endOf(marker, text, at)) at = end;
  const isIndented = text.startsWith('    ', start) || text.charCodeAt(start) === 0x09;
  const fenceEnd = endOf(fenceStart, text, at);
  if (fenceEnd !== undefined) {
    return { anchors: [], isHeading: false, isIndented, fence: text.slice(at, fenceEnd), end: fenceEnd };
  }
  const afterHashes = endOf(hashes, text, at);
  at = afterHashes ?? at;
  const anchors: Anchor[] = [];
  anchor.lastIndex = at;
  for (let match = anchor.exec(text); match !== null; match = anchor.exec(text)) {
    anchors.push({ name: match[1] ?? '', start: at, end: anchor.lastIndex });
    at = anchor.lastIndex;
  }
  return { anchors, isHeading: afterHashes !== undefined, isIndented, end: at };
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

interface Heading {
  /** With its pairs replaced by their sources. */
  readonly source: string;
  readonly pairs: number;
  readonly end: number;
}

/** Reads up to the end of the line; line breaks within pairs are none. */
function readHeading(text: string, start: number, pairs: readonly Segment[], first: number): Heading {
  let source = '';
  let at = start;
  let index = first;
  for (; ; index++) {
    const pair = pairs[index];
    const rest = text.slice(at, pair?.range.start).search(/[\r\n]|$/);
    source += text.slice(at, at + rest);
    at += rest;
    if (pair === undefined || at < pair.range.start) break;
    source += text.slice(pair.source.range.start, pair.source.range.end);
    at = pair.range.end;
  }
  return { source, pairs: index - first, end: at };
}

const tags = /<[^<>]*>/g;
const references = /&(?:[a-z][a-z0-9]*|#[0-9]+|#x[0-9a-f]+);/gi;

/**
 * Says whether a name is made of a heading: its letters and digits, in lower case, and a number where it was there before.
 *
 * Over the years the system has read markup in headings in several ways, and what it made of marks and of letters that
 * are not ASCII has changed as well. So only letters and digits are compared, in each of the readings.
 */
function namesOf(heading: string): (name: string) => boolean {
  const readings = new Set([lettersOf(heading)]);
  for (const text of [heading, withoutAddresses(heading)]) {
    for (const plain of [text, text.replace(tags, '')]) {
      readings.add(lettersOf(plain)).add(lettersOf(plain.replace(references, '')));
    }
  }
  return (name) => readings.has(lettersOf(name)) || readings.has(lettersOf(name.replace(/-[0-9]+$/, '')));
}

/** The text of links and images for `[text](address)` and `[text][label]`. */
function withoutAddresses(heading: string): string {
  let plain = '';
  let done = 0;
  /** Where there is none any more, nothing is looked for again. */
  const missing = new Set<string>();
  const find = (what: string, from: number): number => {
    const at = missing.has(what) ? -1 : heading.indexOf(what, from);
    if (at < 0) missing.add(what);
    return at;
  };
  for (let open = heading.indexOf('['); open >= 0; ) {
    const close = find(']', open + 1);
    if (close < 0) break;
    const after = heading.charAt(close + 1);
    const end = after === '(' ? find(')', close + 2) : after === '[' ? find(']', close + 2) : -1;
    if (end >= 0) {
      const isImage = open > done && heading.charAt(open - 1) === '!';
      plain += heading.slice(done, isImage ? open - 1 : open) + heading.slice(open + 1, close);
      done = end + 1;
    }
    open = heading.indexOf('[', end >= 0 ? done : close + 1);
  }
  return plain + heading.slice(done);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
