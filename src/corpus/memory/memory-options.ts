import { memoryOptions } from '../../memory/options.js';
import type { OptionValues } from '../../model/options.js';
import { type ExportRunOptions, exportRunOptions } from '../export/export-options.js';
import { historyOptions, inputOptions } from '../find/input-options.js';
import { shardOptions } from '../shard.js';

const { forceLang, jobs } = exportRunOptions;

const ownOptions = {
  /** A memory that is read, and replaced as a whole when all went well: the only output. */
  update: { kind: 'text', argument: 'file', about: 'a memory (TMX) that is read, and replaced when all went well' },
  /**
   * The share of articles, 0 to 1, that are written beside the memory as a set for tests: whole articles, chosen by the
   * hash of their source. No source of the set stands in the memory. Default: 0.
   */
  holdout: {
    kind: 'text',
    argument: 'share',
    about: 'write this share of the articles (0.05) apart, as a set for tests',
  },
  /**
   * A set of options. `tms`, for translation tools: `best`, with codes. `mt`, for machine translation: `best`, without
   * codes, and without pairs that are untranslated or damaged. Options that are given win. Default: none.
   */
  profile: {
    kind: 'name',
    of: ['tms', 'mt'],
    argument: 'name',
    about: 'a set of options: tms (translation tools) or mt (machine translation)',
  },
} as const;

/** What can be chosen of a memory of many articles, beside what exporters look at. */
export const memoryRunOptions: typeof memoryOptions &
  typeof ownOptions &
  typeof inputOptions &
  typeof historyOptions &
  typeof shardOptions &
  Pick<typeof exportRunOptions, 'forceLang' | 'jobs'> = {
  ...memoryOptions,
  ...ownOptions,
  ...inputOptions,
  ...historyOptions,
  ...shardOptions,
  forceLang,
  jobs,
};

/** What can be chosen of a memory of many articles. */
export interface MemoryRunOptions
  extends OptionValues<typeof memoryRunOptions>,
    Pick<ExportRunOptions, 'skip' | 'with'> {}
