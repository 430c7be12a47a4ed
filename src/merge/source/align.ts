import { type SourceArticle, sourceSegmentsOf } from '../../model/source-article.js';
import type { EditedFile, EditedPart, EditedUnit } from '../../read/edited/document.js';
import { withCodesOfOne } from './cut/joined-codes.js';
import { type CameSegment, recutLike } from './cut/recut-like.js';
import { unwrapped, unwrappedLike } from './cut/unwrapped.js';
import { keyOfPieces, keysOfSide } from './keys.js';

/** An article that is cut as a file of a document is, and the units of the file with the ids that their segments have there. */
export interface AlignedFile {
  readonly article: SourceArticle;
  readonly file: EditedFile;
  /** How many segments the file has, and how many of them have their source in the article. */
  readonly segments: number;
  readonly matched: number;
}

/** A segment of a file. */
interface Came extends CameSegment {
  readonly part: EditedPart;
}

/**
 * Finds the segments of a file in an article: by id and source, and where the article has changed since, so that its
 * segments are counted otherwise, by the source alone, in their order.
 */
export function alignFile(whole: SourceArticle, file: EditedFile): AlignedFile {
  const units = file.units.map((unit) => ({ ...unit, parts: unit.parts.map(withCodesOfOne) }));
  const came = units.flatMap(({ id: ofUnit, parts }) =>
    parts.flatMap((part, index): Came[] => {
      if (part.kind !== 'segment') return [];
      const key = keyOfPieces(unwrapped(part.source));
      return [{ part, id: part.id ?? ofUnit, ofUnit, key, isNext: parts[index - 1]?.kind === 'segment' }];
    }),
  );
  const { article, pieces } = recutLike(whole, came);
  const named = came.filter((each) => !pieces.has(each));
  const split = new Set(Array.from(pieces.values(), ({ segment }) => segment));
  const names = findNames(article, named, split);
  const unitOf = new Map(
    article.units.flatMap(({ id, parts }) =>
      parts.flatMap((part) => (part.kind === 'segment' ? [[part.id, id] as const] : [])),
    ),
  );
  const sources = new Map(Array.from(sourceSegmentsOf(article), ({ id, source }) => [id, source] as const));
  const unitOfPiece = new Map(Array.from(pieces, ([{ ofUnit }, { unit }]) => [ofUnit, unit] as const));
  const rename = (unit: EditedUnit): EditedUnit => {
    const first = unit.parts.map((part) => names.get(part)).find((name) => name !== undefined);
    // One segment alone may be a part of a block, and another one of it have the same source.
    const isAlone = unit.parts.filter(({ kind }) => kind === 'segment').length === 1;
    const id = (first === undefined || isAlone ? first : unitOf.get(first)) ?? unitOfPiece.get(unit.id) ?? unit.id;
    const parts = unit.parts.map((part) => {
      const name = names.get(part);
      const own = name === undefined ? undefined : sources.get(name);
      if (name === undefined || own === undefined) return withoutBlankTarget(part);
      return withoutBlankTarget({ ...unwrappedLike(part, own), id: name });
    });
    return { ...unit, id, parts };
  };
  const { original, offset, trgLang, unitCount } = file;
  return {
    article,
    file: {
      original,
      offset,
      ...(trgLang === undefined ? {} : { trgLang }),
      unitCount,
      mayMatch: true,
      unitsText: () => undefined,
      units: units.map(rename),
    },
    segments: came.length,
    matched: names.size + pieces.size,
  };
}

/**
 * The ids that segments of a file have in the article, as far as their sources are there. `split`: those that the file has in
 * pieces, so that they are none of its segments.
 */
function findNames(
  article: SourceArticle,
  came: readonly Came[],
  split: ReadonlySet<string>,
): ReadonlyMap<EditedPart, string> {
  const names = new Map<EditedPart, string>();
  const own = Array.from(sourceSegmentsOf(article), ({ id, source }) => ({ id, keys: keysOfSide(source) }));
  const byId = new Map(own.map((each) => [each.id, each]));
  const taken = new Set(split);
  for (const { part, id, key } of came) {
    if (taken.has(id) || byId.get(id)?.keys.includes(key) !== true) continue;
    names.set(part, id);
    taken.add(id);
  }
  const free = new Map<string, string[]>();
  for (const { id, keys } of own.toReversed()) {
    if (taken.has(id)) continue;
    for (const key of new Set(keys)) {
      const ids = free.get(key);
      if (ids === undefined) free.set(key, [id]);
      else ids.push(id);
    }
  }
  for (const { part, key } of came) {
    if (names.has(part)) continue;
    const ids = free.get(key) ?? [];
    let id = ids.pop();
    while (id !== undefined && taken.has(id)) id = ids.pop();
    if (id === undefined) continue;
    names.set(part, id);
    taken.add(id);
  }
  return names;
}

/** Many tools write an empty target where there is none. */
function withoutBlankTarget(part: EditedPart): EditedPart {
  const { target, ...rest } = part;
  const isBlank = target?.every((piece) => typeof piece === 'string' && piece.trim() === '') ?? true;
  return part.kind === 'ignorable' || !isBlank ? part : rest;
}
