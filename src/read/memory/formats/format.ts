import type { DocumentUnit } from '../../../model/memory/document.js';
import type { Point } from '../../../model/position.js';
import type { XmlTag } from '../../../xml/syntax.js';
import type { Shape } from '../stream/shape.js';

/** Makes units of the elements of a document. */
export interface FormatReader {
  readonly name: MemoryFormat;
  readonly shape: Shape;
  /** An element in the root, whose depth is 1; `point`: the place of a unit. */
  open(local: string, namespace: string, tag: XmlTag, depth: number, point: Point | undefined): void;
  /** It ends. */
  close(depth: number): void;
  /** A part of a text. */
  text(text: string): void;
  /** The unit that is open is lost, and so are all elements that are open but for those around units. */
  forget(): void;
}

/** The formats of memories that are read. */
export type MemoryFormat = 'tmx' | 'xliff' | 'xliff1.2';

/** Takes the units of a document. */
export type TakeUnit = (unit: DocumentUnit) => void;
