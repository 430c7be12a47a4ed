import { lastStartingBy, type Range } from '../../../model/position.js';
import type { SourceArticle, SourceSegment, SourceUnit } from '../../../model/source-article.js';
import { findDefinitions } from '../../../read/inline/definitions.js';
import { readInline } from '../../../read/inline/inline.js';
import { createGrains, type Grain, type Grains } from '../../../read/source/grains.js';
import { recutSource } from '../../../read/source/recut.js';
import { keysOfSide } from '../keys.js';
import { withAtomsOf } from './finer-atoms.js';
import { createMayBe } from './may-be.js';

/** A segment of a document: its id, that of its unit, and what its source is known by. */
export interface CameSegment {
  readonly id: string;
  readonly ofUnit: string;
  readonly key: string;
  /** It comes right after another one, with no text between them. */
  readonly isNext: boolean;
}

/** An article that is cut as a document is. */
export interface RecutArticle {
  readonly article: SourceArticle;
  /** What a tool split segments of the article into, and which these are: none of the pieces is a segment of it. */
  readonly pieces: ReadonlyMap<CameSegment, WholeOfPiece>;
}

/** The ids of a segment of an article, and of its unit. */
export interface WholeOfPiece {
  readonly segment: string;
  readonly unit: string;
}

/**
 * The article cut as a document has it: what filled the document may have joined its sentences, or cut them at what no
 * rule cuts. Blocks of which the document has nothing, or whose segments it has as they are, stay.
 */
export function recutLike(article: SourceArticle, came: readonly CameSegment[]): RecutArticle {
  const pieces = new Map<CameSegment, WholeOfPiece>();
  const byUnit = groupByUnit(article.units, came);
  const grains = createGrains(article);
  const definitions = findDefinitions(article.text);
  const isDefined = (label: string): boolean => definitions.has(label);
  function* keyed(unit: SourceUnit, own: readonly CameSegment[]): Generator<KeyedGrain, void, undefined> {
    const usual = new Set(segmentsIn(unit.parts).map(({ source }) => source.text));
    const mayBe = createMayBe(own.map(({ key }) => key));
    for (const grain of grains.of(unit, (_first, _last, text) => usual.has(text) || mayBe(text))) {
      const { text } = grain;
      yield { grain, keys: () => keysOfSide({ text, content: readInline(text, { isDefined }) }) };
    }
  }
  // Codes alone are nothing to translate.
  const hasText = (markdown: string): boolean =>
    readInline(markdown, { isDefined }).some((piece) => piece.kind === 'text' && /[\p{L}\p{N}]/u.test(piece.text));
  const recut = recutSource(article, (unit) => {
    const own = byUnit.get(unit);
    if (own === undefined || hasAll(unit, own)) return undefined;
    const split = piecesIn(unit, own);
    for (const [piece, segment] of split ?? []) pieces.set(piece, { segment, unit: unit.id });
    if (split !== undefined) return undefined;
    const like = grainsLike(unit, own, keyed(unit, own));
    // Other rules may have cut what none of ours does.
    const keys = own.map(({ key }) => key);
    const finer = like.found < own.length ? withAtomsOf(article.text, unit, keys, isDefined) : undefined;
    const all = finer === undefined ? like : grainsLike(unit, own, keyed(finer, own));
    // A value that cannot be cut has none, and stays.
    return all.grains.length === 0 ? undefined : withRest(unit, all.grains, finer ?? unit, grains, hasText);
  });
  return { article: recut, pieces };
}

/** A grain, and what its source is known by. */
interface KeyedGrain {
  readonly grain: Grain;
  readonly keys: () => readonly string[];
}

/**
 * Where the article has changed since, a unit is the one with the same text. Ids start with the number of a segment, and
 * those of a block are before that of the next one. What a tool split off has an id of the tool's own: it belongs to its unit.
 */
function groupByUnit(
  units: readonly SourceUnit[],
  came: readonly CameSegment[],
): ReadonlyMap<SourceUnit, readonly CameSegment[]> {
  const groups = new Map<SourceUnit, CameSegment[]>();
  const same = unitsWithText(units, came);
  for (const each of came) {
    const unit = same.get(each.ofUnit) ?? unitWith(units, each.id) ?? unitWith(units, each.ofUnit);
    if (unit === undefined) continue;
    const group = groups.get(unit);
    if (group === undefined) groups.set(unit, [each]);
    else group.push(each);
  }
  return groups;
}

/** The units of a document, by their ids, whose text one of the article has, however both are cut: the one in its place first. */
function unitsWithText(units: readonly SourceUnit[], came: readonly CameSegment[]): ReadonlyMap<string, SourceUnit> {
  const texts = new Map<string, string>();
  for (const { ofUnit, key } of came) texts.set(ofUnit, `${texts.get(ofUnit) ?? ''}${bare(key)}`);
  const wanted = new Set(texts.values());
  const withText = new Map<string, Set<SourceUnit>>();
  for (const unit of units) {
    const keys = segmentsIn(unit.parts).map(({ source }) => keysOfSide(source));
    for (const mode of [0, 1]) {
      const text = keys.map((each) => bare(each[mode] ?? '')).join('');
      if (!wanted.has(text) || text === '') continue;
      const others = withText.get(text);
      if (others === undefined) withText.set(text, new Set([unit]));
      else others.add(unit);
    }
  }
  const found = new Map<string, SourceUnit>();
  const taken = new Set<SourceUnit>();
  const take = (ofUnit: string, unit: SourceUnit): void => {
    found.set(ofUnit, unit);
    taken.add(unit);
  };
  for (const [ofUnit, text] of texts) {
    const unit = unitWith(units, ofUnit);
    if (unit !== undefined && !taken.has(unit) && withText.get(text)?.has(unit) === true) take(ofUnit, unit);
  }
  for (const [ofUnit, text] of texts) {
    if (found.has(ofUnit)) continue;
    const free = withText.get(text) ?? new Set();
    for (const unit of free) {
      free.delete(unit);
      if (taken.has(unit)) continue;
      take(ofUnit, unit);
      break;
    }
  }
  return found;
}

/** Without white space, and without the numbers of codes, which are others where segments are joined. */
function bare(key: string): string {
  return withoutSpace(key.replace(/\0[^\0]*\0/g, '\0'));
}

function unitWith(units: readonly SourceUnit[], id: string): SourceUnit | undefined {
  const number = Number.parseInt(id, 10);
  return Number.isNaN(number) ? undefined : units[lastStartingBy(units, number, (unit) => Number(unit.id))];
}

/**
 * What segments of a unit were split into, by the ids of these, where a tool did that and nothing else: each is what came, or
 * several of these, one right after the other. They are put together again, wherever white space went to.
 */
function piecesIn({ parts }: SourceUnit, came: readonly CameSegment[]): ReadonlyMap<CameSegment, string> | undefined {
  const pieces = new Map<CameSegment, string>();
  let next = 0;
  for (const { id, source } of segmentsIn(parts)) {
    const first = next;
    const ends = keysOfSide(source).map((key) => endOfSplit(withoutSpace(key), came, first));
    next = ends.find((end) => end !== undefined) ?? came.length + 1;
    if (next > first + 1) for (const piece of came.slice(first, next)) pieces.set(piece, id);
  }
  return next === came.length ? pieces : undefined;
}

/** Where those end that make up a text, from the first one on. */
function endOfSplit(text: string, came: readonly CameSegment[], first: number): number | undefined {
  let at = 0;
  let next = first;
  for (; at < text.length; next++) {
    const part = came[next];
    const own = withoutSpace(part?.key ?? '');
    if (part === undefined || !text.startsWith(own, at) || (next > first && !part.isNext)) return undefined;
    at += own.length;
  }
  return next;
}

function withoutSpace(key: string): string {
  return key.replace(/[ \t\n]+/g, '');
}

/** Whether a unit has these segments as it is cut, and as often. */
function hasAll({ parts }: SourceUnit, came: readonly CameSegment[]): boolean {
  const free = new Map<string, number[]>();
  for (const [place, { source }] of segmentsIn(parts).entries()) {
    for (const key of new Set(keysOfSide(source))) {
      const places = free.get(key);
      if (places === undefined) free.set(key, [place]);
      else places.push(place);
    }
  }
  const taken = new Set<number>();
  return came.every(({ key }) => {
    const places = free.get(key) ?? [];
    let place = places.pop();
    while (place !== undefined && taken.has(place)) place = places.pop();
    if (place === undefined) return false;
    taken.add(place);
    return true;
  });
}

function segmentsIn(parts: SourceUnit['parts']): readonly SourceSegment[] {
  return parts.filter((part): part is SourceSegment => part.kind === 'segment');
}

/**
 * The grains of a unit with the sources of a document; and the segments that there were, where none of these stands. In the
 * order of the document; or where the article has another one, and more is found by it, in that of the article.
 */
function grainsLike(unit: SourceUnit, came: readonly CameSegment[], grains: Iterable<KeyedGrain>): LikeGrains {
  const known = new Set(came.map(({ key }) => key));
  const usual = new Set(segmentsIn(unit.parts).map(({ range }) => nameOf(range)));
  const between: Grain[] = [];
  const wanted = new Map<Grain, readonly string[]>();
  for (const { grain, keys } of grains) {
    if (usual.has(nameOf(grain.range))) between.push(grain);
    const own = [...new Set(keys())].filter((key) => known.has(key));
    if (own.length > 0) wanted.set(grain, own);
  }
  const like = (chosen: readonly Grain[]): LikeGrains => {
    const all = withFree(chosen, between);
    const take = createTaker(came);
    return { grains: all, found: all.filter((grain) => take(wanted.get(grain) ?? [])).length };
  };
  const asCame = like(byDocument(came, wanted));
  if (asCame.found === came.length) return asCame;
  const asTheyStand = like(byArticle(came, wanted));
  return asTheyStand.found > asCame.found ? asTheyStand : asCame;
}

/** In the order of a document: each is the first one with its source after the one before. */
function byDocument(came: readonly CameSegment[], wanted: WantedGrains): readonly Grain[] {
  const queues = new Map(came.map(({ key }) => [key, { grains: [] as Grain[], next: 0 }]));
  for (const [grain, keys] of wanted) for (const key of keys) queues.get(key)?.grains.push(grain);
  const chosen: Grain[] = [];
  let end = 0;
  for (const { key } of came) {
    const queue = queues.get(key);
    if (queue === undefined) continue;
    while ((queue.grains[queue.next]?.range.start ?? end) < end) queue.next++;
    const grain = queue.grains[queue.next];
    if (grain === undefined) continue;
    chosen.push(grain);
    end = grain.range.end;
  }
  return chosen;
}

/** In the order of the article: each is the longest one that starts with an atom, and whose source is not taken yet. */
function byArticle(came: readonly CameSegment[], wanted: WantedGrains): readonly Grain[] {
  const take = createTaker(came);
  const byFirst = new Map<number, Grain[]>();
  for (const grain of wanted.keys()) {
    const others = byFirst.get(grain.first);
    if (others === undefined) byFirst.set(grain.first, [grain]);
    else others.push(grain);
  }
  const chosen: Grain[] = [];
  let end = 0;
  for (const grains of byFirst.values()) {
    const grain = grains.findLast((each) => each.range.start >= end && take(wanted.get(each) ?? []));
    if (grain === undefined) continue;
    chosen.push(grain);
    end = grain.range.end;
  }
  return chosen;
}

/** Grains in the order of the text, and the sources of a document that each has. */
type WantedGrains = ReadonlyMap<Grain, readonly string[]>;

/** Takes one of some sources, as often as a document has it; `false` where none is left. */
function createTaker(came: readonly CameSegment[]): (keys: readonly string[]) => boolean {
  const left = new Map<string, number>();
  for (const { key } of came) left.set(key, (left.get(key) ?? 0) + 1);
  return (keys) => {
    const own = keys.find((key) => (left.get(key) ?? 0) > 0);
    if (own === undefined) return false;
    left.set(own, (left.get(own) ?? 0) - 1);
    return true;
  };
}

/** The grains of a unit, and how many of them are segments of a document. */
interface LikeGrains {
  readonly grains: readonly Grain[];
  readonly found: number;
}

function nameOf({ start, end }: Range): string {
  return `${start} ${end}`;
}

/** Both are in the order of the text; of the others, those that none of the chosen overlaps. */
function withFree(chosen: readonly Grain[], others: readonly Grain[]): readonly Grain[] {
  const all: Grain[] = [];
  let at = 0;
  for (const grain of others) {
    for (let each = chosen[at]; each !== undefined && each.range.end <= grain.range.start; each = chosen[++at]) {
      all.push(each);
    }
    const [last, following] = [all.at(-1), chosen[at]];
    const isFree =
      (last === undefined || last.range.end <= grain.range.start) &&
      (following === undefined || grain.range.end <= following.range.start);
    if (isFree) all.push(grain);
  }
  for (const each of chosen.slice(at)) all.push(each);
  return all;
}

/**
 * The same with what they leave of the segments that there were, of which a document may have a part only: nobody has
 * translated the rest. `cut`: the unit with the atoms that they are made of.
 */
function withRest(
  unit: SourceUnit,
  chosen: readonly Grain[],
  cut: SourceUnit,
  grains: Grains,
  hasText: (markdown: string) => boolean,
): readonly Grain[] {
  const last = new Map<number, number>();
  let from = -1;
  let at = 0;
  let next = 0;
  const segments = segmentsIn(unit.parts);
  for (const [index, { range }] of cut.atoms.entries()) {
    while (endsBefore(chosen[at], range)) at++;
    while (endsBefore(segments[next], range)) next++;
    const isTaken = (chosen[at]?.range.start ?? range.end) < range.end;
    const isOfSegment = (segments[next]?.range.start ?? range.end) < range.end;
    if (isTaken || !isOfSegment) from = -1;
    else {
      if (from < 0) from = index;
      last.set(from, index);
    }
  }
  if (last.size === 0) return chosen;
  const rest = [...grains.of(cut, (first, end, text) => last.get(first) === end && hasText(text))];
  const first = rest.filter((grain, index) => rest[index - 1]?.first !== grain.first);
  return [...chosen, ...first].sort((a, b) => a.range.start - b.range.start);
}

function endsBefore(each: { readonly range: Range } | undefined, range: Range): boolean {
  return each !== undefined && each.range.end <= range.start;
}
