import type { EntryTarget, EntryText } from '../model/memory/entry.js';
import { keyOf, textFor } from '../model/memory/text-key.js';
import type { UnitEntry } from '../read/memory/entry.js';
import type { LostUnits } from '../read/memory/reader.js';
import type { InlineMode } from '../write/export-options.js';
import type { Builder } from './builder.js';
import { dayOf, type Facts, type Neighbours, type Origin } from './facts.js';
import type { Filtered, FilterReason } from './filter.js';
import type { createPairHasher } from './pairs/pair-hashes.js';

/** What units of documents are added with. */
export interface TranslationOptions {
  readonly builder: Builder;
  readonly hashesOf: ReturnType<typeof createPairHasher>;
  readonly inline: InlineMode | undefined;
  readonly filter: (of: Filtered) => FilterReason | undefined;
}

/** Counts the units of a document that could not be read. */
export function addLost(lost: LostUnits, { leaveOut }: Pick<Builder, 'leaveOut'>): void {
  leaveOut('document/damaged', lost['document/damaged']);
  leaveOut('document/unreadable', lost['document/unreadable']);
}

/** Adds what a unit of a document brings: its translations, and those that are left out. */
export function addUnit(
  { source, targets, leftOut }: UnitEntry,
  { builder, hashesOf, inline, filter }: TranslationOptions,
): void {
  for (const { code, isSource } of leftOut) if (isSource !== true) builder.leaveOut(code, 1);
  if (source === undefined) return;
  const isEmptySource = isEmptyAs(source, inline);
  for (const target of targets) {
    if (isEmptySource || isEmptyAs(target, inline)) {
      builder.leaveOut(isEmptySource ? 'document/empty-source' : 'document/empty-target', 1);
      continue;
    }
    const facts = factsOf(target, inline);
    const { type, last, service, topic } = facts;
    const known: Readonly<Record<string, string | undefined>> = { 'ms.service': service, 'ms.topic': topic };
    const reason = filter({ type, last, valuesOf: (key) => [known[key] ?? []].flat() });
    if (reason !== undefined) builder.leaveOut(reason, 1);
    else builder.addTranslation(hashesOf(source, target), target.trgLang, facts, contextsOf(target));
  }
}

/** Whether nothing is left of a text where its codes are not written: some have no data, and `strip` leaves none. */
export function isEmptyAs(text: EntryText, inline: InlineMode | undefined): boolean {
  return inline !== undefined && inline !== 'codes' && keyOf(textFor(text, inline)) === '';
}

function factsOf(target: EntryTarget, inline: InlineMode | undefined): Facts {
  const { translationType, firstHandoff, lastHandoff, count, places, service, topic, findings, props, replaced } =
    target;
  const [place] = places;
  const { path = '', id = '', line = 0, sourceHash, sourceCommit, commit } = place ?? {};
  const last = dayOf(lastHandoff);
  // What another tool says of a place that is not known stands in its properties.
  const hasNeighbours = place !== undefined && (target.previous ?? target.next) !== undefined;
  // Written out: objects that are spread have hidden classes of their own.
  const origin: Writable<Origin> = { path, date: last, isRead: false };
  if (sourceHash !== undefined) origin.sourceHash = sourceHash;
  if (sourceCommit !== undefined) origin.sourceCommit = sourceCommit;
  if (commit !== undefined) origin.commit = commit;
  const facts: Writable<Facts> = {
    type: translationType,
    first: dayOf(firstHandoff) || last,
    last,
    count,
    origin,
    id,
    line,
    service,
    topic,
  };
  if (findings !== undefined) facts.findings = findings;
  if (props !== undefined) facts.props = props;
  if (replaced !== undefined) facts.replaced = inline === 'strip' ? { ...replaced, ...plain(replaced) } : replaced;
  if (hasNeighbours) facts.neighbours = neighboursOf(target);
  return facts;
}

/** What was written without markup is no Markdown. */
function plain({ text }: EntryText): EntryText {
  return { text, content: [{ kind: 'text', text }] };
}

function neighboursOf({ previous, next }: EntryTarget): Neighbours {
  return { ...(previous === undefined ? {} : { previous }), ...(next === undefined ? {} : { next }) };
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

function contextsOf({ contexts = [] }: EntryTarget): readonly (readonly [number, number])[] {
  return contexts.map((each) => {
    const [before = '', after = ''] = each.split('-');
    return [Number.parseInt(before, 16) || 0, Number.parseInt(after, 16) || 0];
  });
}
