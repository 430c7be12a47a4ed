import { longestUnit, mostUnitMarkup, mostUnits } from '../../model/limits.js';
import type { DocumentText } from '../../xml/document-text.js';
import { outermost, prefixOf, readNames, type Scope } from '../../xml/names.js';
import { readElement } from '../../xml/plain-element.js';
import { countMarkup, type XmlElement } from '../../xml/reader.js';
import { createXmlScanner } from '../../xml/scan/well-formed.js';
import { decodeAttribute, tooLarge, type XmlFault, type XmlTag } from '../../xml/syntax.js';
import { createRanges, type Ranges } from './ranges.js';
import { createSurroundings, type Level, type Surroundings } from './surroundings.js';

/** An element as a document comes by. */
export interface PassingElement {
  readonly local: string;
  readonly namespace: string;
  readonly tag: XmlTag;
  readonly depth: number;
}

/** What a format makes of the elements that pass. */
export interface Cutter {
  /** `holder`: units may stand in it; `unit`: it is one, and is cut out. Only asked in holders; the root is one. */
  kindOf(element: PassingElement): 'holder' | 'unit' | undefined;
  /** An element of a unit starts, the unit itself included. */
  open?(element: PassingElement): void;
  text?(text: string, isCdata: boolean): void;
  close?(depth: number): void;
  /** A unit ended: the key that it is found by; `undefined` where it need not be found. */
  keyOfUnit(): number | undefined;
  /** A holder starts or ends. */
  enter?(element: PassingElement, units: number): XmlFault | undefined;
  leave?(depth: number, units: number): void;
}

/** A document whose units were found. */
export interface CutDocument {
  readonly units: Ranges;
  readonly surroundings: Surroundings;
}

/**
 * Passes over a document once and notes where its units stand; all of it is held to the rules of XML. `cutterOf`: what the
 * root element makes it; `undefined` where the document is of no format: then the pass goes on all the same.
 */
export function cutDocument(
  text: DocumentText,
  cutterOf: (root: PassingElement) => Cutter | undefined,
): CutDocument | XmlFault {
  const units = createRanges();
  const surroundings = createSurroundings();
  let cutter: Cutter | undefined;
  const scopes: Scope[] = [outermost];
  const levels: Level[] = [{ scope: outermost, lang: undefined, space: undefined }];
  /** The depths of the innermost holder, and of the unit that is open; 0: none. */
  let holder = 0;
  let unit = 0;
  let unitStart = 0;

  const enter = (element: PassingElement, scope: Scope): XmlFault | undefined => {
    const { tag, depth } = element;
    const above = levels[depth - 1];
    const lang = attributeOf(tag, 'xml:lang') ?? above?.lang;
    const space = attributeOf(tag, 'xml:space') ?? above?.space;
    const isSame = above !== undefined && above.scope === scope && above.lang === lang && above.space === space;
    levels[depth] = isSame ? above : { scope, lang, space };
    holder = depth;
    return cutter?.enter?.(element, units.count);
  };

  const endUnit = (end: number): XmlFault | undefined => {
    const key = cutter?.keyOfUnit();
    unit = 0;
    const level = levels[holder];
    if (key === undefined || level === undefined) return undefined;
    const around = surroundings.numberOf(level);
    if (around === undefined) return tooLarge(unitStart, 'namespaces that change too often');
    if (units.count === mostUnits) return tooLarge(unitStart, `more than ${mostUnits} units`);
    units.add(unitStart, end, around, key);
    return undefined;
  };

  let fault: XmlFault | undefined;
  const scanner = createXmlScanner({
    open(tag, depth) {
      const outer = scopes[depth - 1] ?? outermost;
      const names = readTagNames(tag, outer);
      if ('code' in names) return names;
      scopes[depth] = names.scope;
      if (unit === 0 && depth !== holder + 1) return fault;
      const prefix = prefixOf(tag.name);
      const local = prefix === '' ? tag.name : tag.name.slice(prefix.length + 1);
      const element: PassingElement = { local, namespace: names.namespace, tag, depth };
      if (unit > 0) {
        cutter?.open?.(element);
        return fault;
      }
      if (depth === 1) cutter = cutterOf(element);
      const kind = depth === 1 ? 'holder' : cutter?.kindOf(element);
      if (kind === 'holder') return enter(element, names.scope) ?? fault;
      if (kind === 'unit') {
        unit = depth;
        unitStart = tag.start;
        cutter?.open?.(element);
      }
      return fault;
    },
    close(end, depth) {
      if (unit > 0) cutter?.close?.(depth);
      if (unit === depth) fault ??= endUnit(end);
      else if (unit === 0 && holder === depth) {
        cutter?.leave?.(depth, units.count);
        holder = depth - 1;
      }
    },
    text(piece, isCdata) {
      if (unit > 0) cutter?.text?.(piece, isCdata);
    },
  });
  return pass(text, scanner) ?? fault ?? { units, surroundings };
}

/** Lets a whole document pass; the first fault. */
function pass(text: DocumentText, scanner: ReturnType<typeof createXmlScanner>): XmlFault | undefined {
  const pieces = text.pieces();
  for (;;) {
    const next = pieces.next();
    if (next.done === true) return next.value ?? scanner.end();
    const fault = scanner.write(next.value);
    if (fault !== undefined) return fault;
  }
}

/** The prefix `xml` needs no declaration, and has its namespace alone: with it, nothing can be wrong. */
function readTagNames(tag: XmlTag, outer: Scope): ReturnType<typeof readNames> {
  const { name, attributes, start } = tag;
  let keys: string[] | undefined;
  for (let at = 0; at < attributes.length; at += 2) {
    const key = attributes[at] ?? '';
    if (key === 'xml:lang' || key === 'xml:space') continue;
    if (key.includes(':') || key === 'xmlns') {
      keys ??= [];
      keys.push(key);
    }
  }
  if (keys === undefined && !name.includes(':')) return { scope: outer, namespace: outer.own };
  return readNames(name, keys ?? [], (key) => attributeOf(tag, key) ?? '', outer, start);
}

/** The value of an attribute, by its name as written. */
export function attributeOf({ attributes }: XmlTag, name: string): string | undefined {
  for (let at = 0; at < attributes.length; at += 2) {
    if (attributes[at] === name) return decodeAttribute(attributes[at + 1] ?? '');
  }
  return undefined;
}

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
