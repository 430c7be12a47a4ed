import type { Article, Segment } from '../model/article.js';
import type { Range } from '../model/position.js';

/** The start of a heading (after quote and list markers) with anchors; of a line with anchors; or a code fence. */
const candidates =
  /^[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)*(?:(#{1,6}[ \t]+)?((?:<a name=\\?"[^"\\<>]*\\?"><\/a>)+)|(`{3,}(?=[^`\r\n]*$)|~{3,}))/gm;
const anchor = /<a name=\\?"([^"\\<>]*)\\?"><\/a>/g;
/** The underline that makes a heading of the line before it (CommonMark, section 4.3). */
const underline = /^(?:\r\n?|\n)[ \t>]*(?:=+|-+)[ \t]*(?:\r|\n|$)/;

/**
 * The anchors that the localization system put before headings: those whose name is made of the heading's source.
 *
 * Other anchors were in the original. So were those in code, where no heading is.
 */
export function headingAnchors(article: Article, pairs: readonly Segment[]): Range[] {
  const { text } = article;
  const found: Range[] = [];
  let fence: string | undefined;
  let next = 0;
  for (const match of text.matchAll(candidates)) {
    const [whole, hashes, anchors, mark] = match;
    if (mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (mark.startsWith(fence)) fence = undefined;
      continue;
    }
    if (anchors === undefined || match.index < (article.frontMatter?.range.end ?? 0)) continue;
    const start = match.index + whole.length;
    const from = start - anchors.length;
    while ((pairs[next]?.range.end ?? Number.POSITIVE_INFINITY) <= match.index) next++;
    const heading = readHeading(text, start, pairs, next);
    // Pairs never stand in code, of fences or indented: where there is one, it was none.
    if ((fence !== undefined || /^(?: {4}|\t)/.test(whole)) && heading.pairs === 0) continue;
    if (hashes === undefined && !underline.test(text.slice(heading.end, heading.end + 200))) continue;
    for (const { 0: spelled, 1: name = '', index } of anchors.matchAll(anchor)) {
      if (isNameOf(name, heading.source)) found.push({ start: from + index, end: from + index + spelled.length });
    }
  }
  return found;
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

const links = /!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g;
const tags = /<[^<>]*>/g;
const references = /&(?:[a-z][a-z0-9]*|#[0-9]+|#x[0-9a-f]+);/gi;

/**
 * Whether a name is made of a heading: its letters and digits, in lower case, and a number where it was there before.
 *
 * Over the years the system has read markup in headings in several ways, and what it made of marks and of letters that
 * are not ASCII has changed as well. So only letters and digits are compared, in each of the readings.
 */
function isNameOf(name: string, heading: string): boolean {
  const wanted = lettersOf(name);
  const unnumbered = /-[0-9]+$/.test(name) ? lettersOf(name.replace(/-[0-9]+$/, '')) : wanted;
  const isWanted = (reading: string): boolean => {
    const letters = lettersOf(reading);
    return letters === wanted || letters === unnumbered;
  };
  if (isWanted(heading)) return true;
  for (const text of [heading, heading.replace(links, '$1')]) {
    for (const plain of [text, text.replace(tags, '')]) {
      if (isWanted(plain) || isWanted(plain.replace(references, ''))) return true;
    }
  }
  return false;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
