import { mostConstructs } from '../../model/limits.js';
import { anything, nameOf, type OptionKindsOf } from '../../model/options.js';
import {
  asciiClass,
  BACKSLASH,
  BACKTICK,
  BANG,
  BRACKET_CLOSE,
  BRACKET_OPEN,
  CARET,
  COLON,
  CR,
  DOLLAR,
  isLineEnd,
  LESS,
  LF,
  lineEndEnd,
  NEIGHBOUR_PUNCTUATION,
  NEIGHBOUR_SPACE,
  neighbourAfter,
  neighbourBefore,
  nextSpecial,
  PAREN_OPEN,
  PUNCTUATION,
  SPACE,
  STAR,
  TILDE,
  UNDERSCORE,
} from './characters.js';
import { type AngleMemory, angle } from './constructs/angle.js';
import { directive, footnote, shortXref } from './constructs/docfx.js';
import { isLabel, labelEnd, looksLikeReference, normalizeLabel, resourceEnd } from './constructs/links.js';
import { mathEnd } from './constructs/math.js';
import { tripleColon } from './constructs/triple-colon.js';
import { type Delimiter, delimiter, pairDelimiters } from './delimiters.js';
import { BREAK, CODE, half, IMAGE, join, LINK, MATH, type Mark, placeholder } from './marks.js';

/** How references are judged. */
export interface ReferenceRules {
  /** Whether the article defines a label; it is given normalised (CommonMark 4.7). Default: none is defined. */
  readonly isDefined?: ((label: string) => boolean) | undefined;
  /** What `[text][label]` and `[label][]` are when `isDefined` denies the label. Default: `link`. */
  readonly undefinedReferences?: 'link' | 'text' | undefined;
}

/** What these take. */
export const referenceKinds: OptionKindsOf<ReferenceRules> = {
  isDefined: anything,
  undefinedReferences: nameOf(['link', 'text']),
};

/** A `[` or `![` that may turn out to begin a link. */
interface Bracket {
  readonly start: number;
  readonly isImage: boolean;
  /** The last run of emphasis markers before it. */
  readonly delimiters: Delimiter | undefined;
  /** Another bracket stands inside, so its text cannot be a label. */
  hasBracket: boolean;
}

/** One left-to-right reading of a segment (CommonMark, appendix "A parsing strategy", phase 2). */
export class Scanner {
  readonly marks: Mark[] = [];
  private readonly text: string;
  private readonly rules: ReferenceRules;
  /** Nothing before this offset may be taken back: the end of the last code or escape. */
  private floor = 0;
  /** How many runs of emphasis markers there were. */
  private delimiters = 0;
  private last: Delimiter | undefined = undefined;
  private readonly brackets: Bracket[] = [];
  /** Links do not nest: of the brackets below this height only those of images may still begin something. */
  private inactive = 0;
  private memory: AngleMemory | undefined = undefined;
  /** The last run of backticks of each length, once a search has seen them all. */
  private backticks: Map<number, number> | undefined = undefined;
  private tags: Map<string, Mark[]> | undefined = undefined;

  constructor(text: string, rules: ReferenceRules) {
    this.text = text;
    this.rules = rules;
  }

  /** Reads the segment from its first special character on; `undefined` where it has more than {@link mostConstructs}. */
  scan(from: number): Mark[] | undefined {
    const { text } = this;
    for (let at = from; at < text.length; at = nextSpecial(text, at)) {
      at = this.step(at, text.charCodeAt(at));
      if (this.marks.length + this.delimiters + this.brackets.length > mostConstructs) return undefined;
    }
    if (this.last !== undefined) pairDelimiters(this.last, undefined, this.marks);
    return this.marks;
  }

  /** Reads what begins at `at`; the offset to go on from. */
  private step(at: number, code: number): number {
    switch (code) {
      case STAR:
      case UNDERSCORE:
      case TILDE:
        return this.emphasis(at, code);
      case BACKTICK:
        return this.codeSpan(at);
      case BRACKET_OPEN:
        return this.openBracket(at);
      case BRACKET_CLOSE:
        return this.closeBracket(at);
      case LESS:
        return this.angle(at);
      case BACKSLASH:
        return this.escape(at);
      case LF:
      case CR:
        return this.lineEnd(at);
      case DOLLAR: {
        const end = mathEnd(this.text, at);
        if (end < 0) return this.text.charCodeAt(at + 1) === DOLLAR ? at + 2 : at + 1;
        const width = this.text.charCodeAt(at + 1) === DOLLAR ? 2 : 1;
        const inner = this.text.slice(at + width, end - width);
        return this.add(placeholder(MATH, at, end, inner, inner));
      }
      default: {
        const mark = code === COLON ? tripleColon(this.text, at, this.floor) : shortXref(this.text, at);
        return mark === undefined ? at + 1 : this.add(mark);
      }
    }
  }

  private add(mark: Mark): number {
    this.marks.push(mark);
    this.floor = mark.end;
    return mark.end;
  }

  private emphasis(at: number, code: number): number {
    const { text } = this;
    let end = at + 1;
    while (text.charCodeAt(end) === code) end++;
    if (code === TILDE && end - at !== 2) return end;
    if (code === STAR && isGlob(text, at)) return at + 3;
    const run = delimiter(text, at, end, this.last);
    if (run.canOpen || run.canClose) {
      if (this.last !== undefined) this.last.next = run;
      this.last = run;
      this.delimiters++;
    }
    return end;
  }

  private codeSpan(at: number): number {
    const { text } = this;
    const open = runEnd(text, at);
    const width = open - at;
    if (this.backticks !== undefined && (this.backticks.get(width) ?? -1) < open) return open;
    let seen: Map<number, number> | undefined;
    for (let start = text.indexOf('`', open); start >= 0; ) {
      const end = runEnd(text, start);
      if (end - start === width) {
        const inner = codeText(text.slice(open, start));
        return this.add(placeholder(CODE, at, end, inner, inner));
      }
      if (this.backticks === undefined) {
        seen ??= new Map();
        seen.set(end - start, start);
      }
      start = text.indexOf('`', end);
    }
    this.backticks ??= seen ?? new Map();
    return open;
  }

  private openBracket(at: number): number {
    const { text, brackets } = this;
    const next = text.charCodeAt(at + 1);
    const mark = next === BANG ? directive(text, at) : next === CARET ? footnote(text, at) : undefined;
    if (mark !== undefined) return this.add(mark);
    const isImage = at > this.floor && text.charCodeAt(at - 1) === BANG;
    const below = brackets.at(-1);
    if (below !== undefined) below.hasBracket = true;
    brackets.push({ start: isImage ? at - 1 : at, isImage, delimiters: this.last, hasBracket: false });
    return at + 1;
  }

  private closeBracket(at: number): number {
    const { brackets } = this;
    const opener = brackets.pop();
    if (opener === undefined) return at + 1;
    const height = brackets.length;
    const isActive = opener.isImage || height >= this.inactive;
    if (this.inactive > height) this.inactive = height;
    if (!isActive) return at + 1;
    const end = this.linkEnd(opener, at);
    if (end < 0) return at + 1;
    const form = opener.isImage ? IMAGE : LINK;
    const start = half('sc', form, opener.start, opener.start + (opener.isImage ? 2 : 1));
    const close = half('ec', form, at, end);
    join(start, close);
    this.marks.push(start, close);
    this.floor = end;
    if (this.last !== opener.delimiters) {
      pairDelimiters(this.last, opener.delimiters, this.marks);
      // Markers that found no partner inside the link are characters: nothing outside may pair with them.
      this.last = opener.delimiters;
      if (this.last !== undefined) this.last.next = undefined;
    }
    if (!opener.isImage) this.inactive = height;
    return end;
  }

  /** The offset after the link that the `]` at `at` closes, or -1 when the brackets are characters. */
  private linkEnd(opener: Bracket, at: number): number {
    const { text } = this;
    const next = text.charCodeAt(at + 1);
    if (next === PAREN_OPEN) {
      const end = resourceEnd(text, at + 1);
      if (end >= 0) return end;
    }
    const open = opener.start + (opener.isImage ? 2 : 1);
    if (next === BRACKET_OPEN) {
      const end = labelEnd(text, at + 1);
      if (end === at + 3) {
        if (opener.hasBracket || !isLabel(text, open, at)) return -1;
        return this.isReference(open, at, opener, at + 1, end) ? end : -1;
      }
      if (end >= 0 && isLabel(text, at + 2, end - 1)) {
        return this.isReference(at + 2, end - 1, opener, at + 1, end) ? end : -1;
      }
    }
    const isShortcut = !opener.hasBracket && this.rules.isDefined !== undefined && isLabel(text, open, at);
    return isShortcut && this.isDefined(open, at) ? at + 1 : -1;
  }

  private isReference(start: number, end: number, opener: Bracket, label: number, after: number): boolean {
    if (this.isDefined(start, end)) return true;
    return this.rules.undefinedReferences !== 'text' && looksLikeReference(this.text, opener.start, label, after);
  }

  private isDefined(start: number, end: number): boolean {
    return this.rules.isDefined?.(normalizeLabel(this.text.slice(start, end))) ?? false;
  }

  private angle(at: number): number {
    this.memory ??= {
      comment: Number.POSITIVE_INFINITY,
      instruction: Number.POSITIVE_INFINITY,
      section: Number.POSITIVE_INFINITY,
      declaration: Number.POSITIVE_INFINITY,
    };
    const found = angle(this.text, at, this.memory);
    if (found === undefined) return at + 1;
    const { mark, tag } = found;
    if (tag !== undefined && tag !== '') {
      this.tags ??= new Map();
      const open = this.tags.get(tag);
      if (mark.kind === 'ec') {
        const opener = open?.pop();
        if (opener !== undefined) join(opener, mark);
      } else if (open === undefined) this.tags.set(tag, [mark]);
      else open.push(mark);
    }
    return this.add(mark);
  }

  private escape(at: number): number {
    const { text } = this;
    const next = text.charCodeAt(at + 1);
    if ((asciiClass(next) & PUNCTUATION) !== 0) {
      this.floor = at + 2;
      return at + 2;
    }
    if (next !== LF && next !== CR) return at + 1;
    return this.add(placeholder(BREAK, at, lineEndEnd(text, at + 1), '↵', '\n'));
  }

  private lineEnd(at: number): number {
    const { text } = this;
    const end = lineEndEnd(text, at);
    let start = at;
    while (start > this.floor && text.charCodeAt(start - 1) === SPACE) start--;
    // On a line of its own white space breaks nothing.
    if (at - start < 2 || isLineEnd(text.charCodeAt(start - 1))) return end;
    return this.add(placeholder(BREAK, start, end, '↵', '\n'));
  }
}

function runEnd(text: string, from: number): number {
  let at = from + 1;
  while (text.charCodeAt(at) === BACKTICK) at++;
  return at;
}

/** `*.*` on its own names all files of a folder; it is no full stop in italics, as the rules have it. */
function isGlob(text: string, at: number): boolean {
  if (!text.startsWith('*.*', at) || text.charCodeAt(at + 3) === STAR) return false;
  const apart = NEIGHBOUR_SPACE | NEIGHBOUR_PUNCTUATION;
  return (neighbourBefore(text, at) & apart) !== 0 && (neighbourAfter(text, at + 3) & apart) !== 0;
}

/** The content of a code span as it is shown (CommonMark 6.1): line ends are spaces, one space at both ends goes. */
function codeText(inner: string): string {
  const line = inner.includes('\n') || inner.includes('\r') ? inner.replace(/\r\n?|\n/g, ' ') : inner;
  return line.length > 2 && line.startsWith(' ') && line.endsWith(' ') && line.trim() !== '' ? line.slice(1, -1) : line;
}
