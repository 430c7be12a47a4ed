import { deepestContainers } from '../../../model/limits.js';
import type { Range } from '../../../model/position.js';
import { type Container, goesOn, itemAt } from './containers.js';
import { Cursor } from './cursor.js';
import { type HtmlBlock, htmlBlockOf } from './html-starts.js';
import { closesFence, docfxBlockOf, fenceOf, headingOf, isThematicBreak, underlineLevel } from './leaf-starts.js';
import { type Leaf, type TextBlock, textLine, textsOfLeaf, textsOfRow, withoutDefinitions } from './leaves.js';
import { isTableHead, isUnderMarks } from './tables.js';

/**
 * Reads the blocks of Markdown (CommonMark 0.31 with the tables and footnotes of GFM, and the forms of DocFX), line by
 * line. Code, comments, and what else no reader sees has no text.
 */
export class BlockReader {
  /** Where the marks of quotes or lists are, the first time that they were too deep. */
  tooDeep: Range | undefined;
  private readonly text: string;
  private readonly cursor: Cursor;
  private readonly blocks: TextBlock[] = [];
  private readonly containers: Container[] = [];
  /** The leaf block that is open; without one, the next line starts another. */
  private leaf: Leaf | undefined;
  /** Rows of columns that are open (`:::row:::`): in them, white space before a line makes no code of it. */
  private rows = 0;
  /** No block was read yet in the list item that is open. */
  private isItemStart = false;

  constructor(text: string) {
    this.text = text;
    this.cursor = new Cursor(text);
  }

  /** The texts of all blocks from an offset on, in document order. */
  read(from: number): readonly TextBlock[] {
    const hasMark = from === 0 && this.text.charCodeAt(0) === 0xfeff;
    for (let at = hasMark ? 1 : from; at < this.text.length; ) {
      at = this.cursor.enter(at);
      this.readLine();
    }
    this.closeTo(0);
    return this.blocks;
  }

  private readLine(): void {
    const { cursor, containers } = this;
    let matched = 0;
    while (matched < containers.length && goesOn(containers[matched] as Container, cursor)) matched++;
    let isInside = matched === containers.length;
    if (isInside && this.goesOnInside()) return;
    while (!cursor.isBlank) {
      if (cursor.indent > 3 && this.rows === 0) {
        if (this.leaf?.kind === 'paragraph') break;
        this.startLeaf(matched, undefined);
        return;
      }
      const isInParagraph = isInside && this.leaf?.kind === 'paragraph';
      const opened = this.containerAt(isInParagraph);
      if (opened === undefined) {
        if (this.leafAt(matched, isInParagraph)) return;
        break;
      }
      this.closeTo(matched);
      containers.push(opened);
      matched++;
      isInside = false;
      this.isItemStart = opened.kind === 'item';
    }
    this.readText(matched, isInside);
  }

  /** Passes the mark of a container that starts here. */
  private containerAt(isInParagraph: boolean): Container | undefined {
    const { cursor, containers } = this;
    if (containers.length >= deepestContainers) {
      if (this.tooDeep === undefined && /^[-+*>0-9]/.test(cursor.rest)) {
        this.tooDeep = { start: cursor.textStart, end: cursor.end };
      }
      return undefined;
    }
    if (cursor.passQuote()) return { kind: 'quote' };
    return isThematicBreak(cursor.rest) ? undefined : itemAt(cursor, isInParagraph);
  }

  /** Reads a line in an open block that takes all lines until it ends. */
  private goesOnInside(): boolean {
    const { cursor, leaf } = this;
    if (leaf?.kind === 'fence') {
      if (cursor.indent < 4 && closesFence(cursor.rest, leaf.mark)) this.leaf = undefined;
      return true;
    }
    if (leaf?.kind !== 'html') return false;
    if (leaf.html.end === undefined && cursor.isBlank) this.closeLeaf();
    else this.addHtmlLine(leaf.html, leaf.lines);
    return true;
  }

  private addHtmlLine(html: HtmlBlock, lines: Range[]): void {
    const { cursor } = this;
    lines.push({ start: cursor.textStart, end: cursor.end });
    if (html.end?.test(cursor.rest)) this.closeLeaf();
  }

  /** Reads a line that starts a leaf block, other than a paragraph. */
  private leafAt(matched: number, isInParagraph: boolean): boolean {
    const { cursor } = this;
    const { rest, textStart } = cursor;
    const heading = headingOf(rest, textStart);
    if (heading !== undefined) {
      this.startLeaf(matched, undefined);
      this.blocks.push(heading);
      return true;
    }
    const fence = fenceOf(rest);
    if (fence !== undefined) {
      this.startLeaf(matched, { kind: 'fence', mark: fence });
      return true;
    }
    const html = htmlBlockOf(rest, this.leaf?.kind === 'paragraph');
    if (html !== undefined) {
      const lines: Range[] = [];
      this.startLeaf(matched, { kind: 'html', html, lines });
      this.addHtmlLine(html, lines);
      return true;
    }
    if (isInParagraph && this.underlined(rest)) return true;
    const mark = docfxBlockOf(rest);
    if (mark === 'row') this.rows++;
    else if (mark === 'row-end' && this.rows > 0) this.rows--;
    if (mark === undefined && !isThematicBreak(rest)) return false;
    this.startLeaf(matched, undefined);
    return true;
  }

  /** Makes a heading of the paragraph over an underline. */
  private underlined(rest: string): boolean {
    const { leaf, text } = this;
    const level = underlineLevel(rest);
    if (level === undefined || leaf?.kind !== 'paragraph') return false;
    const lines = withoutDefinitions(text, leaf.lines);
    if (lines.length === 0) return false;
    this.leaf = undefined;
    this.isItemStart = false;
    this.blocks.push({ block: 'heading', level, lines });
    return true;
  }

  private readText(matched: number, isInside: boolean): void {
    const { cursor, text, leaf } = this;
    if (cursor.isBlank) {
      this.closeTo(matched);
      this.isItemStart = false;
      return;
    }
    const line = textLine(text, cursor.textStart, cursor.end);
    if (leaf?.kind === 'paragraph') {
      if ((isInside || isUnderMarks(text, leaf.lines)) && this.startTable(matched, leaf.lines)) return;
      // A paragraph goes on in lines that lack the marks of its containers, too.
      leaf.lines.push(line);
    } else if (leaf?.kind === 'table' && isInside) {
      for (const cell of textsOfRow(text, line)) this.blocks.push(cell);
    } else this.startLeaf(matched, { kind: 'paragraph', lines: [line], isFirst: this.isItemStart });
  }

  /** Makes a table of the last line of a paragraph and the row of dashes under it. */
  private startTable(matched: number, lines: Range[]): boolean {
    const { text, cursor } = this;
    const head = lines.at(-1);
    if (head === undefined || cursor.indent > 3 || !isTableHead(text, head, cursor.rest)) return false;
    lines.pop();
    this.closeTo(matched);
    for (const cell of textsOfRow(text, head)) this.blocks.push(cell);
    this.leaf = { kind: 'table' };
    return true;
  }

  /** Starts a leaf block, or reads one that is a line long. */
  private startLeaf(matched: number, leaf: Leaf | undefined): void {
    this.closeTo(matched);
    this.leaf = leaf;
    for (const container of this.containers) if (container.kind !== 'quote') container.isEmpty = false;
    if (leaf?.kind !== 'paragraph') this.isItemStart = false;
  }

  /** Closes the open leaf, and the containers that a line is not in. */
  private closeTo(matched: number): void {
    this.closeLeaf();
    if (this.containers.length > matched) this.containers.length = matched;
  }

  private closeLeaf(): void {
    const { leaf, text, containers } = this;
    if (leaf === undefined) return;
    this.leaf = undefined;
    this.isItemStart = false;
    for (const block of textsOfLeaf(text, leaf, containers)) this.blocks.push(block);
  }
}
