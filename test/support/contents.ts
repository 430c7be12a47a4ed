import type { Content } from '../../src/index.js';
import { type Element, elementsOf } from './xml.js';

/** What a format can hold of a content: text, and codes by id with their data. */
export type Piece =
  | string
  | { readonly kind: 'ph' | 'sc' | 'ec'; readonly id: string; readonly data: string; readonly isolated: boolean };

/** A content as pieces, without the prefix that makes ids unique in a unit. */
export function piecesOf(content: Content): Piece[] {
  return content.map((inline) =>
    inline.kind === 'text'
      ? inline.text
      : {
          kind: inline.kind,
          id: inline.id,
          data: inline.data,
          isolated: inline.kind !== 'ph' && inline.isolated === true,
        },
  );
}

/** The inside of a `<source>` or `<target>` of XLIFF 2.0. */
export function piecesOfXliff(unit: Element, side: Element | undefined): Piece[] {
  const data = new Map(
    elementsOf(unit, 'data').map((element) => [element.attributes['id'] ?? '', element.children.join('')]),
  );
  const dataOf = (reference: string | undefined): string => data.get(reference ?? '') ?? 'missing data';
  const idOf = (id: string | undefined): string => (id ?? '').replace(/^[0-9]+-/, '');
  const read = (element: Element): Piece[] =>
    element.children.flatMap((child): Piece[] => {
      if (typeof child === 'string') return [child];
      const { id, dataRef, dataRefStart, dataRefEnd, startRef, isolated } = child.attributes;
      const lone = isolated === 'yes';
      switch (child.name) {
        case 'pc':
          return [
            { kind: 'sc', id: idOf(id), data: dataOf(dataRefStart), isolated: false },
            ...read(child),
            { kind: 'ec', id: idOf(id), data: dataOf(dataRefEnd), isolated: false },
          ];
        case 'ph':
        case 'sc':
          return [{ kind: child.name, id: idOf(id), data: dataOf(dataRef), isolated: lone }];
        case 'ec':
          return [{ kind: 'ec', id: idOf(lone ? id : startRef), data: dataOf(dataRef), isolated: lone }];
        default:
          throw new Error(`<${child.name}>`);
      }
    });
  return side === undefined ? [] : read(side);
}

/** The inside of a `<seg>` of TMX 1.4b. */
export function piecesOfTmx(seg: Element): Piece[] {
  const ends = new Map<string, string>();
  return seg.children.map((child): Piece => {
    if (typeof child === 'string') return child;
    const { x = '', i = '', pos } = child.attributes;
    const data = child.children.join('');
    switch (child.name) {
      case 'ph':
        return { kind: 'ph', id: x, data, isolated: false };
      case 'bpt':
        ends.set(i, x);
        return { kind: 'sc', id: x, data, isolated: false };
      case 'ept':
        return { kind: 'ec', id: ends.get(i) ?? 'unpaired', data, isolated: false };
      case 'it':
        return { kind: pos === 'begin' ? 'sc' : 'ec', id: x, data, isolated: true };
      default:
        throw new Error(`<${child.name}>`);
    }
  });
}

/** As TMX names codes: those without a partner on the other side have no name. */
export function namedPieces(pieces: readonly Piece[], other: readonly Piece[]): Piece[] {
  const ids = new Set(other.map((piece) => (typeof piece === 'string' ? '' : piece.id)));
  return pieces.map((piece) => (typeof piece === 'string' || ids.has(piece.id) ? piece : { ...piece, id: '' }));
}

/** Without the white space that TMX leaves out at the ends. */
export function trimmedPieces(pieces: readonly Piece[]): Piece[] {
  return pieces
    .map((piece, index) => {
      if (typeof piece !== 'string') return piece;
      const started = index === 0 ? piece.replace(/^[ \t\r\n]+/, '') : piece;
      return index === pieces.length - 1 ? started.replace(/[ \t\r\n]+$/, '') : started;
    })
    .filter((piece) => piece !== '');
}
