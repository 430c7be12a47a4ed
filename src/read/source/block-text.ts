import type { Side } from '../../model/article.js';
import type { Content } from '../../model/content.js';
import type { Range } from '../../model/position.js';
import type { Atom } from '../../model/source-article.js';
import { findMarks, readInline, tooManyMarks } from '../inline/inline.js';
import { IMAGE, LINK, type Mark } from '../inline/marks.js';
import { createPlaces, stretchOf } from './blocks/lines.js';
import { cutText, type Piece } from './cut/cut.js';
import { englishSentences, type SentenceRules } from './cut/sentences.js';
import { createTrimmer, type Trimmer } from './cut/trim.js';
import { hasWords } from './cut/words.js';

/** The text of one block: its codes, its parts, and its places in the article. */
export class BlockText {
  readonly trimmer: Trimmer;
  /** It has too many codes, and is read as text. */
  readonly isTooMany: boolean;
  private readonly text: string;
  private readonly marks: readonly Mark[];
  private readonly isDefined: IsDefined;
  private readonly rules: SentenceRules;
  private readonly places: (part: Range) => Range;
  /** Where the text begins in the article, if it is of one line: then all places of it follow from that. */
  private readonly only: number | undefined;
  private cut: readonly Piece[] | undefined;
  private paired: readonly Mark[] | undefined;

  constructor(article: string, lines: readonly Range[], isDefined: IsDefined, rules: SentenceRules) {
    const { text } = stretchOf(article, lines);
    const found = findMarks(text, { isDefined });
    this.text = text;
    this.marks = found ?? [];
    this.isDefined = isDefined;
    this.rules = rules;
    this.places = createPlaces(lines);
    this.only = lines.length === 1 ? lines[0]?.start : undefined;
    this.trimmer = createTrimmer(text, this.marks);
    this.isTooMany = found === tooManyMarks;
  }

  get pieces(): readonly Piece[] {
    this.cut ??= cutText(this.text, this.marks, this.rules);
    return this.cut;
  }

  placeOf(part: Range): Range {
    return this.places(part);
  }

  /** What a part of it reads. */
  textOf({ start, end }: Range): string {
    return spaced(this.text.slice(start, end));
  }

  /** The same, as a side of a segment. */
  sideOf(part: Range): Side {
    const { isDefined, only } = this;
    const text = this.textOf(part);
    const content =
      only === undefined
        ? placed(readInline(text, { isDefined }), part.start, this.places)
        : readInline(text, { isDefined, offset: only + part.start });
    return { range: this.placeOf(part), text, content };
  }

  /** The halves of links and images, in their order. */
  get halves(): readonly Mark[] {
    this.paired ??= this.marks.filter(
      ({ form, partner }) => partner !== undefined && (form === LINK || form === IMAGE),
    );
    return this.paired;
  }

  /** Whether a part of it has anything to translate. */
  hasWords(part: Range): boolean {
    return hasWords(this.text, this.marks, part);
  }
}

export type IsDefined = (label: string) => boolean;

/** The parts of a block by which it is cut where nothing is known: each ends with a piece that is sure to be an end. */
export function usualParts(block: BlockText): Range[] {
  const parts: Range[] = [];
  let start = 0;
  for (const { end, isEnd } of block.pieces) {
    if (!isEnd) continue;
    const part = block.trimmer.trim({ start, end });
    if (part !== undefined && block.hasWords(part)) parts.push(part);
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
  const block = new BlockText(article, lines, isDefined, englishSentences);
  return usualParts(block).map((part) => block.placeOf(part));
}

/** The pieces of a block in the article. */
export function atomsOf(block: BlockText): Atom[] {
  const atoms: Atom[] = [];
  for (const piece of block.pieces) {
    const part = block.trimmer.trimSpace(piece);
    if (part !== undefined) atoms.push({ range: block.placeOf(part), isEnd: piece.isEnd });
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
