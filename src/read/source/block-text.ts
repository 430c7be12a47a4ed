import type { Side } from '../../model/article.js';
import type { Content } from '../../model/content.js';
import type { Range } from '../../model/position.js';
import type { Atom } from '../../model/source-article.js';
import { findMarks, readInline, tooManyMarks } from '../inline/inline.js';
import type { Mark } from '../inline/marks.js';
import { createPlaces, stretchOf } from './blocks/lines.js';
import { cutText, type Piece } from './cut/cut.js';
import { englishSentences, type SentenceRules } from './cut/sentences.js';
import { createTrimmer, type Trimmer } from './cut/trim.js';
import { hasWords } from './cut/words.js';

/** The text of one block: its codes, its parts, and its places in the article. */
export interface BlockText {
  readonly pieces: readonly Piece[];
  readonly trimmer: Trimmer;
  /** It has too many codes, and is read as text. */
  readonly isTooMany: boolean;
  placeOf(part: Range): Range;
  /** What a part of it reads. */
  textOf(part: Range): string;
  /** The same, as a side of a segment. */
  sideOf(part: Range): Side;
  /** Whether a part of it has anything to translate. */
  hasWords(part: Range): boolean;
}

export type IsDefined = (label: string) => boolean;

export function readBlockText(
  article: string,
  lines: readonly Range[],
  isDefined: IsDefined,
  rules: SentenceRules,
): BlockText {
  const { text } = stretchOf(article, lines);
  const found = findMarks(text, { isDefined });
  const marks: readonly Mark[] = found ?? [];
  const placeOf = createPlaces(lines);
  const [first] = lines;
  /** Where the text begins in the article, if it is of one line: then all places of it follow from that. */
  const only = lines.length === 1 ? first?.start : undefined;
  const textOf = ({ start, end }: Range): string => spaced(text.slice(start, end));
  let pieces: readonly Piece[] | undefined;
  return {
    get pieces() {
      pieces ??= cutText(text, marks, rules);
      return pieces;
    },
    trimmer: createTrimmer(text, marks),
    isTooMany: found === tooManyMarks,
    placeOf,
    textOf,
    sideOf(part) {
      const read = textOf(part);
      const content =
        only === undefined
          ? placed(readInline(read, { isDefined }), part.start, placeOf)
          : readInline(read, { isDefined, offset: only + part.start });
      return { range: placeOf(part), text: read, content };
    },
    hasWords: (part) => hasWords(text, marks, part),
  };
}

/** The parts of a block by which it is cut where nothing is known: each ends with a piece that is sure to be an end. */
export function usualParts({ pieces, trimmer, hasWords: isText }: BlockText): Range[] {
  const parts: Range[] = [];
  let start = 0;
  for (const { end, isEnd } of pieces) {
    if (!isEnd) continue;
    const part = trimmer.trim({ start, end });
    if (part !== undefined && isText(part)) parts.push(part);
    start = end;
  }
  return parts;
}

/** Where its segments stand by the built-in rules; `undefined` where it is cut by these. */
export function countedIn(
  article: string,
  lines: readonly Range[],
  isDefined: IsDefined,
  rules: SentenceRules,
): readonly Range[] | undefined {
  if (rules === englishSentences) return undefined;
  const read = readBlockText(article, lines, isDefined, englishSentences);
  return usualParts(read).map(read.placeOf);
}

/** The pieces of a block in the article. */
export function atomsOf({ pieces, trimmer, placeOf }: BlockText): Atom[] {
  const atoms: Atom[] = [];
  for (const piece of pieces) {
    const part = trimmer.trimSpace(piece);
    if (part !== undefined) atoms.push({ range: placeOf(part), isEnd: piece.isEnd });
    else if (piece.isEnd && atoms.length > 0) atoms.push({ ...(atoms.pop() as Atom), isEnd: true });
  }
  return atoms;
}

/** The text with spaces for line ends, but for those that are codes: after two spaces, or a backslash that none escapes. */
function spaced(text: string): string {
  return text.includes('\n') ? text.replace(/(?<=(?<!\\)(?:\\\\)*)(?<! )\n/g, ' ') : text;
}

/** The codes of a part of the text in their places. */
function placed(content: Content, offset: number, placeOf: (part: Range) => Range): Content {
  return content.map((inline) => {
    if (inline.kind === 'text') return inline;
    const { start, end } = inline.range;
    return { ...inline, range: placeOf({ start: start + offset, end: end + offset }) };
  });
}
