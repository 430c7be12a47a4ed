import { elementsIn, type XmlElement } from '../../xml/reader.js';
import {
  addPiece,
  dataOf,
  type EditedPart,
  type EditedUnit,
  type Piece,
  type PieceCode,
  preservesSpace,
} from './document.js';

/**
 * Reads a `<trans-unit>` of XLIFF 1.2 as a CAT tool gives it back: `<g>`, `<x/>`, `<bx/>`, `<ex/>`, and the elements that
 * hold native code (`<ph>`, `<bpt>`, `<ept>`, `<it>`); `<mrk>` is passed over, `<seg-source>` is left aside, and of
 * `<alt-trans>` only its spelling is read. `around`: white space is preserved around it.
 *
 * It is not the package `xliff` that reads, because that one knows no prefixes and no CDATA.
 */
export function readUnit12(unit: XmlElement, around: boolean): EditedUnit {
  const source = elementsIn(unit).find(({ local }) => local === 'source');
  const target = elementsIn(unit).find(({ local }) => local === 'target');
  const id = unit.attributes.get('id') ?? '';
  const preserve = preservesSpace(unit, around);
  const isPreserved = [source, target].some((side) => side !== undefined && preservesSpace(side, preserve));
  const spellings = spellingsIn(unit);
  const part: EditedPart = {
    kind: 'segment',
    id,
    offset: unit.start,
    source: source === undefined ? [] : piecesIn(source),
    ...(target === undefined ? {} : { target: piecesIn(target) }),
    ...(isConfirmed(unit, target) ? { isConfirmed: true } : {}),
    ...(spellings.length === 0 ? {} : { spellings }),
  };
  return { id, offset: unit.start, parts: [part], mayBeLaidOut: !isPreserved };
}

/** The Markdown of candidates: a context of theirs. */
function spellingsIn(unit: XmlElement): readonly string[] {
  return elementsIn(unit)
    .filter(({ local }) => local === 'alt-trans')
    .flatMap(elementsIn)
    .filter(({ local }) => local === 'context-group')
    .flatMap(elementsIn)
    .filter(({ local, attributes }) => local === 'context' && attributes.get('context-type') === 'x-spelling')
    .map((context) => dataOf(context).data ?? '');
}

/** `approved` (XLIFF 1.2, section 2.3), or a state of the target that nobody is to change any more. */
function isConfirmed(unit: XmlElement, target: XmlElement | undefined): boolean {
  const state = target?.attributes.get('state');
  return unit.attributes.get('approved') === 'yes' || state === 'final' || state === 'signed-off';
}

/** The content of a side. */
export function piecesIn(element: XmlElement): Piece[] {
  const pieces: Piece[] = [];
  collect(element, pieces);
  return pieces;
}

function collect(element: XmlElement, pieces: Piece[]): void {
  for (const child of element.children) {
    if (child.kind === 'text') {
      addPiece(pieces, child.text);
    } else if (child.local === 'g') {
      const id = child.attributes.get('id') ?? '';
      addPiece(pieces, { kind: 'sc', id, ...rulesOf(child) });
      collect(child, pieces);
      addPiece(pieces, { kind: 'ec', id });
    } else {
      const code = codeOf(child);
      if (code === undefined) collect(child, pieces);
      else addPiece(pieces, code);
    }
  }
}

/** What stands for itself, or half of a pair whose other half is missing. */
function standalone(id: string): PieceCode {
  const [, own, which] = /^([0-9]+)-(start|end)$/.exec(id) ?? [];
  return own === undefined ? { kind: 'ph', id } : { kind: which === 'start' ? 'sc' : 'ec', id: own };
}

function codeOf(element: XmlElement): PieceCode | undefined {
  const { local, attributes } = element;
  const id = attributes.get('id') ?? '';
  const pair = attributes.get('rid') ?? id.replace(/-end$/, '');
  if (local === 'x') return { ...standalone(id), ...rulesOf(element) };
  if (local === 'bx') return { kind: 'sc', id: pair, ...rulesOf(element) };
  if (local === 'ex') return { kind: 'ec', id: pair };
  const native = (kind: PieceCode['kind'], own: string): PieceCode => ({ kind, id: own, ...dataOf(element) });
  if (local === 'ph') return native('ph', id);
  if (local === 'bpt') return native('sc', pair);
  if (local === 'ept') return native('ec', pair);
  if (local === 'it') return native(attributes.get('pos') === 'close' ? 'ec' : 'sc', pair);
  return undefined;
}

/** `clone` (XLIFF 1.2, section 2.3): whether a code may be copied. */
function rulesOf({ attributes }: XmlElement): { readonly canCopy?: false } {
  return attributes.get('clone') === 'no' ? { canCopy: false } : {};
}
