import type { Code, Content } from '../../model/content.js';
import type { EntryText } from '../../model/memory/entry.js';

/** The texts of a pair. */
export interface PairTexts {
  readonly source: EntryText;
  readonly target: EntryText;
}

/**
 * The target of a pair, for another source that is written in the same way: codes of the target have the ids of their
 * partners there. Documents give ids of their own to codes that one of their targets has lost, so that equal sources may
 * have other ids. Codes without a partner get ids that nothing else has.
 */
export function alignCodes({ source: own, target }: PairTexts, source: EntryText): EntryText {
  const ids = idsOf(source.content);
  const ownIds = idsOf(own.content);
  if (areSame(ids, ownIds)) return target;
  const known = new Map<string, string>();
  for (const [at, id] of ownIds.entries()) if (!known.has(id)) known.set(id, ids[at] ?? id);
  const taken = new Set([...ids, ...known.values()]);
  let next = 0;
  const idFor = (id: string): string => {
    const found = known.get(id);
    if (found !== undefined) return found;
    do next++;
    while (taken.has(String(next)));
    known.set(id, String(next));
    return String(next);
  };
  return withIds(target, idFor);
}

/**
 * The source that pairs have in common, of those that are written in the same way: the first, and where codes have other ids
 * in some of them, with new ids, counted from 1.
 */
export function commonSource(pairs: readonly PairTexts[], first: EntryText): EntryText {
  const ids = idsOf(first.content);
  if (pairs.every(({ source }) => areSame(idsOf(source.content), ids))) return first;
  const numbers = new Map<string, string>();
  for (const id of ids) if (!numbers.has(id)) numbers.set(id, String(numbers.size + 1));
  return withIds(first, (id) => numbers.get(id) ?? id);
}

function withIds({ text, content }: EntryText, idFor: (id: string) => string): EntryText {
  return {
    text,
    content: content.map((inline) => (inline.kind === 'text' ? inline : { ...inline, id: idFor(inline.id) })),
  };
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at]);
}

function idsOf(content: Content): readonly string[] {
  return content.filter((inline): inline is Code => inline.kind !== 'text').map(({ id }) => id);
}
