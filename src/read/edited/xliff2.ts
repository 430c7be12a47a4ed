import { elementsIn, type XmlElement } from '../../xml/reader.js';
import { addPiece, dataOf, type EditedPart, type EditedUnit, type Piece, preservesSpace } from './document.js';

const core = /^(?:urn:oasis:names:tc:xliff:document:2\.[0-9])?$/;

/** Of XLIFF 2 itself. An element without a namespace can be nothing else: extensions have one (section 5). */
export function isCore({ namespace }: { readonly namespace: string }): boolean {
  return core.test(namespace);
}

/** States of segments that somebody approved (XLIFF 2.0, section 4.3.1.30). */
const confirmed: ReadonlySet<string> = new Set(['reviewed', 'final']);

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return elementsIn(element).filter((child) => child.local === name && isCore(child));
}

/**
 * Reads a `<unit>` of XLIFF 2 as a CAT tool gives it back: whatever its prefixes and the order of its attributes, with
 * annotations (`mrk`, `sm`, `em`), `cp`, notes and elements of modules, which are passed over. `around`: white space is
 * preserved around it.
 */
export function readUnit2(unit: XmlElement, around: boolean): EditedUnit {
  const data = dataIn(unit);
  let space = preservesSpace(unit, around);
  const spellings = spellingsIn(unit);
  const parts = elementsIn(unit)
    .filter((child) => isCore(child) && (child.local === 'segment' || child.local === 'ignorable'))
    .map((part): EditedPart => {
      const [source] = childrenOf(part, 'source');
      const [target] = childrenOf(part, 'target');
      const order = Number(target?.attributes.get('order'));
      const id = part.attributes.get('id');
      for (const side of [source, target]) space ||= side !== undefined && preservesSpace(side, false);
      return {
        kind: part.local === 'ignorable' ? 'ignorable' : 'segment',
        ...(id === undefined ? {} : { id }),
        offset: part.start,
        source: source === undefined ? [] : piecesIn(source, data),
        ...(target === undefined ? {} : { target: piecesIn(target, data) }),
        ...(confirmed.has(part.attributes.get('state') ?? '') ? { isConfirmed: true } : {}),
        ...(order > 0 ? { order } : {}),
        ...spellings(id),
      };
    });
  return { id: unit.attributes.get('id') ?? '', offset: unit.start, parts, mayBeLaidOut: !space };
}

const candidates = /^urn:oasis:names:tc:xliff:matches:2\.[0-9]$/;

/** The Markdown of candidates (`<mda:meta type="spelling">` in an `<mtc:match>`), by the segment that they are for. */
function spellingsIn(unit: XmlElement): (id: string | undefined) => Pick<EditedPart, 'spellings'> {
  const byId = new Map<string, string[]>();
  for (const list of elementsIn(unit)) {
    if (list.local !== 'matches' || !candidates.test(list.namespace)) continue;
    for (const match of elementsIn(list)) {
      const id = match.attributes.get('ref')?.replace(/^#/, '') ?? '';
      const found = metasIn(match).filter(({ attributes }) => attributes.get('type') === 'spelling');
      const all = byId.get(id) ?? [];
      for (const meta of found) all.push(dataOf(meta).data ?? '');
      byId.set(id, all);
    }
  }
  return (id) => {
    const spellings = byId.get(id ?? '') ?? [];
    return spellings.length === 0 ? {} : { spellings };
  };
}

/** The metadata of an element (XLIFF 2.0, section 5.4). */
export function metasIn(match: XmlElement): XmlElement[] {
  return elementsIn(match)
    .filter(({ local }) => local === 'metadata')
    .flatMap(elementsIn)
    .filter(({ local }) => local === 'metaGroup')
    .flatMap(elementsIn)
    .filter(({ local }) => local === 'meta');
}

/** A side of an element with data of its own, as of a candidate; none where it has none. */
export function piecesOfSide(element: XmlElement, name: 'source' | 'target'): readonly Piece[] {
  const [side] = childrenOf(element, name);
  return side === undefined ? [] : piecesIn(side, dataIn(element));
}

/** What the codes of an element stand for, by their ids. */
function dataIn(element: XmlElement): ReadonlyMap<string, string> {
  const data = new Map<string, string>();
  for (const list of childrenOf(element, 'originalData')) {
    for (const item of childrenOf(list, 'data')) {
      data.set(item.attributes.get('id') ?? '', piecesIn(item, new Map()).join(''));
    }
  }
  return data;
}

function piecesIn(element: XmlElement, data: ReadonlyMap<string, string>): Piece[] {
  const pieces: Piece[] = [];
  collect(element, data, pieces);
  return pieces;
}

function collect(element: XmlElement, data: ReadonlyMap<string, string>, pieces: Piece[]): void {
  for (const child of element.children) {
    if (child.kind === 'text') {
      addPiece(pieces, child.text);
      continue;
    }
    const { local, attributes } = child;
    const id = attributes.get('id') ?? '';
    const code = (kind: 'ph' | 'sc' | 'ec', own: string, reference: string): void => {
      const known = data.get(attributes.get(reference) ?? '');
      const copyOf = attributes.get('copyOf');
      addPiece(pieces, {
        kind,
        id: own,
        ...(known === undefined ? {} : { data: known }),
        ...(copyOf === undefined ? {} : { copyOf }),
        ...(attributes.get('canDelete') === 'no' ? { canDelete: false } : {}),
        ...(attributes.get('canCopy') === 'no' ? { canCopy: false } : {}),
      });
    };
    if (!isCore(child)) collect(child, data, pieces);
    else if (local === 'cp') addPiece(pieces, codePoint(attributes.get('hex')));
    else if (local === 'ph') code('ph', id, 'dataRef');
    else if (local === 'sc') code('sc', id, 'dataRef');
    else if (local === 'ec') code('ec', attributes.get('startRef') ?? id, 'dataRef');
    else if (local === 'pc') {
      code('sc', id, 'dataRefStart');
      collect(child, data, pieces);
      code('ec', id, 'dataRefEnd');
    } else if (local !== 'sm' && local !== 'em') collect(child, data, pieces);
  }
}

/**
 * The character of a `cp` (XLIFF 2.0, section 4.2.3.1), which stands for one that XML cannot hold; but not NUL, nor half a
 * surrogate pair: with these an article is no text file any more.
 */
function codePoint(hex: string | undefined): string {
  const point = /^[0-9A-Fa-f]{1,6}$/.test(hex ?? '') ? Number.parseInt(hex ?? '', 16) : Number.NaN;
  const isText = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isText ? String.fromCodePoint(point) : '';
}
