import { type PenaltyName, penaltyNames } from '../../match/options.js';
import { nearest } from '../../model/nearest.js';
import { CorpusError } from '../error.js';

/** What is taken off scores. */
export interface Penalties {
  /** By the name of what is different. */
  readonly ofMatches: Readonly<Partial<Record<PenaltyName, number>>>;
  /** Of all matches of a memory, by its number. */
  ofMemory(index: number): number;
}

/**
 * Reads penalties by name: that of a difference, or a memory as it was named. `memory` is that of all memories but the
 * first, so that it wins over the others; of the only one, where there are no others.
 *
 * @throws {CorpusError} `usage`: a name is neither, or points are no whole number from 0 to 100.
 */
export function penaltiesOf(
  given: Readonly<Record<string, number | undefined>>,
  memories: readonly string[],
): Penalties {
  const ofMatches: Partial<Record<PenaltyName, number>> = {};
  const named = new Map<string, number>();
  for (const [name, points] of Object.entries(given)) {
    if (points === undefined) continue;
    if (!Number.isInteger(points) || points < 0 || points > 100) {
      throw new CorpusError('usage', `penalties: ${name}: ${points} is no whole number from 0 to 100.`);
    }
    const known = penaltyNames.find((each) => each === name);
    if (known === undefined && !memories.includes(name)) {
      const all = [...penaltyNames, ...memories];
      throw new CorpusError('usage', `penalties: "${name}" is no penalty, and no memory (-m)${nearest(name, all)}`);
    }
    if (memories.includes(name)) named.set(name, points);
    else if (known !== undefined && known !== 'memory') ofMatches[known] = points;
  }
  const others = given['memory'] ?? 0;
  return {
    ofMatches,
    ofMemory: (index) => named.get(memories[index] ?? '') ?? (index === 0 && memories.length > 1 ? 0 : others),
  };
}
