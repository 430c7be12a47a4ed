import type { MatcherSettings } from './options.js';
import { differenceCount, differences, differs } from './shape/shape.js';

/** What differences cost, by their bits. */
export class Costs {
  private readonly points: Int32Array;

  constructor({ penalties }: Pick<MatcherSettings, 'penalties'>) {
    this.points = Int32Array.from({ length: differenceCount }, (_, bits) =>
      differences.reduce((sum, name) => sum + ((bits & differs[name]) === 0 ? 0 : penalties[name]), 0),
    );
  }

  /** A score less what differences cost; only the same source has 100, even where they cost nothing. */
  scoreOf(base: number, bits: number): number {
    const score = base - (this.points[bits] as number);
    return score === 100 && bits !== 0 ? 99 : score;
  }
}
