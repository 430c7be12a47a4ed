import type { Block } from '../model/article.js';
import type { Range } from '../model/position.js';
import type { Pair, PairFinder } from './pairs.js';

/** A block of the article: what it is, and which of the pairs stand in it. */
export interface BlockOfPairs {
  readonly block: Block;
  readonly level?: number;
  /** Indexes into the pairs: `first` to `last`, both included. */
  readonly first: number;
  readonly last: number;
}

/** A block while pairs are added to it. */
type OpenBlock = { -readonly [K in keyof BlockOfPairs]: BlockOfPairs[K] };

/** Text of more characters is no ignorable: in real files that is an image, embedded in the page. */
const longestIgnorable = 1000;

/** The markup of a damaged pair is no text. */
const pairMarkup = /data-[ts]tu-id/;
const blankLine = /(?:\n|\r)[ \t>]*(?:\n|\r(?!\n))/;
/** The start of a line that starts another block: a list item, heading, fence, table row, alert, rule, or YAML key. */
const blockStart =
  /[\n\r][ \t>]*(?:[-+*][ \t]|[0-9]{1,9}[.)][ \t]|#{1,6}[ \t]|```|~~~|:[ \t]|:::|\[!|-{3}|={3}|\*{3}|[\w.-]+:[ \t])/;
/** Elements that stand within a line of text; any other tag ends the block. */
const otherTag =
  /<\/?(?!(?:a|abbr|b|bdi|bdo|br|c|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|samp|see|small|span|strike|strong|sub|sup|tt|u|var|wbr)\b)[a-zA-Z][^<]*>/;
/** The line before is a tag: what follows is in its element. */
const tagAtEnd = new RegExp(`${otherTag.source}$`);
const quote = /^[ \t]*>/;
const lineStart = /^[ \t>]*(?:(#{1,6})[ \t]|(\|)|([-+*][ \t]|[0-9]{1,9}[.)][ \t]))?/;

/** Tells which pairs stand in one block of the article. Pairs come in document order. */
export function groupIntoBlocks(text: string, pairs: readonly Pair[], headerEnd: number): BlockOfPairs[] {
  const blocks: OpenBlock[] = [];
  let last: OpenBlock | undefined;
  let line = 0;
  let from = 0;
  let quoted = false;
  for (let index = 0; index < pairs.length; index++) {
    const { range, escaped } = pairs[index] as Pair;
    const width = range.start - from;
    if (last !== undefined && (width === 0 || (width === 1 && text.charCodeAt(from) === 0x20))) {
      // Most pairs follow the one before on its line.
      last.last = index;
      from = range.end;
      continue;
    }
    const gap = text.slice(from, range.start);
    const lineFeed = gap.lastIndexOf('\n');
    const lineEnd = gap.indexOf('\r', lineFeed + 1) < 0 ? lineFeed : gap.lastIndexOf('\r');
    if (lineEnd >= 0) line = from + lineEnd + 1;
    const nowQuoted: boolean = lineEnd >= 0 ? quote.test(text.slice(line, line + 20)) : quoted;
    const oneLine = last?.block === 'heading' || last?.block === 'table-cell';
    if (last !== undefined && !(oneLine && lineEnd >= 0) && joins(gap, nowQuoted && !quoted, escaped)) {
      last.last = index;
    } else {
      const { block, level } = blockAt(text, line, range, headerEnd);
      last = level === undefined ? { block, first: index, last: index } : { block, level, first: index, last: index };
      blocks.push(last);
    }
    quoted = nowQuoted;
    from = range.end;
  }
  return blocks;
}

/** Pairs that follow each other, and the blocks that they stand in. */
export interface PairsInBlocks {
  readonly pairs: readonly Pair[];
  readonly blocks: readonly BlockOfPairs[];
}

/** Groups pairs a part at a time: parts have some `most` pairs, and end where a block ends. At least one part is given. */
export function* groupInParts(
  text: string,
  pairs: PairFinder,
  headerEnd: number,
  most: number,
): Generator<PairsInBlocks, void, undefined> {
  let waiting: Pair[] = [];
  let limit = most;
  for (let pair = pairs.next(); pair !== undefined; pair = pairs.next()) {
    waiting.push(pair);
    if (waiting.length < limit) continue;
    const blocks = groupIntoBlocks(text, waiting, headerEnd);
    // More pairs may belong to the last one.
    const end = blocks.pop()?.first ?? 0;
    if (end > 0) yield { pairs: waiting.slice(0, end), blocks };
    waiting = waiting.slice(end);
    // A block that is longer than a part is grouped again and again: by doubling, not too often.
    limit = Math.max(most, waiting.length * 2);
  }
  yield { pairs: waiting, blocks: groupIntoBlocks(text, waiting, headerEnd) };
}

/** Whether the text between two pairs leaves them in one block. */
function joins(gap: string, entersQuote: boolean, escaped: boolean): boolean {
  return !(
    blankLine.test(gap) ||
    gap.length > longestIgnorable ||
    entersQuote ||
    gap.includes('|') ||
    pairMarkup.test(gap) ||
    blockStart.test(gap) ||
    // In double-quoted YAML a line break is written \n, and a quote that is not escaped ends the scalar.
    (escaped && /\\n|(?<!\\)"/.test(gap)) ||
    otherTag.test(gap)
  );
}

function blockAt(text: string, line: number, range: Range, headerEnd: number): { block: Block; level?: number } {
  if (range.start < headerEnd) return { block: 'front-matter' };
  const prefix = text.slice(line, Math.min(range.start, line + longestIgnorable));
  const [, heading, pipe, list] = lineStart.exec(prefix) ?? [];
  if (heading !== undefined) return { block: 'heading', level: heading.length };
  const behind = text.slice(range.end, range.end + 200);
  const underline = /^[ \t]*(?:\r\n?|\n)[ \t>]*(?:(=+)|-+)[ \t]*(?:[\r\n]|$)/.exec(behind);
  if (underline !== null && list === undefined) return { block: 'heading', level: underline[1] === undefined ? 2 : 1 };
  const cell = /^[ \t]*\|/.test(behind) || /\|[ \t]*$/.test(prefix.slice(-10));
  if (pipe !== undefined || cell) return { block: 'table-cell' };
  if (list !== undefined) return { block: 'list-item' };
  if (otherTag.test(prefix) || endsInTag(text.slice(Math.max(0, line - 200), line).trimEnd())) return { block: 'html' };
  if (quote.test(prefix)) return { block: 'quote' };
  return { block: 'paragraph' };
}

function endsInTag(text: string): boolean {
  return text.endsWith('>') && tagAtEnd.test(text);
}
