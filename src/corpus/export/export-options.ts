import type { SkippableCode } from '../../check/skip.js';
import type { OptionValues } from '../../model/options.js';
import { inputOptions } from '../find/input-options.js';
import { shardOptions } from '../shard.js';

const ownOptions = {
  /** `trgLang` overrides what articles say of themselves; else those of another language are skipped. Default: `false`. */
  forceLang: { kind: 'truth', about: 'take --trg-lang for articles that name another language, too' },
  /** Articles of any other translation type are left out; `unknown`: those that name one. Default: none is. */
  only: {
    kind: 'name',
    of: ['ht', 'mt', 'unknown'],
    argument: 'type',
    about: 'only human (ht) or machine (mt) translations, or those that do not say',
  },
  /** Whether words and characters are counted, which takes longer. Default: `false`. */
  stats: { kind: 'truth', about: 'count words and characters, which takes longer' },
  /**
   * XLIFF files that were edited since they were exported are replaced. Default: `false`: such a file is kept, which
   * `output/edited` reports at its article; all other outputs are replaced in any case.
   */
  overwrite: { kind: 'truth', about: 'replace XLIFF files that were edited since they were exported, too' },
  /**
   * Threads that read and write articles, the caller's own among them. 1: no other; with a `signal`, which is to be heard,
   * another one takes large articles from it. Default: the cores that the process may use.
   */
  jobs: {
    kind: 'count',
    most: 256,
    short: 'j',
    argument: 'n',
    about: 'threads that work (default: the cores that there are)',
  },
} as const;

/** What can be chosen of a run over many articles, beside what exporters look at. */
export const exportRunOptions: typeof inputOptions & typeof shardOptions & typeof ownOptions = {
  ...inputOptions,
  ...shardOptions,
  ...ownOptions,
};

/** What can be chosen of a run over many articles. */
export interface ExportRunOptions extends OptionValues<typeof exportRunOptions> {
  /**
   * Codes of findings that are about a pair (`check/…`, `codes/unmatched`…): pairs that have one of them are left out,
   * and counted under it. Rules over the whole tree read all articles once more. Default: none.
   */
  readonly skip?: readonly SkippableCode[];
  /**
   * Such codes, the other way round: only pairs that have one of these findings are exported, as for post-editing; the
   * others are counted under `without-finding`. Where `skip` leaves out one of them, it is left out. Default: all are.
   */
  readonly with?: readonly SkippableCode[];
}
