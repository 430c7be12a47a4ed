import type { EntryPlace, EntryTarget, EntryText, MemoryEntry, ReplacedTarget } from '../../model/memory/entry.js';
import { dateOf } from '../facts.js';
import { unpackPair, type WrittenTexts, writtenIn } from '../pairs/texts.js';
import { choose, type Policy } from '../policy.js';
import type { Store } from '../store/store.js';
import type { Stored } from '../store/stored.js';
import { createIds, hexadecimal } from './ids.js';
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

/** What entries are made of. */
export interface EntrySource {
  readonly store: Store;
  readonly selection: Selection;
  readonly srcLang: string;
  /** Whether the sources before and after are wanted. Default: `false`. */
  readonly hasNeighbours?: boolean;
}

/** The entries of a selection in one language, or in all of them; each has one target. Made as they are asked for. */
export function* entriesOf(from: EntrySource, trgLang?: string): Generator<MemoryEntry, void, undefined> {
  const { store, selection, srcLang } = from;
  const idFor = createIds();
  for (const index of selection.kept) {
    if (trgLang !== undefined && store.languageOf(index) !== trgLang) continue;
    const stored = store.at(index);
    const text = stored.text();
    const { source, target } = unpackPair(text);
    const only = targetOf(stored, target, from);
    yield { id: idFor(stored, only), srcLang, source, targets: [only] };
  }
}

/** An entry without its texts, and these as a format writes them: bytes that are valid until the next is asked for. */
export interface WrittenEntry {
  readonly entry: MemoryEntry;
  readonly texts: WrittenTexts;
}

/** The same entries where texts are kept as a format writes them: these are not read. */
export function* writtenEntriesOf(from: EntrySource, trgLang?: string): Generator<WrittenEntry, void, undefined> {
  const { store, selection, srcLang } = from;
  const idFor = createIds();
  for (const index of selection.kept) {
    if (trgLang !== undefined && store.languageOf(index) !== trgLang) continue;
    const stored = store.at(index);
    const target = targetOf(stored, noText, from);
    const entry = { id: idFor(stored, target), srcLang, source: noText, targets: [target] };
    const bytes = store.bytesOf(index);
    const texts = bytes === undefined ? undefined : writtenIn(bytes);
    if (texts === undefined) throw new RangeError('A text was not kept as it is written.');
    yield { entry, texts };
  }
}

const noText: EntryText = { text: '', content: [] };

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** What is known of a translation. */
export function targetOf(
  stored: Stored,
  text: EntryText,
  { store, selection, hasNeighbours }: EntrySource,
): EntryTarget {
  const { index, trgLang, type, first, last, count, service, topic } = stored;
  const target: Writable<EntryTarget> = {
    trgLang,
    text: text.text,
    content: text.content,
    count,
    places: placesOf(stored),
  };
  if (type !== undefined) target.translationType = type;
  const firstHandoff = dateOf(first);
  const lastHandoff = last === first ? firstHandoff : dateOf(last);
  if (firstHandoff !== undefined) target.firstHandoff = firstHandoff;
  if (lastHandoff !== undefined) target.lastHandoff = lastHandoff;
  if (service !== '') target.service = service;
  if (topic !== '') target.topic = topic;
  const findings = store.extras.findingsOf(index);
  if (findings !== undefined) target.findings = findings;
  const contexts = store.extras.contextsOf(index);
  if (contexts.length > 0) {
    target.contexts = contexts.map(contextOf);
  }
  if (hasNeighbours) {
    const told = store.extras.toldNeighboursOf(index);
    const neighbour = (side: -1 | 1): EntryText | undefined => {
      const packed = store.neighbourOf(index, side);
      return packed === undefined ? undefined : unpackPair(packed).source;
    };
    const [previous, next] = [neighbour(-1) ?? told.previous, neighbour(1) ?? told.next];
    if (previous !== undefined) target.previous = previous;
    if (next !== undefined) target.next = next;
  }
  const replaced = selection.replacedBy(index);
  const told = replaced === undefined ? store.extras.replacedOf(index) : replacedOf(store.at(replaced));
  if (told !== undefined) target.replaced = told;
  const props = store.extras.propsOf(index);
  if (props.length > 0) target.props = props;
  return target;
}

function contextOf([before, after]: readonly [number, number]): string {
  return `${hexadecimal(before)}-${hexadecimal(after)}`;
}

function placesOf({ path, id, line, origin }: Stored): readonly EntryPlace[] {
  if (path === '' || origin === undefined) return [];
  const { sourceHash, sourceCommit, commit } = origin;
  const place: Writable<EntryPlace> = { path, id };
  if (line !== 0) place.line = line;
  if (sourceHash !== undefined) place.sourceHash = sourceHash;
  if (sourceCommit !== undefined) place.sourceCommit = sourceCommit;
  if (commit !== undefined) place.commit = commit;
  return [place];
}

function replacedOf({ type, last, text }: Stored): ReplacedTarget {
  const { target } = unpackPair(text());
  const replaced: Writable<ReplacedTarget> = { text: target.text, content: target.content };
  if (type !== undefined) replaced.translationType = type;
  const lastHandoff = dateOf(last);
  if (lastHandoff !== undefined) replaced.lastHandoff = lastHandoff;
  return replaced;
}
