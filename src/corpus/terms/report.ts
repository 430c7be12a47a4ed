import type { LanguageFindings } from '../../terms/glossary.js';
import type { Verdict } from '../../terms/judge.js';
import type { Report } from '../export/report.js';

/** What a run did. The JSON of `--report`, where files have no `namedPath`. */
export interface TermsReport extends Omit<Report, 'segments' | 'codes'> {
  readonly terms: {
    /** By target language. */
    readonly languages: Readonly<Record<string, TermsCount>>;
  };
}

/** What became of the candidates of a language. `candidates` is `terms` and all of `leftOut`. */
export interface TermsCount {
  /** Pairs of texts that stood out together; those that differ in case or a variant only count once. */
  readonly candidates: number;
  readonly terms: number;
  /** By reason, as `docs/terms.md` explains them. */
  readonly leftOut: Readonly<Partial<Record<Exclude<Verdict, 'term'>, number>>>;
}

/** Adds what was found to the report of a run. */
export function createTermsReport(
  { segments: _, codes: __, ...report }: Report,
  found: readonly LanguageFindings[],
): TermsReport {
  return { ...report, terms: { languages: Object.fromEntries(found.map((each) => [each.lang, countOf(each)])) } };
}

function countOf({ judged }: LanguageFindings): TermsCount {
  const leftOut: Partial<Record<Exclude<Verdict, 'term'>, number>> = {};
  let terms = 0;
  for (const { verdict } of judged) {
    if (verdict === 'term') terms++;
    else leftOut[verdict] = (leftOut[verdict] ?? 0) + 1;
  }
  const inOrder = Object.entries(leftOut).sort(([one], [other]) => (one < other ? -1 : 1));
  return { candidates: judged.length, terms, leftOut: Object.fromEntries(inOrder) };
}
