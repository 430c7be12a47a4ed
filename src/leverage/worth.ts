import { bandOf, type Match } from '../match/match.js';
import { isAmbiguous } from './ambiguous.js';

/** What a target at the lower end of a band is worth, of 100: a text that is only near is worth less than half of it as it stands. */
const worths = { context: 100, exact: 100, near: 80, 85: 40, 75: 20, 50: 0, new: 0 } as const;
const starts = { context: 100, exact: 100, near: 95, 85: 85, 75: 75, 50: 50, new: 0 } as const;

/** What the matches of a text are worth to those who translate it, 0 to 100: nothing below `least`. */
export function worthOf([best, ...others]: readonly Match[], least: number): number {
  if (best === undefined || best.score < least) return 0;
  const band = isAmbiguous(best, others) ? 'near' : bandOf(best.score);
  return worths[band] + Math.min(best.score, 100) - starts[band];
}
