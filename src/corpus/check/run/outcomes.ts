import type { Rule } from '../../../check/rule.js';
import { currentCode, currentLevels } from '../../../check/rule-table.js';
import { anything, type OptionKindsOf } from '../../../model/options.js';
import type { ArticleCount } from '../../../stats/stats.js';
import { defaultSrcLang } from '../../../write/export-options.js';
import { checkLanguages } from '../../language/choose.js';
import { guardArticles } from '../../places/guard.js';
import { openRun, type Progress } from '../../run/run.js';
import type { Baseline } from '../baseline/baseline.js';
import { rulesForCodes } from '../check-codes.js';
import type { CheckFilesOptions } from '../check-options.js';
import { requireCheckUsage } from '../check-usage.js';
import { checkRun, type FileOutcome } from './check-run.js';
import type { CheckGiven } from './given.js';

/** What a caller that writes findings asks for besides. */
export interface OutcomeOptions extends CheckFilesOptions, Pick<CheckGiven, 'format'> {
  /** Findings that are known. */
  readonly baseline?: Baseline;
  /** Called with what was counted in each article, in their order; words are counted only with it. */
  readonly onCount?: (count: ArticleCount) => void;
  readonly onProgress?: (progress: Progress) => void;
}

const outcomeOptionKinds: OptionKindsOf<Omit<OutcomeOptions, keyof CheckFilesOptions>> = {
  format: anything,
  baseline: anything,
  onCount: anything,
  onProgress: anything,
};

/**
 * Checks what inputs name, in the order of the bytes of the paths. Bytes are valid until the next is asked for.
 *
 * @throws {CorpusError} As `checkFiles`.
 */
export async function* outcomesOf(
  inputs: readonly string[],
  options: OutcomeOptions,
): AsyncGenerator<FileOutcome, void, undefined> {
  const { custom: ownRules, srcLang = defaultSrcLang, trgLang, format, baseline, signal, onCount } = options;
  const { glossary } = options;
  requireCheckUsage(options, outcomeOptionKinds);
  checkLanguages(srcLang, trgLang);
  const codes = options.codes?.map(currentCode);
  // Functions cannot go to other threads.
  const asked = { ...options, advice: documentAdvice, onlyHere: ownRules !== undefined };
  const run = await openRun(inputs, asked, options.onProgress);
  try {
    const { alsoReads = [], alsoWrites = [] } = options;
    guardArticles(run.whole, { alsoReads, alsoWrites, filesFrom: options.filesFrom });
    const given = {
      rules: rulesForCodes(currentLevels(options.rules ?? {}), codes),
      ...(ownRules === undefined ? {} : { custom: customFor(ownRules, codes) }),
      ...(glossary === undefined ? {} : { glossary }),
      srcLang,
      ...(trgLang === undefined ? {} : { trgLang }),
      counts: onCount !== undefined,
      ...(format === undefined ? {} : { format }),
      ...(baseline === undefined ? {} : { baseline }),
    };
    yield* checkRun(run, given, { signal, ...(onCount === undefined ? {} : { onCount }) });
  } finally {
    await run.close();
  }
}

/** Where a folder has no articles, its documents may be meant. */
const documentAdvice =
  ' XLIFF and TMX documents are checked where they are named or matched by a glob: "FOLDER/**/*.{xlf,xliff,tmx}".';

/** Of several codes, rules of one's own are run where they are asked for, too. */
function customFor(custom: readonly Rule[], codes: readonly string[] | undefined): readonly Rule[] {
  return codes === undefined ? custom : custom.filter(({ code }) => codes.includes(code));
}
