import { CR, GREATER, LF, SPACE } from '../../inline/characters.js';

const TAB = 9;

/** Reads a line of the text from its start, in columns: a tab goes to the next multiple of four. */
export class Cursor {
  readonly text: string;
  /** Where the line starts, and where it ends without its line end. */
  start = 0;
  end = 0;
  /** Where reading is. Within a tab, that is the tab. */
  at = 0;
  column = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to the line that starts at an offset; the offset of the next one. */
  enter(start: number): number {
    const { text } = this;
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== LF && text.charCodeAt(end) !== CR) end++;
    this.start = this.at = start;
    this.end = end;
    this.column = 0;
    if (end >= text.length) return text.length;
    return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
  }

  /** The next character that is no white space; `NaN` at the end of the line. */
  get code(): number {
    const at = this.textStart;
    return at < this.end ? this.text.charCodeAt(at) : Number.NaN;
  }

  /** Where the next character stands that is no white space. */
  get textStart(): number {
    let { at } = this;
    while (at < this.end && isSpace(this.text.charCodeAt(at))) at++;
    return at;
  }

  /** How many columns of white space follow. */
  get indent(): number {
    let { column } = this;
    for (let at = this.at; at < this.end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === SPACE) column++;
      else if (code === TAB) column += 4 - (column % 4);
      else break;
    }
    return column - this.column;
  }

  get isBlank(): boolean {
    return this.textStart >= this.end;
  }

  /** Passes columns of white space, or less where less follows. */
  passColumns(count: number): void {
    for (let left = count; left > 0 && this.at < this.end; ) {
      const code = this.text.charCodeAt(this.at);
      const width = code === TAB ? 4 - (this.column % 4) : code === SPACE ? 1 : 0;
      if (width === 0) return;
      const step = Math.min(width, left);
      this.column += step;
      left -= step;
      if (step === width) this.at++;
    }
  }

  /** Passes characters that are no tabs. */
  pass(count: number): void {
    this.at += count;
    this.column += count;
  }

  /** Passes white space, and the mark of a quote with the space after it, where one stands here. */
  passQuote(): boolean {
    if (this.indent > 3 || this.code !== GREATER) return false;
    this.passColumns(this.indent);
    this.pass(1);
    this.passColumns(1);
    return true;
  }

  /** The rest of the line without white space at its start. */
  get rest(): string {
    return this.text.slice(this.textStart, this.end);
  }
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}
