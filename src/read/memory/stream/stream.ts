import { longestUnit, mostDamages, mostUnitMarkup } from '../../../model/limits.js';
import type { Point } from '../../../model/position.js';
import { outermost, readNames, type Scope } from '../../../xml/names.js';
import { createXmlScanner, type XmlScanner } from '../../../xml/scan/well-formed.js';
import { decodeReferences, tooLarge, type XmlFault, type XmlTag } from '../../../xml/syntax.js';
import { createKeptText, cutAt } from './kept.js';
import { attributeOf, type Shape } from './shape.js';
import { createUnitCounter, type UnitCounter } from './unit-counter.js';

/** What is made of a document, as its elements come. */
export interface StreamHandlers {
  /** The root; how units stand in it, or nothing where it is no document of a known kind. */
  root(local: string, namespace: string, tag: XmlTag): Shape | undefined;
  /** An element in the root, whose depth is 1; `point`: the place of a unit. */
  open(local: string, namespace: string, tag: XmlTag, depth: number, point: Point | undefined): void;
  /** A unit that may be read as a whole starts there: its end in the text, if it was. */
  unitAt(text: string, at: number, point: Point): number | undefined;
  /** It ends. */
  close(depth: number): void;
  /** A part of a text: references are resolved, line ends are LF. */
  text(text: string): void;
  /** The document is damaged; what is open is lost, but for what units stand in. `isOver`: nothing is read any more. */
  damage(fault: XmlFault, point: Point, isOver: boolean): void;
  /** So many units are lost: what is damaged is in them, or, where `isOver`, nothing is read any more. */
  lost(count: number, isOver: boolean): void;
}

/** Reads a document in pieces. After damage it goes on with the next unit. */
export interface DocumentStream {
  push(piece: string): void;
  end(): void;
}

/** Pieces of what is read again after damage: what is after the next damage must not be read each time. */
const shortPiece = 4096;

/** An element that units stand in, as it is opened again. */
interface Container {
  readonly local: string;
  readonly tag: string;
  readonly scope: Scope;
}

export function createDocumentStream(handlers: StreamHandlers): DocumentStream {
  const kept = createKeptText();
  let shape: Shape | undefined;
  let scanner: XmlScanner = createScanner();
  /** What offsets of the scanner are moved by. */
  let shift = 0;
  let scopes: Scope[] = [outermost];
  let containers: Container[] = [];
  /** Containers are opened again: nothing is reported. */
  let isReplaying = false;
  let unitDepth = 0;
  let unitStart = -1;
  let unitPoint: Point | undefined;
  let unitMarkup = 0;
  /** All before is done. */
  let done = 0;
  /** Where reading went on after the last damage. */
  let resumed = -1;
  let damages = 0;
  let isOver = false;
  let isSearching = false;
  /** A unit started in another one, which is damaged; the new one may be right. */
  let isNested = false;
  let carry = '';
  /** Counts what is not read any more. */
  let rest: UnitCounter | undefined;

  function createScanner(): XmlScanner {
    return createXmlScanner({ known, open: opened, close: closed, text: textOf });
  }

  function known(text: string, at: number, depth: number, base: number): number | undefined {
    if (shape === undefined || unitDepth > 0 || isReplaying) return undefined;
    const { length } = shape.containers;
    if (depth !== length + 1 || containers.length !== length) return undefined;
    const start = base + shift;
    const end = handlers.unitAt(text, at, kept.pointAt(start + at));
    if (end !== undefined) done = start + end;
    return end;
  }

  function opened(tag: XmlTag, depth: number): XmlFault | undefined {
    if (isReplaying) return undefined;
    const { name } = tag;
    const names = namesOf(tag, scopes[scopes.length - 1] ?? outermost);
    if ('code' in names) return names;
    const colon = name.indexOf(':');
    const local = colon < 0 ? name : name.slice(colon + 1);
    if (shape === undefined) {
      shape = handlers.root(local, names.namespace, tag);
      if (shape === undefined)
        return {
          code: 'xml/unreadable',
          args: ['it is neither TMX nor XLIFF of a known namespace'],
          offset: tag.start,
        };
    } else {
      const isUnit = local === shape.unit && shape.isOwn(names.namespace);
      if (unitDepth > 0) {
        isNested = isUnit;
        if (isUnit) return { code: 'xml/syntax', args: [`the ${local} before is not closed`], offset: tag.start };
        if (++unitMarkup > mostUnitMarkup) return tooLarge(tag.start, `a unit of more than ${mostUnitMarkup} tags`);
      } else if (isUnit) {
        unitDepth = depth;
        unitStart = tag.start + shift;
        unitMarkup = 0;
      }
      if (isUnit) unitPoint = kept.pointAt(unitStart);
      handlers.open(local, names.namespace, tag, depth, isUnit ? unitPoint : undefined);
    }
    scopes.push(names.scope);
    // Only those that stand directly in one another: nothing else needs to be opened again.
    if (containers.length === depth - 1 && shape.containers.includes(local) && shape.isOwn(names.namespace)) {
      containers.push({ local, tag: `<${name}>`, scope: names.scope });
    }
    return undefined;
  }

  function closed(end: number, depth: number): void {
    if (isReplaying) return;
    done = end + shift;
    if (depth === 1) return;
    scopes.pop();
    handlers.close(depth);
    if (unitDepth === depth) {
      unitDepth = 0;
      unitStart = -1;
    } else if (containers.length === depth) containers.pop();
  }

  function textOf(text: string, isCdata: boolean): void {
    // Line ends as XML has them (section 2.11); a reference may stand for any other.
    const normal = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    handlers.text(isCdata ? normal : decodeReferences(normal));
  }

  /** Reports damage; where reading goes on, or nothing. */
  function recover(fault: XmlFault, isEnd: boolean): number | undefined {
    const place = Math.max(fault.offset + shift, done, resumed, 0);
    const wasUnit = unitStart;
    isOver = shape === undefined || ++damages > mostDamages;
    // What is not closed is said of where it starts.
    const isUnclosed = wasUnit >= 0 && (isEnd || isNested);
    const point = isUnclosed ? unitPoint : undefined;
    handlers.damage(fault, point ?? kept.pointAt(isEnd ? done : place), isOver);
    const from = Math.max(place + (isNested ? 0 : 1), wasUnit + 1, resumed + 1);
    if (wasUnit >= 0 || isUnitTag(from)) handlers.lost(1, false);
    if (isOver) {
      passOver(kept.from(from).text);
      return undefined;
    }
    isNested = false;
    unitDepth = 0;
    unitStart = -1;
    done = from;
    return find(from);
  }

  /** Whether the tag of a unit is damaged that starts before an offset: it is not open yet. */
  function isUnitTag(end: number): boolean {
    if (shape === undefined) return false;
    const { text, start } = kept.from(done);
    const { next, unit, longestName } = shape;
    const before = withoutComments(text.slice(0, end - start + longestName));
    next.lastIndex = 0;
    for (let match = next.exec(before); match !== null; match = next.exec(before)) {
      if (match.index < end - start && match[1] === unit) return true;
    }
    return false;
  }

  /** Counts the units of what is not read. */
  function passOver(text: string): void {
    if (shape === undefined) return;
    rest ??= createUnitCounter(shape);
    const count = rest.add(text);
    if (count > 0) handlers.lost(count, true);
  }

  /** Opens the containers again around the next unit after an offset, and returns where that is. */
  function find(from: number): number | undefined {
    if (shape === undefined) return undefined;
    const { text, start } = kept.from(from);
    const { next } = shape;
    next.lastIndex = 0;
    const match = next.exec(text);
    isSearching = match === null;
    // The start of its name may have come.
    done = match === null ? Math.max(from, kept.end - shape.longestName) : start + match.index;
    if (match === null) return undefined;
    const open = shape.around(
      containers.map(({ local }) => local),
      match[1] ?? '',
    );
    const outer = containers[0]?.scope ?? outermost;
    containers = open.map((local, index) => {
      const known = containers[index];
      return known?.local === local ? known : { local, tag: `<${shape?.prefix ?? ''}${local}>`, scope: outer };
    });
    scopes = [outermost, ...containers.map(({ scope }) => scope)];
    const prefix = containers.map(({ tag }) => tag).join('');
    resumed = start + match.index;
    shift = resumed - prefix.length;
    scanner = createScanner();
    isReplaying = true;
    scanner.write(prefix);
    isReplaying = false;
    return resumed;
  }

  /** Reads again from an offset, in short pieces, as long as there is damage. */
  function again(offset: number): void {
    let from: number | undefined = offset;
    while (from !== undefined && from < kept.end) {
      const { text } = kept.from(from);
      let at = 0;
      let fault: XmlFault | undefined;
      while (at < text.length && fault === undefined) {
        const end = cutAt(text, at, shortPiece);
        fault = scanner.write(text.slice(at, end));
        at = end;
      }
      from = fault === undefined ? undefined : recover(fault, false);
    }
  }

  function write(piece: string): void {
    kept.add(piece);
    if (isSearching) {
      const found = find(done);
      if (found !== undefined) again(found);
    } else {
      const fault = scanner.write(piece) ?? tooLong();
      const from = fault === undefined ? undefined : recover(fault, false);
      if (from !== undefined) again(from);
    }
    kept.forget(unitStart < 0 ? done : unitStart, longestUnit);
  }

  function tooLong(): XmlFault | undefined {
    return unitStart >= 0 && kept.end - unitStart > longestUnit
      ? tooLarge(unitStart - shift, `a unit of more than ${longestUnit} characters`)
      : undefined;
  }

  return {
    push(piece) {
      if (isOver) passOver(piece);
      if (isOver || piece === '') return;
      const whole = carry + piece;
      // What follows a CR may belong to it.
      carry = whole.endsWith('\r') ? '\r' : '';
      const text = carry === '' ? whole : whole.slice(0, -1);
      if (text !== '') write(text);
    },
    end() {
      if (isOver) return;
      if (carry !== '') write(carry);
      while (!isOver && !isSearching) {
        const fault = scanner.end();
        if (fault === undefined) break;
        const from = recover(fault, true);
        if (from === undefined) break;
        again(from);
      }
      isOver = true;
    },
  };
}

/** The same text, comments as white space. */
function withoutComments(text: string): string {
  let made = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start);
    if (end < 0) return made + text.slice(at);
    made += text.slice(at, start).padEnd(end + 3 - at);
    at = end + 3;
  }
}

/** The prefix `xml` needs no declaration, and most tags have no other. */
function namesOf(tag: XmlTag, outer: Scope): ReturnType<typeof readNames> {
  if (tag.isPlain) return { scope: outer, namespace: outer.own };
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
