import type { EntryPlace, EntryTarget, EntryText, MemoryEntry, UniformPlace } from '../../model/memory/entry.js';
import type { TextlessEntry } from '../../write/formats/tmx/entry.js';
import { unpackPair, type WrittenTexts, writtenIn } from '../packed-texts.js';
import type { Stored } from '../store/stored.js';
import { createIds } from './ids.js';
import { type EntrySource, knownTargetOf } from './known-target.js';

/** The entries of a selection in one language, or in all of them; each has one target. Made as they are asked for. */
export function* entriesOf(from: EntrySource, trgLang?: string): Generator<MemoryEntry, void, undefined> {
  const { store, selection, srcLang } = from;
  const idFor = createIds();
  for (const index of selection.kept) {
    if (trgLang !== undefined && store.languageOf(index) !== trgLang) continue;
    const stored = store.at(index);
    const { source, target } = unpackPair(stored.packed());
    const only = targetOf(stored, target, from);
    yield { id: idFor(stored, only), srcLang, source, targets: [only] };
  }
}

/** An entry without its texts, and these as a format writes them: bytes that are valid until the next is asked for. */
export interface WrittenEntry {
  readonly entry: TextlessEntry;
  readonly texts: WrittenTexts;
}

/** The same entries where texts are kept as a format writes them: these are not read. */
export function* writtenEntriesOf(from: EntrySource, trgLang?: string): Generator<WrittenEntry, void, undefined> {
  const { store, selection, srcLang } = from;
  const idFor = createIds();
  for (const index of selection.kept) {
    if (trgLang !== undefined && store.languageOf(index) !== trgLang) continue;
    const stored = store.at(index);
    const target = knownTargetOf(stored, from);
    const entry = { id: idFor(stored, target), srcLang, target };
    const bytes = store.bytesOf(index);
    const texts = bytes === undefined ? undefined : writtenIn(bytes);
    if (texts === undefined) throw new RangeError('A text was not kept as it is written.');
    yield { entry, texts };
  }
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** What is known of a translation, with its text. */
export function targetOf(stored: Stored, { text, content }: EntryText, from: EntrySource): EntryTarget {
  const known = knownTargetOf(stored, from);
  const { trgLang, count, translationType, firstHandoff, lastHandoff, service, topic } = known;
  const { findings, contexts, previous, next, replaced, props } = known;
  const target: Writable<EntryTarget> = { trgLang, text, content, count, places: known.places.map(placeOf) };
  if (translationType !== undefined) target.translationType = translationType;
  if (firstHandoff !== undefined) target.firstHandoff = firstHandoff;
  if (lastHandoff !== undefined) target.lastHandoff = lastHandoff;
  if (service !== undefined) target.service = service;
  if (topic !== undefined) target.topic = topic;
  if (findings !== undefined) target.findings = findings;
  if (contexts !== undefined) target.contexts = contexts;
  if (previous !== undefined) target.previous = previous;
  if (next !== undefined) target.next = next;
  if (replaced !== undefined) target.replaced = replaced;
  if (props !== undefined) target.props = props;
  return target;
}

function placeOf({ path, id, line, sourceHash, sourceCommit, commit }: UniformPlace): EntryPlace {
  const place: Writable<EntryPlace> = { path, id };
  if (line !== undefined) place.line = line;
  if (sourceHash !== undefined) place.sourceHash = sourceHash;
  if (sourceCommit !== undefined) place.sourceCommit = sourceCommit;
  if (commit !== undefined) place.commit = commit;
  return place;
}
