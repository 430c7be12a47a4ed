import type { EntryText, ReplacedTarget, UniformPlace, UniformTarget } from '../../model/memory/entry.js';
import { dateOf } from '../facts.js';
import { unpackPair } from '../packed-texts.js';
import { compareKnown, type Policy } from '../policy.js';
import { knownOf } from '../store/extras.js';
import type { Store } from '../store/store.js';
import type { Stored } from '../store/stored.js';
import { hexadecimal } from './ids.js';
import type { Selection } from './selection.js';

/** What entries are made of. */
export interface EntrySource {
  readonly store: Store;
  readonly selection: Selection;
  readonly policy: Policy;
  readonly srcLang: string;
  /** Whether the sources before and after are wanted. Default: `false`. */
  readonly hasNeighbours?: boolean;
}

/** What is known of a translation besides its texts. */
export function knownTargetOf(stored: Stored, from: EntrySource): UniformTarget {
  const { store, hasNeighbours } = from;
  const { index, trgLang, type, first, last, count, service, topic } = stored;
  const { extras } = store;
  const firstHandoff = dateOf(first);
  const contexts = extras.contextsOf(index);
  const props = extras.propsOf(index);
  return {
    trgLang,
    count,
    places: placesOf(stored),
    translationType: type,
    firstHandoff,
    lastHandoff: last === first ? firstHandoff : dateOf(last),
    service: service === '' ? undefined : service,
    topic: topic === '' ? undefined : topic,
    findings: extras.findingsOf(index),
    contexts: contexts.length === 0 ? undefined : contexts.map(contextOf),
    previous: hasNeighbours ? neighbourOf(store, index, -1) : undefined,
    next: hasNeighbours ? neighbourOf(store, index, 1) : undefined,
    replaced: replacedBy(stored, from),
    props: props.length === 0 ? undefined : props,
  };
}

function neighbourOf(store: Store, index: number, side: -1 | 1): EntryText | undefined {
  const packed = store.neighbourOf(index, side);
  if (packed !== undefined) return unpackPair(packed).source;
  return store.extras.toldNeighboursOf(index)[side < 0 ? 'previous' : 'next'];
}

function contextOf([before, after]: readonly [number, number]): string {
  return `${hexadecimal(before)}-${hexadecimal(after)}`;
}

const noPlaces: readonly UniformPlace[] = [];

function placesOf({ path, id, line, origin }: Stored): readonly UniformPlace[] {
  if (path === '' || origin === undefined) return noPlaces;
  const { sourceHash, sourceCommit, commit } = origin;
  return [{ path, id, line: line === 0 ? undefined : line, sourceHash, sourceCommit, commit }];
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** The better one of what it replaced here, and of what a memory says that it replaced; that where neither is. */
function replacedBy({ index }: Stored, { store, selection, policy }: EntrySource): ReplacedTarget | undefined {
  const told = store.extras.replacedOf(index);
  const next = selection.replacedBy(index);
  if (next === undefined) return told;
  const replaced = store.at(next);
  if (told === undefined) return replacedOf(replaced);
  return compareKnown(replaced, knownOf(told), policy) < 0 ? replacedOf(replaced) : told;
}

function replacedOf({ type, last, packed }: Stored): ReplacedTarget {
  const { target } = unpackPair(packed());
  const replaced: Writable<ReplacedTarget> = { text: target.text, content: target.content };
  if (type !== undefined) replaced.translationType = type;
  const lastHandoff = dateOf(last);
  if (lastHandoff !== undefined) replaced.lastHandoff = lastHandoff;
  return replaced;
}
