import { longestUnit, mostUnitMarkup } from '../../model/limits.js';
import type { DocumentText } from '../../xml/document-text.js';
import { readElement } from '../../xml/plain-element.js';
import { countMarkup, type XmlElement } from '../../xml/reader.js';
import { tooLarge, type XmlFault } from '../../xml/syntax.js';
import type { CutDocument } from './cut.js';
import type { Ranges } from './ranges.js';

/** A unit, and whether white space is preserved around it. */
export interface ReadUnit {
  readonly unit: XmlElement;
  readonly preservesSpace: boolean;
}

/** A unit with its text, in which its places are; or a fault, whose place is in the document. */
export type UnitText =
  | { readonly text: string; readonly unit: XmlElement; readonly fault?: undefined }
  | { readonly text: string; readonly unit?: undefined; readonly fault: XmlFault };

/** Reads a unit that is held against a specification. */
export function readUnitText(document: DocumentText, { units, surroundings }: CutDocument, index: number): UnitText {
  const start = units.startOf(index);
  const text = sliceOf(document, units, index);
  if (typeof text !== 'string') return { text: '', fault: text };
  const { root, fault } = readElement(text, 0, surroundings.around(units.surroundingsOf(index), text));
  return fault === undefined ? { text, unit: root } : { text, fault: { ...fault, offset: start + fault.offset } };
}

function sliceOf(document: DocumentText, units: Ranges, index: number): string | XmlFault {
  const start = units.startOf(index);
  const end = units.endOf(index);
  if (end - start > longestUnit) return tooLarge(start, `a unit of more than ${longestUnit} characters`);
  const slice = document.slice(start, end);
  if (countMarkup(slice) > mostUnitMarkup)
    return tooLarge(start, `a unit of more than ${mostUnitMarkup} tags and attributes`);
  return slice;
}

/** Reads a unit that was cut out of a document, or says why that cannot be. */
export function readUnitAt(
  text: DocumentText,
  { units, surroundings }: CutDocument,
  index: number,
): ReadUnit | XmlFault {
  const start = units.startOf(index);
  const slice = sliceOf(text, units, index);
  if (typeof slice !== 'string') return slice;
  const number = units.surroundingsOf(index);
  const { root, fault } = readElement(slice, start, surroundings.around(number, slice));
  return fault ?? { unit: root, preservesSpace: surroundings.preservesSpace(number) };
}
