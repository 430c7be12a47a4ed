import { holdsWords } from '../model/terms/limits.js';
import { keyOf } from '../model/terms/term-text.js';
import type { Affixes } from './affixes.js';
import type { KnownPair } from './table.js';

/** A target without what may have slipped into the bold, and without what is known to. */
export interface Cuts {
  readonly any: string;
  readonly slipped: string;
}

/** What stood out as a title is whole. */
export function cutsOf({ target, ui, title }: KnownPair, affixes: Affixes, isKnown: (text: string) => boolean): Cuts {
  if (ui === 0 || title > 0) return { any: target, slipped: target };
  return { any: keyOf(affixes.cut(target, isKnown)), slipped: keyOf(affixes.cutSlipped(target, isKnown)) };
}

/** What another target is with more is whole: what it begins or ends with is its own. */
export function keepWhole(rivals: readonly Rival[]): void {
  const whole = new Set<string>();
  for (const { pair, cut } of rivals) if (cut.any !== pair.target) whole.add(cut.any);
  for (const rival of rivals) {
    const { target, isCut } = rival.pair;
    if (!isCut && whole.has(target)) rival.cut = { any: target, slipped: target };
  }
}

/** A target of a source beside its others, with what segments say of it. */
export interface Rival {
  readonly pair: KnownPair;
  readonly target: number;
  cut: Cuts;
  both: number;
  count: number;
  /** Of the segments with the source, how many have the target; and the other way round. */
  share: number;
  back: number;
  dice: number;
}

/**
 * Where a target has an ending that slips into the bold, and no limit of words before it, the target without it stands
 * there as well: nothing else found it.
 */
export function addSlipped(rivals: readonly Rival[]): void {
  const known = new Map(rivals.map((rival) => [rival.pair.target, rival]));
  for (const { pair, cut, both, count, share, back } of rivals) {
    const other = known.get(cut.slipped);
    if (other === undefined || other.pair === pair || other.pair.isCut) continue;
    if (holdsWords(pair.target, other.pair.target)) continue;
    const inSource = both / share;
    const inTarget = other.both / other.back + both / back;
    other.both = Math.min(inSource, other.both + both);
    other.count += count;
    other.share = other.both / inSource;
    other.back = other.both / inTarget;
    other.dice = (2 * other.both) / (inSource + inTarget);
  }
}

/**
 * Whether a target is another one with what slips into the bold, and segments say the other at least as well. What may
 * be no part of it is not cut off unless the other stood out so, too.
 */
export function slips({ pair, cut, dice }: Rival, { pair: other, dice: better }: Rival): boolean {
  if (pair.target === other.target || better < dice) return false;
  return other.target === cut.slipped || (other.target === cut.any && !other.isCut);
}

/** Whether a target is another term with what slips into the bold. */
export function slipsAny(rival: Rival, terms: ReadonlyMap<string, Rival>): boolean {
  return [rival.cut.any, rival.cut.slipped].some((text) => {
    const other = terms.get(text);
    return other !== undefined && slips(rival, other);
  });
}
