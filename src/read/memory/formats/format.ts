import type { DocumentUnit } from '../../../model/memory/document.js';
import type { EntryProp } from '../../../model/memory/entry.js';
import type { Point } from '../../../model/position.js';
import type { XmlTag } from '../../../xml/syntax.js';
import type { Shape } from '../stream/shape.js';

/** What the header of a TMX says. */
export interface MemoryHeader {
  /** As they are written, references resolved. */
  readonly attributes: readonly EntryProp[];
  /** Properties, and notes (of the type `note`), in order. */
  readonly props: readonly EntryProp[];
  /** Names of its other elements. */
  readonly others: readonly string[];
}

/** Makes units of the elements of a document. */
export interface FormatReader {
  /** The header of a TMX, once it has come. */
  header?(): MemoryHeader | undefined;
  readonly name: MemoryFormat;
  readonly shape: Shape;
  /** An element in the root, whose depth is 1; `point`: the place of a unit. */
  open(local: string, namespace: string, tag: XmlTag, depth: number, point: Point | undefined): void;
  /** It ends. */
  close(depth: number): void;
  /** Reads a unit that starts there, if it is written as tools write them, as a whole: its end in the text. */
  unitAt?(text: string, at: number, point: Point): number | undefined;
  /** A part of a text. */
  text(text: string): void;
  /** The unit that is open is lost, and so are all elements that are open but for those around units. */
  forget(): void;
}

/** The formats of memories that are read. */
export type MemoryFormat = 'tmx' | 'xliff' | 'xliff1.2';

/** Takes the units of a document. */
export type TakeUnit = (unit: DocumentUnit) => void;
