import { segmentsOf } from '../model/article.js';
import { type CarriedArticle, toMerged } from './merge.js';
import type { Merged, TargetChange } from './merged.js';
import type { Replacement } from './replace/replace.js';
import { soundReplacements } from './replace/sound.js';

/** Two documents that want different targets for a segment. */
export interface Contradiction {
  /** What the first of them would change. */
  readonly change: TargetChange;
  /** The places of both among the documents. */
  readonly between: readonly [number, number];
}

/**
 * What several documents make of one article: each was merged into the article by itself. A target that a document leaves
 * as it is in the article says nothing. `hasTitle`: one of them is an XLIFF, in which a title is a segment.
 */
export function combineMerged(
  whole: CarriedArticle,
  all: readonly Merged[],
  { markHuman, hasTitle }: { readonly markHuman: boolean; readonly hasTitle: boolean },
): Merged | readonly Contradiction[] {
  const [only] = all;
  if (only !== undefined && all.length === 1 && !markHuman) return only;
  const first = new Map<string, { readonly change: TargetChange; readonly from: number }>();
  const found: Contradiction[] = [];
  for (const [index, { changes }] of all.entries()) {
    for (const change of changes) {
      const other = first.get(change.id);
      if (other === undefined) first.set(change.id, { change, from: index });
      else if (other.change.after !== change.after) found.push({ change: other.change, between: [other.from, index] });
    }
  }
  if (found.length > 0) return found;
  const replacements: Replacement[] = [];
  for (const segment of segmentsOf(whole.article)) {
    const wanted = first.get(segment.id);
    if (wanted !== undefined) replacements.push({ segment, markdown: wanted.change.after });
  }
  const sound = new Set(soundReplacements(whole.article, replacements, whole.carrier));
  const unsound = replacements.filter((replacement) => !sound.has(replacement));
  if (unsound.length > 0) {
    return unsound.flatMap(({ segment }): Contradiction[] => {
      const wanted = first.get(segment.id);
      return wanted === undefined ? [] : [{ change: wanted.change, between: [0, all.length - 1] }];
    });
  }
  const confirmed = [...new Set(all.flatMap((merged) => merged.confirmed))];
  return toMerged(hasTitle ? { ...whole, confirmed } : whole, replacements, markHuman);
}
