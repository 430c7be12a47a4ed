import type { EntryText, ReplacedTarget, UniformPlace, UniformTarget } from '../../model/memory/entry.js';
import { dateOf } from '../facts.js';
import { unpackPair } from '../pairs/texts.js';
import type { Store } from '../store/store.js';
import type { Stored } from '../store/stored.js';
import { hexadecimal } from './ids.js';
import type { Selection } from './selection.js';

/** What entries are made of. */
export interface EntrySource {
  readonly store: Store;
  readonly selection: Selection;
  readonly srcLang: string;
  /** Whether the sources before and after are wanted. Default: `false`. */
  readonly hasNeighbours?: boolean;
}

/** What is known of a translation besides its texts. */
export function knownTargetOf(stored: Stored, { store, selection, hasNeighbours }: EntrySource): UniformTarget {
  const { index, trgLang, type, first, last, count, service, topic } = stored;
  const { extras } = store;
  const firstHandoff = dateOf(first);
  const contexts = extras.contextsOf(index);
  const props = extras.propsOf(index);
  const replaced = selection.replacedBy(index);
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
    replaced: replaced === undefined ? extras.replacedOf(index) : replacedOf(store.at(replaced)),
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

function replacedOf({ type, last, text }: Stored): ReplacedTarget {
  const { target } = unpackPair(text());
  const replaced: Writable<ReplacedTarget> = { text: target.text, content: target.content };
  if (type !== undefined) replaced.translationType = type;
  const lastHandoff = dateOf(last);
  if (lastHandoff !== undefined) replaced.lastHandoff = lastHandoff;
  return replaced;
}
