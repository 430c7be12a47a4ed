import { elementsIn, type XmlElement } from '../xml.js';
import {
  addPiece,
  type EditedDocument,
  type EditedFile,
  type EditedPart,
  type EditedUnit,
  type Piece,
} from './document.js';

/**
 * Reads an XLIFF 2 document as a CAT tool gives it back: whatever its prefixes and the order of its attributes, with
 * annotations (`mrk`, `sm`, `em`), `cp`, notes and elements of modules, which are passed over.
 */
export function readEditedXliff2(root: XmlElement): EditedDocument {
  const files = childrenOf(root, 'file', root.namespace).map(
    (file): EditedFile => ({
      original: file.attributes.get('original') ?? '',
      offset: file.start,
      units: unitsIn(file, root.namespace),
    }),
  );
  return { format: 'xliff', files };
}

function childrenOf(element: XmlElement, name: string, namespace: string): XmlElement[] {
  return elementsIn(element).filter((child) => child.local === name && child.namespace === namespace);
}

/** Groups nest no deeper than the XML reader lets elements nest. */
function unitsIn(parent: XmlElement, namespace: string): EditedUnit[] {
  return elementsIn(parent).flatMap((child) => {
    if (child.namespace !== namespace) return [];
    if (child.local === 'group') return unitsIn(child, namespace);
    return child.local === 'unit' ? [readUnit(child, namespace)] : [];
  });
}

function readUnit(unit: XmlElement, namespace: string): EditedUnit {
  const data = new Map<string, string>();
  for (const list of childrenOf(unit, 'originalData', namespace)) {
    for (const item of childrenOf(list, 'data', namespace)) {
      data.set(item.attributes.get('id') ?? '', piecesIn(item, namespace, new Map()).join(''));
    }
  }
  const parts = elementsIn(unit)
    .filter(({ local, namespace: own }) => own === namespace && (local === 'segment' || local === 'ignorable'))
    .map((part): EditedPart => {
      const [source] = childrenOf(part, 'source', namespace);
      const [target] = childrenOf(part, 'target', namespace);
      const order = Number(target?.attributes.get('order'));
      return {
        kind: part.local === 'ignorable' ? 'ignorable' : 'segment',
        offset: part.start,
        source: source === undefined ? [] : piecesIn(source, namespace, data),
        ...(target === undefined ? {} : { target: piecesIn(target, namespace, data) }),
        ...(order > 0 ? { order } : {}),
      };
    });
  return { id: unit.attributes.get('id') ?? '', offset: unit.start, parts };
}

function piecesIn(element: XmlElement, namespace: string, data: ReadonlyMap<string, string>): Piece[] {
  const pieces: Piece[] = [];
  collect(element, namespace, data, pieces);
  return pieces;
}

function collect(element: XmlElement, namespace: string, data: ReadonlyMap<string, string>, pieces: Piece[]): void {
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
      });
    };
    if (child.namespace !== namespace) collect(child, namespace, data, pieces);
    else if (local === 'cp') addPiece(pieces, codePoint(attributes.get('hex')));
    else if (local === 'ph') code('ph', id, 'dataRef');
    else if (local === 'sc') code('sc', id, 'dataRef');
    else if (local === 'ec') code('ec', attributes.get('startRef') ?? id, 'dataRef');
    else if (local === 'pc') {
      code('sc', id, 'dataRefStart');
      collect(child, namespace, data, pieces);
      code('ec', id, 'dataRefEnd');
    } else if (local !== 'sm' && local !== 'em') collect(child, namespace, data, pieces);
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
