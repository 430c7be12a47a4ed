import type { XmlElement } from '../../xml/reader.js';

/** A document that a CAT tool gave back, reduced to what can be merged. */
export interface EditedDocument {
  readonly format: 'xliff' | 'xliff1.2';
  readonly files: readonly EditedFile[];
}

/** A `<file>`. */
export interface EditedFile {
  /** The attribute `original`. It is compared, and never opened. */
  readonly original: string;
  /** The language of its targets, as the document says it; not there where it does not. */
  readonly trgLang?: string;
  /** Where the element starts: 0-based UTF-16 code units of the document. */
  readonly offset: number;
  /** Read when they are asked for, and not kept for long. */
  readonly units: readonly EditedUnit[];
  /** How many units it has. */
  readonly unitCount: number;
  /** The document from the first of its units to the last; `undefined` where that is longer than `longest`, or it has none. */
  unitsText(longest: number): string | undefined;
  /** Whether a unit or a segment may have an id of the article that the document is read for. */
  readonly mayMatch: boolean;
}

/** A `<unit>`, or a `<trans-unit>` of XLIFF 1.2, which has one part. */
export interface EditedUnit {
  readonly id: string;
  readonly offset: number;
  readonly parts: readonly EditedPart[];
  /** Targets were written in the shape of their sources (`targetShape`). */
  readonly isAsSource?: true;
  /** Nothing says that white space is to be preserved (`xml:space`): a tool may have indented the texts. */
  readonly mayBeLaidOut: boolean;
}

/** A `<segment>` or an `<ignorable>`. */
export interface EditedPart {
  readonly kind: 'segment' | 'ignorable';
  /** As in the document. Tools may leave it out, or give new ones to segments that they split. */
  readonly id?: string;
  readonly offset: number;
  readonly source: readonly Piece[];
  /** Not there where the part has no `<target>`. */
  readonly target?: readonly Piece[];
  /** The attribute `order` of the target: its place among the targets of the unit, from 1. */
  readonly order?: number;
  /** The Markdown of targets that memories have for the segment, as far as the document says it. */
  readonly spellings?: readonly string[];
  /** The document says that somebody approved the target: `reviewed` or `final`, or what XLIFF 1.2 has for them. */
  readonly isConfirmed?: true;
}

/** A text, or an inline code. */
export type Piece = string | PieceCode;

/** An inline code as a document has it: both halves of a pair carry the id of the first. */
export interface PieceCode {
  readonly kind: 'ph' | 'sc' | 'ec';
  /** As in the document: unique in its unit and side. */
  readonly id: string;
  /** What the code stands for in the article, as far as the document says it. */
  readonly data?: string;
  /** The id of the code that this is a copy of. */
  readonly copyOf?: string;
  /** The document says that it must not be deleted. */
  readonly canDelete?: false;
  /** The document says that it must not be copied. */
  readonly canCopy?: false;
}

/** Adds a piece; neighbouring texts become one. */
export function addPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (typeof piece !== 'string' || typeof last !== 'string') {
    if (piece !== '') pieces.push(piece);
  } else {
    pieces[pieces.length - 1] = last + piece;
  }
}

/** Whether white space is preserved in an element (XML 1.0, 2.10). */
export function preservesSpace({ attributes }: XmlElement, around: boolean): boolean {
  const space = attributes.get('xml:space');
  return space === undefined ? around : space === 'preserve';
}

/** The native code that an element of XLIFF 1.2 or TMX holds, where it holds any. */
export function dataOf(element: XmlElement): { readonly data?: string } {
  let data = '';
  for (const child of element.children) if (child.kind === 'text') data += child.text;
  return data === '' ? {} : { data };
}
