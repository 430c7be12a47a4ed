import type { Band } from '../match/match.js';
import type { WordCounting } from '../stats/counting.js';

/** What a segment is counted as. Each is one of them. */
export type AnalysisBand =
  /** {@link Band | The band} of its best match in the memories. */
  | Band
  /** Its source stood before in the run, with the same codes; the memories have no context or exact match for it. */
  | 'repetition'
  /** It has a better match among the sources before it in the run than in the memories: 95 to 99, 85 to 94, 75 to 84, 50 to 74. */
  | 'inner-near'
  | 'inner-85'
  | 'inner-75'
  | 'inner-50';

/** All of them, in the order of a table. */
export const analysisBands: readonly AnalysisBand[] = [
  'context',
  'exact',
  'repetition',
  'near',
  '85',
  '75',
  '50',
  'inner-near',
  'inner-85',
  'inner-75',
  'inner-50',
  'new',
];

/** How much there is of something. */
export interface Volume {
  readonly segments: number;
  /** The words of their sources, as the analysis counts them. */
  readonly words: number;
  /** The characters of their sources, without white space; by `gmx` without punctuation, too. */
  readonly characters: number;
}

/** Volumes by band; they add up to the total. */
export interface AnalysisVolumes {
  readonly total: Volume;
  readonly bands: Readonly<Record<AnalysisBand, Volume>>;
}

/** An article of an analysis. */
export interface ArticleAnalysis extends AnalysisVolumes {
  readonly path: string;
}

/** What there is to translate, by how near it is to what is known. Plain data. */
export interface Analysis {
  /** A BCP 47 tag. */
  readonly srcLang: string;
  /** How words are counted. */
  readonly words: WordCounting;
  /** In the order in which they were added. */
  readonly articles: readonly ArticleAnalysis[];
  readonly all: AnalysisVolumes;
}

type Mutable<T> = { -readonly [K in keyof T]: Mutable<T[K]> };

/** Volumes that grow. */
export type Tally = Mutable<AnalysisVolumes>;

export function emptyTally(): Tally {
  const volume = (): Mutable<Volume> => ({ segments: 0, words: 0, characters: 0 });
  const bands = Object.fromEntries(analysisBands.map((band) => [band, volume()])) as Tally['bands'];
  return { total: volume(), bands };
}

/** Adds a segment to its band, and to the total. */
export function addToTally({ total, bands }: Tally, band: AnalysisBand, words: number, characters: number): void {
  for (const volume of [total, bands[band]]) addVolume(volume, { segments: 1, words, characters });
}

/** Adds all of a tally to another one, and gives that. */
export function addTally(sum: Tally, { total, bands }: AnalysisVolumes): Tally {
  addVolume(sum.total, total);
  for (const band of analysisBands) addVolume(sum.bands[band], bands[band]);
  return sum;
}

function addVolume(sum: Mutable<Volume>, { segments, words, characters }: Volume): void {
  sum.segments += segments;
  sum.words += words;
  sum.characters += characters;
}
