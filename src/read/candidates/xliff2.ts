import { elementsIn, type XmlElement } from '../../xml/reader.js';
import type { EditedUnit, Piece } from '../edited/document.js';
import { isCore, metasIn, piecesOfSide, readUnit2 } from '../edited/xliff2.js';

/** A `<file>` of XLIFF 2 that is translated, or is to be. */
export interface CandidateFile {
  /** The attribute `original`. */
  readonly original: string;
  /** Where a file says its own. */
  readonly trgLang?: string;
  readonly units: readonly CandidateUnit[];
}

/** A `<unit>` with what memories have for its segments. */
export interface CandidateUnit extends Pick<EditedUnit, 'parts'> {
  readonly id: string;
  /** The attribute `name`: what kind of block it is. */
  readonly name?: string;
  /** States of its segments, by their ids. */
  readonly states: ReadonlyMap<string, string>;
  /** Candidates by the ids of the segments that they are for, in the order of the document. */
  readonly candidates: ReadonlyMap<string, readonly XliffCandidate[]>;
}

/** An `<mtc:match>` (XLIFF 2.0, section 5.1). */
export interface XliffCandidate {
  /** `matchQuality`, else `similarity`: 0 to 100, as the document says it. */
  readonly score?: number;
  /** `icm`, `tm`, `mt`… */
  readonly type?: string;
  readonly origin?: string;
  /** What was taken off the score. */
  readonly penalties: readonly (readonly [name: string, points: string])[];
  /** What was taken from the segment: `numbers`, `codes`. */
  readonly adapted?: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  readonly source: readonly Piece[];
  readonly target: readonly Piece[];
}

const module = /^urn:oasis:names:tc:xliff:matches:2\.[0-9]$/;

/** The files of an XLIFF 2 document with their candidates; none where it is another one. */
export function readCandidates(root: XmlElement): readonly CandidateFile[] {
  if (root.local !== 'xliff') return [];
  return elementsIn(root)
    .filter((file) => file.local === 'file' && isCore(file))
    .map((file) => ({
      original: file.attributes.get('original') ?? '',
      units: unitsIn(file).map(readUnit),
    }));
}

/** Units stand in groups, too. Depth is limited by the reader. */
function unitsIn(parent: XmlElement): XmlElement[] {
  const units: XmlElement[] = [];
  for (const child of elementsIn(parent)) {
    if (!isCore(child)) continue;
    if (child.local === 'unit') units.push(child);
    else if (child.local === 'group') for (const each of unitsIn(child)) units.push(each);
  }
  return units;
}

function readUnit(unit: XmlElement): CandidateUnit {
  const { id, parts } = readUnit2(unit, true);
  const name = unit.attributes.get('name');
  const states = new Map<string, string>();
  for (const part of elementsIn(unit)) {
    const [own, state] = [part.attributes.get('id'), part.attributes.get('state')];
    if (part.local === 'segment' && own !== undefined && state !== undefined) states.set(own, state);
  }
  const candidates = new Map<string, XliffCandidate[]>();
  for (const list of elementsIn(unit)) {
    if (list.local !== 'matches' || !module.test(list.namespace)) continue;
    for (const match of elementsIn(list)) {
      const segment = match.attributes.get('ref')?.replace(/^#/, '') ?? '';
      const known = candidates.get(segment);
      if (known === undefined) candidates.set(segment, [readMatch(match)]);
      else known.push(readMatch(match));
    }
  }
  return { id, ...(name === undefined ? {} : { name }), parts, states, candidates };
}

function readMatch(match: XmlElement): XliffCandidate {
  const { attributes } = match;
  const quality = attributes.get('matchQuality') ?? attributes.get('similarity');
  const metas = metasIn(match).map((meta): readonly [string, string] => {
    const text = meta.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
    return [meta.attributes.get('type') ?? '', text];
  });
  const metaOf = (type: string): string | undefined => metas.find(([each]) => each === type)?.[1];
  const [type, origin, adapted, date] = [
    attributes.get('type'),
    attributes.get('origin'),
    metaOf('adapted'),
    metaOf('date'),
  ];
  return {
    ...(quality === undefined || Number.isNaN(Number(quality)) ? {} : { score: Number(quality) }),
    ...(type === undefined ? {} : { type }),
    ...(origin === undefined ? {} : { origin }),
    penalties: metas.flatMap(([name, points]) =>
      name.startsWith('penalty-') ? [[name.slice(8), points] as const] : [],
    ),
    ...(adapted === undefined ? {} : { adapted }),
    ...(date === undefined ? {} : { date }),
    source: piecesOfSide(match, 'source'),
    target: piecesOfSide(match, 'target'),
  };
}
