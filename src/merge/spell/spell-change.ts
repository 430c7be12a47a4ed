import type { MergeFinding } from '../finding.js';
import type { Replacement } from '../replace/replace.js';
import { spellTarget, type WantedTarget } from './spell-target.js';

/** A target that is written in the place of another one, and where it stands in the document. */
export interface PlacedReplacement extends Replacement {
  readonly offset: number;
}

/** What becomes of a target that came back: it is written, or reported, or both. */
export interface SpelledChange {
  readonly replacement?: PlacedReplacement;
  readonly findings: readonly MergeFinding[];
}

/**
 * Spells a target that is not that of the article, as `spellTarget` does. `undefined`: the article has it as it would be
 * written, as after an earlier merge; then there is nothing to do, and nothing to report but what is written by force.
 */
export function spellChange(target: WantedTarget, force: boolean): SpelledChange | undefined {
  const { segment, pieces, offset } = target;
  const { markdown, findings: found } = spellTarget(target, force);
  const isThere = markdown === segment.target.text;
  const findings = found
    .filter(({ forced }) => !isThere || forced === true)
    .map((each) => ({ ...each, proposed: pieces }));
  if (isThere) return findings.length === 0 ? undefined : { findings };
  return markdown === undefined ? { findings } : { findings, replacement: { segment, markdown, offset } };
}
