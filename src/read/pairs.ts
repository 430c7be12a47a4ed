import { finding, type ReadFinding } from '../model/diagnostics/diagnostic.js';
import type { Range } from '../model/position.js';
import { readStartTag } from './html.js';

/** A target span that is followed by its source span, as it stands in the text. */
export interface Pair {
  /** The value of `data-ttu-id`. */
  readonly targetId: string;
  /** The value of `data-stu-id`; the same, but for damage. */
  readonly sourceId: string;
  /** From the first `<` to the end of the last `>`. */
  readonly range: Range;
  /** The content of the target span. */
  readonly target: Range;
  /** The content of the source span. */
  readonly source: Range;
  /** The pair stands in a double-quoted YAML scalar: the quotes of its tags, and so its contents, are escaped. */
  readonly escaped: boolean;
}

/** The start tag of a target or source span. */
interface SpanTag extends Range {
  readonly id: string;
  readonly escaped: boolean;
}

const targetMarker = 'data-ttu-id';
const sourceMarker = 'data-stu-id';
/** What stands between a target and the tag of its source, and what follows the source, in nearly all files. */
export const between = '</span><span class="sxs-lookup">';
export const closing = '</span></span>';

/** The tag as nearly all files have it: what stands around the id has one length. */
const usualTag = /<span data-[ts]tu-id="[^"&\\<>]*">/y;
const usualStart = '<span data-ttu-id="'.length;
const usualEnd = '">'.length;
/** The tag in all spellings that real files have; others are left to an HTML tokenizer. */
const knownTag = /<span data-[ts]tu-id=(\\?"|&quot;)([^"&\\<>]*)(?:\\?"|&quot;)>/y;
/** What stands between a target's content and the tag of its source, with the indentation of pretty-printed XML. */
const spacedBetween =
  /<\/span\s*>[ \t]*(?:(?:\r\n?|\n)[ \t]*)?<span\s+class\s*=\s*(?:\\?"|&quot;|')sxs-lookup(?:\\?"|&quot;|')\s*>[ \t]*(?:(?:\r\n?|\n)[ \t]*)?$/i;
/** The start of a span tag, up to an attribute. */
const openTag = /<span\s[^<>]*$/i;
/** No real gap between target and source is longer: a bound for the look back. */
const longestGap = 400;
/** How far before its attribute a tag may start. */
const longestTagStart = 1000;

/** The pairs of a text, in document order, each found when it is asked for. */
export interface PairFinder {
  /** `undefined` where there is no other one. */
  next(): Pair | undefined;
}

/**
 * Finds the pairs of a text.
 *
 * The text is scanned for the two attribute names; it is not read as Markdown, XML or HTML, whose readers lose pairs.
 * Whatever holds one of the attribute names and gives no pair is reported as a finding. Time is linear in the length.
 */
export function createPairFinder(text: string, report: (found: ReadFinding) => void): PairFinder {
  const sources = createTagStream(text, sourceMarker, report);
  const targets = createTagStream(text, targetMarker, report);
  const closings = createFinder(text, closing);
  const ends = createFinder(text, '</span');
  let target = targets.next(0);
  let source = sources.next(0);
  return {
    next() {
      while (target !== undefined) {
        for (; source !== undefined && source.start < target.start; source = sources.next(source.end)) {
          report(finding('pair/unmatched-source', source, source.id));
        }
        const opening = target;
        const following = targets.next(opening.end);
        target = following;
        if (source === undefined || (following !== undefined && following.start < source.start)) {
          report(withoutSource(ends.next(opening.end), opening, following));
          continue;
        }
        const targetEnd = contentEnd(text, opening.end, source.start);
        if (targetEnd === undefined) {
          report(finding('pair/unmatched-target', opening, opening.id));
          continue;
        }
        const middle = source;
        source = sources.next(middle.end);
        const limit = Math.min(following?.start ?? text.length, source?.start ?? text.length);
        const spaced = middle.start - targetEnd !== between.length;
        const close = sourceEnd(text, closings.next(middle.end), middle.end, limit, spaced);
        if (close !== undefined) {
          return {
            targetId: opening.id,
            sourceId: middle.id,
            range: { start: opening.start, end: close.end },
            target: { start: opening.end, end: targetEnd },
            source: { start: middle.end, end: close.start },
            escaped: opening.escaped,
          };
        }
        // Neither tag became a pair: the range holds both.
        report(finding('pair/unclosed', { start: opening.start, end: middle.end }, opening.id));
      }
      for (; source !== undefined; source = sources.next(source.end)) {
        report(finding('pair/unmatched-source', source, source.id));
      }
      return undefined;
    },
  };
}

/** Why a target span has no source: another one starts before it ends, or before a source comes, or the text ends. */
function withoutSource(close: number, target: SpanTag, following: SpanTag | undefined): ReadFinding {
  if (following !== undefined && (close < 0 || close > following.start)) {
    return finding('pair/nested', target, target.id, following.id);
  }
  return finding(close < 0 ? 'pair/unclosed' : 'pair/unmatched-target', target, target.id);
}

/** Where the content of a target ends: before the tags that lead to its source. */
function contentEnd(text: string, start: number, sourceStart: number): number | undefined {
  const end = sourceStart - between.length;
  if (end >= start && text.startsWith(between, end)) return end;
  const from = Math.max(start, sourceStart - longestGap);
  const match = spacedBetween.exec(text.slice(from, sourceStart));
  return match === null ? undefined : from + match.index;
}

/**
 * The closing tags of a source: the last two of the first run of `</span>` that has at least two, which is at `open`.
 *
 * A source may end in a span of its own, which makes the run longer.
 */
function sourceEnd(text: string, open: number, start: number, limit: number, spaced: boolean): Range | undefined {
  if (open >= 0 && open < limit) return runEnd(text, open);
  if (!spaced) return undefined;
  const content = text.slice(start, limit);
  let last: Range | undefined;
  let lastTwo: Range | undefined;
  for (const { 0: tag, index } of content.matchAll(/<\/span\s*>/g)) {
    const end = index + tag.length;
    if (last !== undefined && isBlank(content.slice(last.end, index))) lastTwo = { start: last.start, end };
    else if (lastTwo !== undefined) break;
    last = { start: index, end };
  }
  return lastTwo === undefined ? undefined : { start: start + lastTwo.start, end: start + lastTwo.end };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function runEnd(text: string, open: number): Range {
  let start = open;
  while (text.startsWith('</span>', start + closing.length)) start += '</span>'.length;
  return { start, end: start + closing.length };
}

interface Finder {
  /** The first occurrence at or after an offset, or -1. Offsets never go back, so no part of the text is searched twice. */
  next(from: number): number;
}

function createFinder(text: string, wanted: string): Finder {
  let found: number | undefined;
  return {
    next(from) {
      if (found === undefined || (found >= 0 && found < from)) found = text.indexOf(wanted, from);
      return found;
    },
  };
}

interface TagStream {
  /** The first tag that starts at or after an offset. Offsets never go back. */
  next(from: number): SpanTag | undefined;
}

/** The span tags that carry an attribute. Its name anywhere else is reported. */
function createTagStream(text: string, marker: string, report: (found: ReadFinding) => void): TagStream {
  return {
    next(from) {
      for (let at = text.indexOf(marker, from); at >= 0; at = text.indexOf(marker, at + marker.length)) {
        const tag = readSpanTag(text, at, from, marker);
        if (tag !== undefined) return tag;
        const inTag = openTag.test(text.slice(Math.max(0, at - 100), at));
        report(
          finding(inTag ? 'pair/broken-tag' : 'pair/stray-marker', { start: at, end: at + marker.length }, marker),
        );
      }
      return undefined;
    },
  };
}

function readSpanTag(text: string, at: number, from: number, marker: string): SpanTag | undefined {
  const start = at - '<span '.length;
  if (start >= from) {
    usualTag.lastIndex = start;
    if (usualTag.test(text)) {
      const end = usualTag.lastIndex;
      return { start, end, id: text.slice(start + usualStart, end - usualEnd), escaped: false };
    }
    knownTag.lastIndex = start;
    const match = knownTag.exec(text);
    if (match !== null) {
      return { start, end: knownTag.lastIndex, id: match[2] ?? '', escaped: match[1] === '\\"' };
    }
  }
  const before = text.slice(Math.max(from, at - longestTagStart), at);
  const bracket = before.lastIndexOf('<');
  if (bracket < 0) return undefined;
  const other = at - before.length + bracket;
  const tag = readStartTag(text, other);
  const id = tag?.attributes.get(marker);
  if (tag === undefined || tag.name !== 'span' || id === undefined) return undefined;
  return { start: other, end: tag.end, id, escaped: false };
}
