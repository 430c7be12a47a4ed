import type { Article } from '../../model/article.js';
import { type SpelledChange, spellChange } from '../spell/spell-change.js';
import type { WantedTarget } from '../spell/spell-target.js';
import { replacedApart } from './replacements.js';

/**
 * Spells targets of an article that came back, each by itself, and again with all their signs escaped where the targets of
 * a block have other codes together. What there is to say is said of the spelling that is written. Those that the article
 * has already are not there.
 */
export function spellChanges(
  article: Article,
  wanted: readonly WantedTarget[],
  force: boolean,
): ReadonlyMap<WantedTarget, SpelledChange> {
  const changes = new Map<WantedTarget, SpelledChange>();
  for (const target of wanted) {
    const change = spellChange(target, force);
    if (change !== undefined) changes.set(target, change);
  }
  const written = [...changes].filter(([target]) => target.inline === 'codes');
  const apart = replacedApart(
    article,
    written.flatMap(([, { replacement }]) => replacement ?? []),
  );
  for (const [target, { replacement, findings }] of written) {
    if (replacement === undefined || !apart.has(target.segment.id)) continue;
    // What nobody had to force yet is not worth a damaged code.
    const isForced = findings.some(({ forced }) => forced === true);
    const other = spellChange({ ...target, place: { ...target.place, isReadApart: true } }, isForced);
    if (other === undefined) changes.delete(target);
    else if (other.replacement !== undefined || isForced) changes.set(target, other);
  }
  return changes;
}
