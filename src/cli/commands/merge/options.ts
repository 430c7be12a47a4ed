import { exportRunOptions } from '../../../corpus/export/export-options.js';
import { inputOptions } from '../../../corpus/find/input-options.js';
import type { MergeFileOptions } from '../../../corpus/merge/merge.js';
import type { MergeCorpusOptions } from '../../../corpus/merge/tree/merge-corpus.js';
import type { OptionTable } from '../../../model/options.js';
import { epochDate } from '../../options/epoch.js';
import type { FileOptions } from '../../options/files.js';
import { reportOption, type TreeOptions, treeOptions, type UsualOptions } from '../../options/options.js';
import type { Streams } from '../../terminal/streams.js';

/** What the command `merge` is given. */
export interface MergeCommandOptions extends FileOptions, TreeOptions, UsualOptions {
  readonly output?: string;
  readonly inPlace?: boolean;
  readonly dryRun?: boolean;
  readonly inline?: 'codes' | 'text';
  readonly force?: boolean;
  readonly markHuman?: boolean;
  readonly requireAll?: boolean;
  readonly sideBySide?: boolean;
  readonly jobs?: number;
  readonly filesFrom?: string;
}

/** The options of the command `merge`. */
export const mergeOptions: OptionTable = {
  output: {
    kind: 'text',
    short: 'o',
    argument: 'path',
    about: 'the article to write, or - for standard output; of a tree the folder to write to',
  },
  inPlace: { kind: 'truth', about: 'write the articles themselves; of a tree those that change' },
  dryRun: { kind: 'truth', about: 'write nothing, and say what would be written' },
  inline: {
    kind: 'name',
    of: ['codes', 'text'],
    argument: 'mode',
    about: 'how the document has inline markup (default: as it shows)',
  },
  force: { kind: 'truth', about: 'write targets that lost, doubled or broke a code, too' },
  markHuman: {
    kind: 'truth',
    about: 'set ms.translationtype to HT where all segments were edited, or are reviewed or final',
  },
  requireAll: {
    kind: 'truth',
    about: 'an article in one language: write nothing where a segment has no target (default: it stays as it is)',
  },
  sideBySide: {
    kind: 'truth',
    about: 'an article in one language: write each target beside its source, as side-by-side articles have them',
  },
  ...inputOptions,
  filesFrom: {
    ...inputOptions.filesFrom,
    about: 'read the articles that this file lists, one a line (- for standard input); all arguments are documents',
  },
  srcLang: { ...treeOptions.srcLang, about: 'TMX: the source language' },
  trgLang: { ...treeOptions.trgLang, about: 'TMX: the target language (default: that of the article)' },
  jobs: exportRunOptions.jobs,
  report: { ...reportOption, about: 'write what was changed as JSON; - for standard output' },
};

/** What merging is told. */
function toMergeOptions(
  options: MergeCommandOptions,
): Pick<MergeCorpusOptions, 'srcLang' | 'trgLang' | 'inline' | 'force' | 'markHuman'> {
  const { srcLang, trgLang, inline, force, markHuman } = options;
  return {
    srcLang,
    force: force === true,
    markHuman: markHuman === true,
    ...(trgLang === undefined ? {} : { trgLang }),
    ...(inline === undefined ? {} : { inline }),
  };
}

/** The same with what is for articles in one language. */
export function toFileOptions(options: MergeCommandOptions, env: Streams['env']): Omit<MergeFileOptions, 'carrier'> {
  const { requireAll = false, sideBySide = false } = options;
  const date = epochDate(env['SOURCE_DATE_EPOCH']);
  return {
    ...toMergeOptions(options),
    requireAll,
    sideBySide,
    ...(date === undefined ? {} : { lastHandoff: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}` }),
  };
}
