import type { MemoryEntry } from '../../model/memory/entry.js';
import { unpackPair } from '../packed-texts.js';
import { compareCodePoints } from '../policy.js';
import type { Stored } from '../store/stored.js';
import { alignCodes, commonSource } from './align-codes.js';
import { targetOf } from './entries.js';
import { createIds, toldName } from './ids.js';
import type { EntrySource } from './known-target.js';

/** What stands together in an entry: a translation for each language at most. */
type Group = Map<string, Stored>;

/**
 * The entries of a selection with all languages: those of equal source are one, with a target for each language, in the
 * order of their tags. Where a language has several translations of a source, the hash of the article and the number of
 * the pair decide which belong together; one that stands alone goes to the first entry that lacks its language.
 */
export function* joinedEntriesOf(from: EntrySource): Generator<MemoryEntry, void, undefined> {
  const { store, selection, srcLang } = from;
  const idFor = createIds();
  const isDone = new Uint8Array(store.sourceCount);
  const kept = new Uint8Array(store.targetCount);
  const places = new Int32Array(store.targetCount);
  for (const [place, index] of selection.kept.entries()) {
    kept[index] = 1;
    places[index] = place;
  }
  /** Groups whose turn comes with their first member. */
  const waiting = new Map<number, Group>();
  for (const index of selection.kept) {
    const { source } = store.at(index);
    if (isDone[source] !== 1) {
      isDone[source] = 1;
      const all = store.ofSource(source).filter((each) => kept[each.index] === 1);
      all.sort((a, b) => (places[a.index] ?? 0) - (places[b.index] ?? 0));
      for (const group of groupsOf(all)) {
        const [first] = group.values();
        if (first !== undefined) waiting.set(first.index, group);
      }
    }
    const group = waiting.get(index);
    if (group === undefined) continue;
    waiting.delete(index);
    const [first] = group.values();
    if (first === undefined) continue;
    const members = [...group.values()].sort((a, b) => compareCodePoints(a.trgLang, b.trgLang));
    const pairs = members.map((stored) => ({ stored, ...unpackPair(stored.packed()) }));
    const text = commonSource(pairs, unpackPair(first.packed()).source);
    const targets = pairs.map((pair) => targetOf(pair.stored, alignCodes(pair, text), from));
    const named = targets.find((target) => toldName(target) !== undefined);
    yield { id: idFor(first, named ?? targets[0]), srcLang, source: text, targets };
  }
}

/** Translations of a source, in the order of their places, in groups that begin with the first of their members. */
function groupsOf(all: readonly Stored[]): readonly Group[] {
  const [first] = all;
  if (first !== undefined && new Set(all.map(({ trgLang }) => trgLang)).size === all.length) {
    return [new Map(all.map((each) => [each.trgLang, each]))];
  }
  const byKey = new Map<string, Group>();
  const groups: Group[] = [];
  for (const each of all) {
    const key = `${each.origin?.sourceHash ?? ''} ${/\d*$/.exec(each.id)?.[0]}`;
    const group = byKey.get(key);
    if (group !== undefined && !group.has(each.trgLang)) {
      group.set(each.trgLang, each);
      continue;
    }
    const own: Group = new Map([[each.trgLang, each]]);
    if (group === undefined) byKey.set(key, own);
    groups.push(own);
  }
  const joined: Group[] = groups.filter(({ size }) => size > 1);
  /** By language: all groups before have it. */
  const full = new Map<string, number>();
  for (const group of groups.filter(({ size }) => size === 1)) {
    for (const [language, entry] of group) {
      let at = full.get(language) ?? 0;
      while (joined[at]?.has(language)) at++;
      full.set(language, at);
      const free = joined[at];
      if (free === undefined) joined.push(group);
      else free.set(language, entry);
    }
  }
  // A member that came later may stand before the others.
  const places = new Map(all.map((each, place) => [each, place]));
  return joined.map((group) => new Map([...group].sort(([, a], [, b]) => (places.get(a) ?? 0) - (places.get(b) ?? 0))));
}
