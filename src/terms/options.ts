import { type OptionValues, shareIn } from '../model/options.js';

/** What counts as a term. */
export const termOptions = {
  /** A source and a target that stand together in fewer segments are left out. Default: 2. */
  minCount: {
    kind: 'count',
    argument: 'n',
    about: 'leave out terms that stand together with their source in fewer segments',
    default: 2,
  },
  /**
   * A translation that stands in a smaller share of the segments with its source is left out: a number from 0 to 1.
   * Default: 0.1.
   */
  minShare: {
    kind: 'text',
    argument: 'share',
    about: 'leave out translations with a smaller share of the segments with their source (0 to 1)',
    default: '0.1',
  },
} as const;

/** What counts as a term. */
export type TermOptions = OptionValues<typeof termOptions>;

/** Options as numbers. @throws {RangeError} `minShare` is no share. */
export function termLimits({ minCount = 2, minShare = '0.1' }: TermOptions): { minCount: number; minShare: number } {
  const share = shareIn(minShare);
  if (!Number.isNaN(share)) return { minCount, minShare: share };
  throw new RangeError(`minShare (--min-share): "${minShare}" is no share; give a number from 0 to 1, such as 0.1.`);
}
