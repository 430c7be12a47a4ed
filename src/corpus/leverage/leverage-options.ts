import type { PenaltyName } from '../../match/options.js';
import type { OptionValues } from '../../model/options.js';
import { exportOptions } from '../../write/export-options.js';
import { exportRunOptions } from '../export/export-options.js';
import { inputOptions } from '../find/input-options.js';

const ownOptions = {
  /** Memories, the first of which wins a tie: TMX, XLIFF and JSONL documents, side-by-side articles, trees of them. At least one. */
  memory: {
    kind: 'texts',
    isWhole: true,
    short: 'm',
    argument: 'input',
    about: 'a memory: TMX, XLIFF, JSONL, or side-by-side articles; may be given often, and the first one wins a tie',
  },
  /** Whether the memories are turned around: what they translate into is what is translated. Default: `false`. */
  reverse: { kind: 'truth', about: 'turn the memories around: their target language is that of the articles' },
  /** Targets are filled from this score on, 1 to 101. Default: 100. */
  fill: {
    kind: 'count',
    most: 101,
    argument: 'percent',
    about: 'fill targets from this score on (default: 100)',
  },
  /** Candidates are in the XLIFF from this score on, 1 to 101; at most five a segment. Default: 75. */
  show: {
    kind: 'count',
    most: 101,
    argument: 'percent',
    about: 'show candidates from this score on, at most five a segment (default: 75)',
  },
  /** A file with rules for sentences, SRX 2.0, in place of the built-in ones. Default: none. */
  srx: { kind: 'text', argument: 'file', about: 'cut sentences by the rules of this file (SRX 2.0)' },
  /** A file for the analysis: segments and words by band, for each article and in all (`.json`, `.csv`, `.html`). Default: none. */
  analysis: {
    kind: 'text',
    argument: 'file',
    about: 'write segments and words by how near they are to what is known (.json, .csv, .html)',
  },
  /** How words are counted in the analysis: as CAT tools do, or by GMX-V 2.0. Default: `cat`. */
  words: {
    kind: 'name',
    of: ['cat', 'gmx'],
    argument: 'rules',
    about: 'count words as CAT tools do (cat, the default) or by GMX-V 2.0 (gmx)',
  },
} as const;

/** What can be chosen of a run of `leverageCorpus`, beside what needs words of its own. */
export const leverageRunOptions: typeof inputOptions &
  typeof ownOptions &
  Pick<typeof exportOptions, 'xliffVersion'> &
  Pick<typeof exportRunOptions, 'overwrite' | 'jobs'> = {
  ...inputOptions,
  ...ownOptions,
  xliffVersion: exportOptions.xliffVersion,
  overwrite: exportRunOptions.overwrite,
  jobs: exportRunOptions.jobs,
};

/** What can be chosen of a run of `leverageCorpus`. */
export interface LeverageRunOptions extends OptionValues<typeof leverageRunOptions> {
  /**
   * What is taken off scores, by name: see `MatcherOptions`. `memory`: of all memories but the first, or of the only one. The
   * name of a memory, as it was named: of that one. Default: as `MatcherOptions` says.
   */
  readonly penalties?: Readonly<Partial<Record<PenaltyName, number>> & Record<string, number>>;
}
