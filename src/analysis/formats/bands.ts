import type { AnalysisBand, AnalysisVolumes } from '../analysis.js';

/** What bands are called, for people. */
export const bandTitles: Readonly<Record<AnalysisBand, string>> = {
  context: 'context (101)',
  exact: 'exact (100)',
  repetition: 'repetition',
  near: 'near (95 to 99)',
  85: '85 to 94',
  75: '75 to 84',
  50: '50 to 74',
  'inner-near': 'inner 95 to 99',
  'inner-85': 'inner 85 to 94',
  'inner-75': 'inner 75 to 84',
  'inner-50': 'inner 50 to 74',
  new: 'new',
};

/** A part of all words in per cent, with one digit: `12.5`. */
export function shareOf(words: number, { total }: AnalysisVolumes): string {
  return total.words === 0 ? '0.0' : ((100 * words) / total.words).toFixed(1);
}

/** How words are counted, in a phrase. */
export const countingTitles = { cat: 'words as CAT tools count them', gmx: 'words by GMX-V 2.0' } as const;
