import { segmentsOf } from '../../model/article.js';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import { candidatesOf, type TermCandidate } from '../../terms/candidates.js';
import { readFoundArticle } from '../articles/read.js';
import { chooseLanguage, type LanguageRules } from '../language/choose.js';
import { createLanguageInference } from '../language/inference.js';
import type { Processor, Work } from '../run/task.js';

/** What is the same for all articles. */
export type CandidatesGiven = LanguageRules;

/** What an article says of terms. */
export interface ArticleCandidates {
  /** The size of the file. */
  readonly bytes: number;
  /** Pairs that were found, and those of them that are left out, by reason. */
  readonly pairs: {
    readonly found: number;
    readonly exported: number;
    readonly skipped: Readonly<Record<string, number>>;
  };
  readonly diagnostics: readonly Diagnostic[];
  /** Its target language; not there where it holds no pair, or nobody knows. */
  readonly lang?: string;
  readonly candidates: readonly TermCandidate[];
}

/** Gives the candidates of an article. */
export async function start({
  articles,
  trees,
  stdin,
  given,
}: Work<CandidatesGiven>): Promise<Processor<ArticleCandidates>> {
  const inference = createLanguageInference({ articles, trees, srcLang: given.srcLang });
  return (index, most) => {
    const found = articles.at(index);
    if (found === undefined) throw new RangeError(`There is no article ${index}.`);
    const { bytes, diagnostics, article } = readFoundArticle(found, { stdin, most });
    const segments = article === undefined ? [] : [...segmentsOf(article)].filter(({ recovered }) => !recovered);
    if (article === undefined || segments.length === 0) {
      return { bytes, pairs: countPairs([]), diagnostics, candidates: [] };
    }
    const { trgLang: lang, diagnostic, args } = chooseLanguage(article, given, () => inference.of(index, article));
    const pairs = countPairs(segments.map(({ skip }) => skip ?? (lang === undefined ? diagnostic : undefined)));
    const all = diagnostic === undefined ? diagnostics : [diagnosticForFile(diagnostic, ...args), ...diagnostics];
    if (lang === undefined) return { bytes, pairs, diagnostics: all, candidates: [] };
    return { bytes, pairs, diagnostics: all, lang, candidates: candidatesOf(article) };
  };
}

function countPairs(reasons: readonly (string | undefined)[]): ArticleCandidates['pairs'] {
  const skipped: Record<string, number> = {};
  let exported = 0;
  for (const reason of reasons) {
    if (reason === undefined) exported++;
    else skipped[reason] = (skipped[reason] ?? 0) + 1;
  }
  return { found: reasons.length, exported, skipped };
}
