import type { Block } from '../../model/article.js';
import type { Range } from '../../model/position.js';
import { GREATER, isBlank } from '../inline/characters.js';
import { lengthOf, withLineFeeds } from '../line-ends.js';
import type { Pair, PairFinder } from '../pairs.js';
import { type LinePrefix, linePrefixAt, startsBlock, underlinedLevel } from './block-starts.js';

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

/** Text of more characters (a line end is one) is no ignorable: in real files that is an image, embedded in the page. */
const longestIgnorable = 1000;

/** The markup of a damaged pair is no text. */
const pairMarkup = /data-[ts]tu-id/;
/** Elements that stand within a line of text; any other tag ends the block. */
const otherTag =
  /<\/?(?!(?:a|abbr|b|bdi|bdo|br|c|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|samp|see|small|span|strike|strong|sub|sup|tt|u|var|wbr)\b)[a-zA-Z][^<]*>/;
/** The line before is a tag: what follows is in its element. */
const tagAtEnd = new RegExp(`${otherTag.source}$`);
/** A longer tag before a line is not looked for. */
const longestTag = 200;
const quote = /^[ \t]*>/;
const lineStart = /^[ \t>]*(?:(#{1,6})[ \t]|(\|)|([-+*][ \t]|[0-9]{1,9}[.)][ \t]))?/;

/** Says which pairs stand in one block of the article. Pairs come in document order. */
export function groupIntoBlocks(text: string, pairs: readonly Pair[], headerEnd: number): BlockOfPairs[] {
  const blocks: OpenBlock[] = [];
  let last: OpenBlock | undefined;
  // The start of the text is the start of a line, too.
  let line = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let from = 0;
  let blockLine = line;
  // Many blocks may stand in one line.
  let known: { readonly line: number; readonly prefix: LinePrefix } | undefined;
  const prefixOfBlock = (): LinePrefix => {
    if (known?.line !== blockLine) known = { line: blockLine, prefix: linePrefixAt(text, blockLine) };
    return known.prefix;
  };
  const close = (): void => {
    if (last?.block !== 'paragraph' && last?.block !== 'quote') return;
    const level = underlinedLevel(text, from, prefixOfBlock);
    if (level === undefined) return;
    last.block = 'heading';
    last.level = level;
  };
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
    const end = gap.indexOf('\r', lineFeed + 1) < 0 ? lineFeed : gap.lastIndexOf('\r');
    if (end >= 0) line = from + end + 1;
    const oneLine = last?.block === 'heading' || last?.block === 'table-cell';
    if (last !== undefined && !(oneLine && end >= 0) && joins(gap, prefixOfBlock, escaped)) {
      last.last = index;
    } else {
      close();
      const { block, level } = blockAt(text, line, range, headerEnd);
      last = level === undefined ? { block, first: index, last: index } : { block, level, first: index, last: index };
      blocks.push(last);
      blockLine = line;
    }
    from = range.end;
  }
  close();
  return blocks;
}

/** Pairs that follow each other, and the blocks that they stand in. */
export interface PairsInBlocks {
  readonly pairs: readonly Pair[];
  readonly blocks: readonly BlockOfPairs[];
}

/** Groups pairs a part at a time: parts have some `most` pairs, and end where a block ends. At least one part is given. */
export function* groupInParts(
  pairs: PairFinder,
  group: (pairs: readonly Pair[]) => BlockOfPairs[],
  most: number,
): Generator<PairsInBlocks, void, undefined> {
  let waiting: Pair[] = [];
  let limit = most;
  for (let pair = pairs.next(); pair !== undefined; pair = pairs.next()) {
    waiting.push(pair);
    if (waiting.length < limit) continue;
    const blocks = group(waiting);
    // More pairs may belong to the last one.
    const end = blocks.pop()?.first ?? 0;
    if (end > 0) yield { pairs: waiting.slice(0, end), blocks };
    waiting = waiting.slice(end);
    // A block that is longer than a part is grouped again and again: by doubling, not too often.
    limit = Math.max(most, waiting.length * 2);
  }
  yield { pairs: waiting, blocks: group(waiting) };
}

/** Whether the text between two pairs leaves them in one block. `escaped`: it stands in double quotes of YAML. */
export function joins(gap: string, prefixOfBlock: () => LinePrefix, escaped: boolean): boolean {
  return !(
    (gap.length > longestIgnorable && lengthOf(gap) > longestIgnorable) ||
    // Most gaps have a blank line.
    startsBlock(gap, prefixOfBlock) ||
    gap.includes('|') ||
    pairMarkup.test(gap) ||
    // In double-quoted YAML a line break is written \n, and a quote that is not escaped ends the scalar.
    (escaped && /\\n|(?<!\\)"/.test(gap)) ||
    otherTag.test(gap)
  );
}

function blockAt(text: string, line: number, range: Range, headerEnd: number): { block: Block; level?: number } {
  if (range.start < headerEnd) return { block: 'front-matter' };
  const prefix = text.slice(line, Math.min(range.start, line + longestIgnorable));
  return blockOf(prefix, text.slice(range.end, range.end + 200), () => isAfterTag(text, line));
}

/** The block of a pair, by what stands before it in its line, and after it. */
export function blockOf(
  prefix: string,
  after: string,
  isInElement: () => boolean,
): Pick<BlockOfPairs, 'block' | 'level'> {
  const [, heading, pipe, list] = lineStart.exec(prefix) ?? [];
  if (heading !== undefined) return { block: 'heading', level: heading.length };
  const cell = /^[ \t]*\|/.test(after) || /\|[ \t]*$/.test(prefix.slice(-10));
  if (pipe !== undefined || cell) return { block: 'table-cell' };
  if (list !== undefined) return { block: 'list-item' };
  if (otherTag.test(prefix) || isInElement()) return { block: 'html' };
  if (quote.test(prefix)) return { block: 'quote' };
  return { block: 'paragraph' };
}

/** Whether the last thing before a line is a tag. */
function isAfterTag(text: string, line: number): boolean {
  let end = line;
  while (isBlank(text.charCodeAt(end - 1))) end--;
  // Nearly always that is the tag of a pair.
  if (text.charCodeAt(end - 1) !== GREATER || text.endsWith('</span>', end)) return false;
  const before = text.slice(Math.max(0, end - 2 * longestTag), end);
  return tagAtEnd.test(withLineFeeds(before).slice(-longestTag));
}
