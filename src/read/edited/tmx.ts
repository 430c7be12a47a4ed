import { ownText } from '../../model/compact/own-text.js';
import { elementsIn, type XmlElement } from '../../xml/reader.js';
import { addPiece, dataOf, type Piece } from './document.js';

/** A `<tu>` in the two languages that were asked for. */
export interface TmxEntry {
  /** Where it starts in the document: 0-based UTF-16 code units. */
  readonly offset: number;
  readonly source: readonly Piece[];
  readonly target: readonly Piece[];
  /** When it was last changed, as TMX writes it; empty where it does not say. */
  readonly date: string;
  /** What its `<prop>` elements say, by type. */
  readonly props: Props;
}

/** Values by type. */
export type Props = Pick<ReadonlyMap<string, string>, 'get' | 'has'>;

/**
 * Reads a `<tu>` that has both languages: one entry for each variant in the target language, because some tools write
 * several into one unit. They share what they have of the source. Languages are equal whatever their case (BCP 47, 2.1.1).
 */
export function readEntries(unit: XmlElement, srcLang: string, trgLang: string): readonly TmxEntry[] {
  const variants = elementsIn(unit).filter(({ local }) => local === 'tuv');
  const source = variants.find((variant) => languageOf(variant) === srcLang.toLowerCase());
  if (source === undefined) return [];
  const pieces = segmentOf(source);
  const common = propsOf([unit, source]);
  return variants
    .filter((variant) => languageOf(variant) === trgLang.toLowerCase())
    .map((target) => {
      const own = propsOf([target]);
      const [date = ''] = [target, unit]
        .flatMap(({ attributes }) => [attributes.get('changedate'), attributes.get('creationdate')])
        .filter((value) => value !== undefined);
      const props = layered(own, common);
      return { offset: unit.start, source: pieces, target: segmentOf(target), date: ownText(date), props };
    });
}

/** Not inside of the function that reads: it would keep the element in memory. */
function layered(own: Props, common: Props): Props {
  return {
    get: (type) => own.get(type) ?? common.get(type),
    has: (type) => own.has(type) || common.has(type),
  };
}

function propsOf(holders: readonly XmlElement[]): ReadonlyMap<string, string> {
  const props = new Map<string, string>();
  for (const holder of holders) {
    for (const prop of elementsIn(holder)) {
      const type = prop.attributes.get('type');
      if (prop.local === 'prop' && type !== undefined) props.set(ownText(type), ownText(dataOf(prop).data ?? ''));
    }
  }
  return props;
}

function languageOf({ attributes }: XmlElement): string | undefined {
  return (attributes.get('xml:lang') ?? attributes.get('lang'))?.toLowerCase();
}

function segmentOf(variant: XmlElement): Piece[] {
  const pieces: Piece[] = [];
  const segment = elementsIn(variant).find(({ local }) => local === 'seg');
  if (segment !== undefined) collect(segment, pieces, new Map());
  return pieces.map((piece) => {
    if (typeof piece === 'string') return ownText(piece);
    const { data } = piece;
    return { ...piece, id: ownText(piece.id), ...(data === undefined ? {} : { data: ownText(data) }) };
  });
}

/**
 * Codes are named by `x`, which is the same on both sides; an `ept` has only the `i` of its `bpt`. A code without one is
 * none of the other side's by name: it has a question mark and its number, or the `i` that is known on its side only.
 */
function collect(element: XmlElement, pieces: Piece[], pairs: Map<string, string>): void {
  for (const child of element.children) {
    if (child.kind === 'text') {
      addPiece(pieces, child.text);
      continue;
    }
    const { local, attributes } = child;
    const i = attributes.get('i') ?? '';
    const x = attributes.get('x') || `?${local === 'bpt' ? `i${i}` : pieces.length}`;
    if (local === 'ph') addPiece(pieces, { kind: 'ph', id: x, ...dataOf(child) });
    else if (local === 'bpt') {
      pairs.set(i, x);
      addPiece(pieces, { kind: 'sc', id: x, ...dataOf(child) });
    } else if (local === 'ept') addPiece(pieces, { kind: 'ec', id: pairs.get(i) ?? `?i${i}`, ...dataOf(child) });
    else if (local === 'it') {
      addPiece(pieces, { kind: attributes.get('pos') === 'end' ? 'ec' : 'sc', id: x, ...dataOf(child) });
    } else collect(child, pieces, pairs);
  }
}
