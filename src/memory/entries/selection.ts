import { choose, type Policy } from '../policy.js';
import type { Store } from '../store/store.js';
import type { Stored } from '../store/stored.js';
import { sortByPlace } from './order.js';
import type { Steps } from './steps.js';

/** What stays of a store by a policy. */
export interface Selection {
  /** The numbers of translations, in the order of their first places. */
  readonly kept: Int32Array;
  /** How many sources they have. */
  readonly sources: number;
  /** How many others they replaced. */
  readonly replaced: number;
  /** How many there are of sources that are left out. */
  readonly leftOut: number;
  /** What a translation replaced: the next best. */
  replacedBy(index: number): number | undefined;
}

/** How many sources are looked at in a step. */
const sourcesOfStep = 1000;

/** Chooses what stays. `isLeftOut`: sources that are none of the memory. */
export function* select(store: Store, policy: Policy, isLeftOut?: (source: number) => boolean): Steps<Selection> {
  const kept = new Int32Array(store.targetCount);
  let keptCount = 0;
  const nexts = new Map<number, number>();
  let sources = 0;
  let count = 0;
  let leftOut = 0;
  for (let source = 0; source < store.sourceCount; source++) {
    if (source % sourcesOfStep === 0) yield;
    const only = isLeftOut === undefined ? store.onlyOf(source) : -1;
    if (only >= 0) {
      sources++;
      kept[keptCount++] = only;
      continue;
    }
    const all = store.ofSource(source);
    if (isLeftOut?.(source)) {
      leftOut += all.length;
      continue;
    }
    if (all.length > 0) sources++;
    for (const candidates of byLanguage(all)) {
      const chosen = choose(candidates, policy);
      count += chosen.replaced.length;
      const [next] = chosen.replaced;
      for (const { index } of chosen.kept) {
        kept[keptCount++] = index;
        if (next !== undefined) nexts.set(index, next.index);
      }
    }
  }
  const sorted = yield* sortByPlace(store, kept.subarray(0, keptCount));
  return { kept: sorted, sources, replaced: count, leftOut, replacedBy: (index) => nexts.get(index) };
}

function byLanguage(candidates: readonly Stored[]): Iterable<readonly Stored[]> {
  const [first] = candidates;
  if (candidates.every(({ trgLang }) => trgLang === first?.trgLang)) return [candidates];
  const groups = new Map<string, Stored[]>();
  for (const each of candidates) {
    const group = groups.get(each.trgLang);
    if (group === undefined) groups.set(each.trgLang, [each]);
    else group.push(each);
  }
  return groups.values();
}
