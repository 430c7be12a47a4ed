import { type Article, type Segment, segmentsOf } from '../model/article.js';
import type { Diagnostic } from '../model/diagnostics/diagnostic.js';
import { checkArticle } from './check.js';
import type { RuleCode, Rules } from './finding.js';
import { withLanguage } from './language.js';
import { inSegments } from './place.js';
import { ruleCodes, ruleKinds } from './rules.js';
import type { TreeContext } from './tree/tree.js';

/** Diagnostics of the reader that are about a pair which could be exported. */
type PairDiagnostic =
  | 'codes/unmatched'
  | 'codes/unmatched-math'
  | 'codes/recovered'
  | 'pair/duplicate-id'
  | 'pair/invalid-id'
  | 'xml/illegal-character';

const pairDiagnostics: readonly PairDiagnostic[] = [
  'codes/unmatched',
  'codes/unmatched-math',
  'codes/recovered',
  'pair/duplicate-id',
  'pair/invalid-id',
  'xml/illegal-character',
];

/** A code by which pairs can be left out. */
export type SkippableCode = RuleCode | PairDiagnostic;

/** All codes by which pairs can be left out. */
export const skippableCodes: readonly SkippableCode[] = [...ruleCodes, ...pairDiagnostics];

/** The article with the pairs marked that are to be left out. `diagnostics` are those of reading it. */
export type SkipMarker = (article: Article, diagnostics: readonly Diagnostic[], trgLang: string | undefined) => Article;

/** The rules that are needed to leave pairs out by codes, and no other; those that are off by default, too. */
export function rulesFor(codes: readonly SkippableCode[]): Rules {
  return Object.fromEntries(ruleCodes.map((code) => [code, codes.includes(code) ? ruleKinds[code].severity : 'off']));
}

/** Marks pairs by their findings. Of several codes that a pair has, the one that was named first counts. */
export function createSkipMarker(codes: readonly SkippableCode[], tree: TreeContext | undefined): SkipMarker {
  const rules = rulesFor(codes);
  const ranks: ReadonlyMap<string, number> = new Map(codes.map((code, index) => [code, index]));
  return (article, diagnostics, trgLang) => {
    const wanted = diagnostics.filter(({ code }) => ranks.has(code));
    const findings = checkArticle(
      withLanguage(article, () => trgLang),
      rules,
      tree,
    );
    if (wanted.length + findings.length === 0) return article;
    const reasons = new Map<string, SkippableCode>();
    for (const { code, segment } of [...inSegments(wanted, article), ...findings]) {
      const rank = ranks.get(code);
      const reason = rank === undefined ? undefined : codes[rank];
      if (segment === undefined || rank === undefined || reason === undefined) continue;
      const known = reasons.get(segment);
      if (known === undefined || rank < (ranks.get(known) ?? 0)) reasons.set(segment, reason);
    }
    return reasons.size === 0 ? article : withReasons(article, reasons);
  };
}

function withReasons(article: Article, reasons: ReadonlyMap<string, SkippableCode>): Article {
  // A recovered title is the first pair once more.
  const first = reasons.get([...segmentsOf(article)].find(({ recovered }) => !recovered)?.id ?? '');
  const mark = (segment: Segment): Segment => {
    const skip = segment.skip ?? (segment.recovered ? first : reasons.get(segment.id));
    return skip === undefined ? segment : { ...segment, skip };
  };
  const units = article.units.map((unit) => ({
    ...unit,
    parts: unit.parts.map((part) => (part.kind === 'segment' ? mark(part) : part)),
  }));
  return { ...article, units };
}
