import { mostUnits } from '../../model/limits.js';
import type { DocumentText } from '../../xml/document-text.js';
import { outermost, prefixOf, readNames, type Scope } from '../../xml/names.js';
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
  /**
   * The end of a unit that starts in a text, where it is seen at once that it is right: then nothing else of it is reported
   * but its end. `depth`: as of its element; only asked in holders.
   */
  take?(text: string, at: number, depth: number): number | undefined;
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

/** A pass over a document that comes in pieces. */
export interface Cutting {
  /** The next piece; the first fault of XML, if there is one so far. */
  write(piece: string): XmlFault | undefined;
  /**
   * Where the pass stands, if that is between two units, or before the first of a holder: as long as it is the same, what
   * comes means the same.
   */
  place(): string | undefined;
  /** The units so far, unless there are too many. */
  cut(): CutDocument | XmlFault;
  /** Nothing comes any more. */
  end(): CutDocument | XmlFault;
}

/**
 * Passes over a document once and notes where its units stand; all of it is held to the rules of XML. `cutterOf`: what the
 * root element makes it; `undefined` where the document is of no format: then the pass goes on all the same.
 */
export function cutDocument(
  text: DocumentText,
  cutterOf: (root: PassingElement) => Cutter | undefined,
): CutDocument | XmlFault {
  const cutting = createCutting(cutterOf);
  const pieces = text.pieces();
  for (;;) {
    const next = pieces.next();
    if (next.done === true) return next.value ?? cutting.end();
    const fault = cutting.write(next.value);
    if (fault !== undefined) return fault;
  }
}

/** The same for a document that is written to it. */
export function createCutting(cutterOf: (root: PassingElement) => Cutter | undefined): Cutting {
  const units = createRanges();
  const surroundings = createSurroundings();
  let cutter: Cutter | undefined;
  const scopes: Scope[] = [outermost];
  const levels: Level[] = [{ scope: outermost, lang: undefined, space: undefined }];
  /** The depths of the innermost holder, and of the unit that is open; 0: none. */
  let holder = 0;
  let unit = 0;
  let unitStart = 0;
  /** Holders that were entered. */
  let entered = 0;

  const enter = (element: PassingElement, scope: Scope): XmlFault | undefined => {
    const { tag, depth } = element;
    const above = levels[depth - 1];
    const lang = attributeOf(tag, 'xml:lang') ?? above?.lang;
    const space = attributeOf(tag, 'xml:space') ?? above?.space;
    const isSame = above !== undefined && above.scope === scope && above.lang === lang && above.space === space;
    levels[depth] = isSame ? above : { scope, lang, space };
    holder = depth;
    entered++;
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
    known(text, at, depth, base) {
      if (unit > 0 || depth !== holder + 1 || fault !== undefined) return undefined;
      const end = cutter?.take?.(text, at, depth);
      if (end === undefined) return undefined;
      unitStart = base + at;
      fault = endUnit(base + end);
      return end;
    },
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
  const cut = (): CutDocument | XmlFault => fault ?? { units, surroundings };
  return {
    write: scanner.write,
    place: () => (unit === 0 && scanner.depth() === holder ? `${holder} ${entered}` : undefined),
    cut,
    end: () => scanner.end() ?? cut(),
  };
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
