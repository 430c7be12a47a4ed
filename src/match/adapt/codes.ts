import { type Code, type Content, codesOf, isFormatting } from '../../model/content.js';

/** A content, and the word that each of its codes stands before. */
export interface PlacedContent {
  readonly content: Content;
  readonly places: readonly number[];
}

const nowhere = { start: 0, end: 0 };

/**
 * The target with the codes of a new source in place of those of its own, which has the same words; `undefined` where any of
 * them cannot be placed without doubt. That is where
 * - codes that changed stand before the same words: pairs for pairs, placeholders for others of the same type,
 * - codes that are lost are pairs around text, such as bold and links: the text stays,
 * - codes that are new are pairs around the whole text,
 * - what becomes of a code becomes of all that are like it: of two bolds, the target does not say which is which,
 * - and the target has each code of its source once, and no other.
 *
 * A code that did not change stays as the target has it: its address may be that of the language.
 */
export function adaptCodes(source: PlacedContent, target: Content, newSource: PlacedContent): Content | undefined {
  const { inside, pairs } = unwrap(newSource, countWraps(source.content));
  const matched = matchCodes(placedCodes(source), inside);
  if (matched === undefined) return undefined;
  const { partners, lost } = matched;
  if (pairs.length === 0 && lost.size === 0 && [...partners].every(([code, partner]) => code.data === partner.data)) {
    return undefined;
  }
  if (!isOneChange(source.content, matched)) return undefined;
  const byKey = new Map([...partners].map(([code, partner]) => [keyOf(code), { code, partner }]));
  const placed = new Set<string>();
  const adapted: Content[number][] = [];
  for (const inline of target) {
    if (inline.kind === 'text') adapted.push(inline);
    else if (!lost.has(inline.id)) {
      const key = keyOf(inline);
      const found = byKey.get(key);
      if (found === undefined || placed.has(key)) return undefined;
      placed.add(key);
      const { code, partner } = found;
      adapted.push(code.data === partner.data ? { ...inline, id: partner.id } : { ...partner, range: nowhere });
    }
  }
  if (placed.size !== byKey.size || !hasWholePairs(target, lost)) return undefined;
  return wrap(adapted, pairs);
}

interface PlacedCode {
  readonly code: Code;
  readonly place: number;
}

function placedCodes({ content, places }: PlacedContent): readonly PlacedCode[] {
  return codesOf(content).map((code, at) => ({ code, place: places[at] ?? 0 }));
}

type Pair = readonly [start: Code, end: Code];

/** How many pairs stand around the whole content. */
function countWraps(content: Content): number {
  let count = 0;
  while (isWrap(content[count], content[content.length - 1 - count]) && count * 2 + 1 < content.length) count++;
  return count;
}

function isWrap(first: Content[number] | undefined, last: Content[number] | undefined): boolean {
  return first?.kind === 'sc' && last?.kind === 'ec' && first.id === last.id;
}

/** The codes inside of the pairs that stand around the whole content, where it has more of them than `known`. */
function unwrap(given: PlacedContent, known: number): { inside: readonly PlacedCode[]; pairs: readonly Pair[] } {
  const codes = placedCodes(given);
  const added = Math.max(0, countWraps(given.content) - known);
  const pairs: Pair[] = [];
  for (let at = 0; at < added; at++) {
    const [first, last] = [codes[at], codes[codes.length - 1 - at]];
    if (first !== undefined && last !== undefined) pairs.push([first.code, last.code]);
  }
  return { inside: codes.slice(pairs.length, codes.length - pairs.length), pairs };
}

/** Which code became which, and the ids of those that are lost. */
interface MatchedCodes {
  readonly partners: ReadonlyMap<Code, Code>;
  readonly lost: ReadonlySet<string>;
}

/** Whether the same became of all codes that only their order tells apart. A pair is known by its second half. */
function isOneChange(source: Content, { partners, lost }: MatchedCodes): boolean {
  const changes = new Map<string, string>();
  return codesOf(source).every((code) => {
    if (code.kind === 'sc') return true;
    const key = meaningOf(code);
    const partner = partners.get(code);
    const change = lost.has(code.id) || partner === undefined ? 'lost' : `to ${meaningOf(partner)}`;
    const isKnown = changes.has(key);
    if (!isKnown) changes.set(key, change);
    return !isKnown || changes.get(key) === change;
  });
}

/** What codes have in common that only their order tells apart: how bold is spelled says nothing of which bold it is. */
function meaningOf(code: Code): string {
  return isFormatting(code) ? `${code.subType}` : `${code.kind} ${code.data}`;
}

/** `undefined`: there is a doubt. */
function matchCodes(before: readonly PlacedCode[], after: readonly PlacedCode[]): MatchedCodes | undefined {
  const partners = new Map<Code, Code>();
  const ids = new Map<string, string>();
  const lost = new Set<string>();
  let next = 0;
  for (const { code, place } of before) {
    const partner = after[next];
    if (!lost.has(code.id) && partner !== undefined && partner.place === place && isAlike(code, partner.code)) {
      if ((ids.get(code.id) ?? partner.code.id) !== partner.code.id) return undefined;
      ids.set(code.id, partner.code.id);
      partners.set(code, partner.code);
      next++;
    } else if (code.kind === 'ph' || code.isolated === true || code.type === 'image' || ids.has(code.id)) {
      return undefined;
    } else lost.add(code.id);
  }
  const isOneToOne = new Set(ids.values()).size === ids.size;
  return next === after.length && isOneToOne ? { partners, lost } : undefined;
}

/** Pairs stand around the same words, whatever they are; a placeholder has a meaning of its own. */
function isAlike(one: Code, other: Code): boolean {
  if (one.kind !== 'ph') return one.kind === other.kind;
  return other.kind === 'ph' && one.type === other.type && one.subType === other.subType;
}

function keyOf({ kind, id }: Code): string {
  return `${kind} ${id}`;
}

/** Whether each of these codes has both halves in a content, once, or none. */
function hasWholePairs(content: Content, ids: ReadonlySet<string>): boolean {
  const own = codesOf(content).filter(({ id }) => ids.has(id));
  const starts = new Set(own.filter(({ kind }) => kind === 'sc').map(({ id }) => id));
  const ends = new Set(own.filter(({ kind }) => kind === 'ec').map(({ id }) => id));
  return starts.size + ends.size === own.length && starts.size === ends.size && [...starts].every((id) => ends.has(id));
}

function wrap(content: readonly Content[number][], pairs: readonly Pair[]): Content {
  const starts = pairs.map(([start]): Code => ({ ...start, range: nowhere }));
  const ends = pairs.map(([, end]): Code => ({ ...end, range: nowhere })).reverse();
  return [...starts, ...content, ...ends];
}
