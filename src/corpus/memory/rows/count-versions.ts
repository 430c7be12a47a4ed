import type { SkipReason } from '../../../model/article.js';
import type { EntryText } from '../../../model/memory/entry.js';
import type { KnownPair } from '../../../read/known-pairs.js';
import type { PairsOfVersion } from '../../../read/versions/pairs-of-version.js';
import type { InlineMode } from '../../../write/export-options.js';
import { type PairCount, skipReason } from '../../../write/selection.js';

/** How many pairs a version has, and what becomes of them. */
export interface VersionCount extends PairCount {
  /** Pairs whose inline codes were compared. */
  readonly compared: number;
}

/** Counts the pairs of a version, as those of an article are counted. */
export function countVersion({ pairs }: Pick<PairsOfVersion, 'pairs'>, inline: InlineMode | undefined): VersionCount {
  const skipped: Record<string, number> = {};
  let exported = 0;
  let compared = 0;
  for (const { skip, known } of pairs) {
    if (skip === undefined) compared++;
    const reason = skip ?? reasonOf(known, inline);
    if (reason === undefined) exported++;
    else skipped[reason] = (skipped[reason] ?? 0) + 1;
  }
  return { found: pairs.length, exported, skipped, compared };
}

/** Why the texts of a pair are not exported, wherever they stand, if they are not. */
export function reasonOf(known: KnownPair, inline: InlineMode | undefined): SkipReason | undefined {
  // Texts that are settled were exported; words alone are empty in no mode but `strip`.
  if (inline === 'text' || known.isSettled || (inline !== 'strip' && known.contents === undefined)) return undefined;
  const { source, target } = textsOf(known);
  return skipReason({ source, target }, inline);
}

/** What the texts of a pair read. */
export function textsOf({ source, target, contents }: KnownPair): {
  readonly source: EntryText;
  readonly target: EntryText;
} {
  if (contents === undefined) return { source: wordsOf(source), target: wordsOf(target) };
  return { source: { text: source, content: contents.source }, target: { text: target, content: contents.target } };
}

function wordsOf(text: string): EntryText {
  return { text, content: [{ kind: 'text', text }] };
}
