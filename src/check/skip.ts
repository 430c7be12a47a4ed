import { type Article, type Segment, type SkipReason, segmentsOf } from '../model/article.js';
import type { Diagnostic } from '../model/diagnostics/diagnostic.js';
import type { Glossary } from '../model/terms/glossary.js';
import { checkArticle } from './check.js';
import type { RuleCode, Rules } from './finding.js';
import { withLanguage } from './language.js';
import { inSegments } from './place.js';
import { currentCode, formerCodes, ruleCodes, ruleKinds } from './rule-table.js';
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

/** The same, and what some were called in earlier versions: codes that can be given. */
export const acceptedSkips: readonly string[] = [...skippableCodes, ...formerCodes];

/** An article with the pairs marked that are to be left out. */
export interface MarkedArticle {
  readonly article: Article;
  /** Which of the codes that were looked for a pair has, by its id: those that have any. */
  readonly findings: ReadonlyMap<string, readonly string[]>;
}

/** Marks the pairs of an article that are to be left out. `diagnostics` are those of reading it. */
export type SkipMarker = (
  article: Article,
  diagnostics: readonly Diagnostic[],
  trgLang: string | undefined,
) => MarkedArticle;

/** The rules that are needed to leave pairs out, and no other; those that are off by default, too. */
export function rulesFor(leaving: Leaving): Rules {
  const current = codesOf(leaving).map(currentCode);
  const levels = ruleCodes.map((code) => [code, current.includes(code) ? ruleKinds[code].severity : 'off']);
  const { glossary } = leaving;
  return { ...Object.fromEntries(levels), ...(glossary === undefined ? {} : { glossary }) };
}

/** Which pairs are left out. */
export interface Leaving {
  /** Pairs with a finding that has one of these codes. */
  readonly skip?: readonly SkippableCode[] | undefined;
  /** Pairs without a finding that has one of these codes, which are counted under `without-finding`. */
  readonly with?: readonly SkippableCode[] | undefined;
  /** What `check/ui-terms` holds terms against, in place of the tree. Default: none. */
  readonly glossary?: Glossary | undefined;
}

/** The codes of all findings that are looked for. */
function codesOf({ skip = [], with: wanted = [] }: Leaving): readonly SkippableCode[] {
  return [...skip, ...wanted];
}

/** Marks pairs by their findings. Of several codes of `skip` that a pair has, the one that was named first counts. */
export function createSkipMarker(leaving: Leaving, tree: TreeContext | undefined): SkipMarker {
  const skip = (leaving.skip ?? []).map(currentCode);
  const wanted = leaving.with?.map(currentCode);
  const all: ReadonlySet<string> = new Set([...skip, ...(wanted ?? [])]);
  const rules = rulesFor(leaving);
  const ranks: ReadonlyMap<string, number> = new Map(skip.map((code, index) => [code, index]));
  const isWanted: ReadonlySet<string> | undefined = wanted && new Set(wanted);
  return (article, diagnostics, trgLang) => {
    const ofReader = diagnostics.filter(({ code }) => all.has(code));
    const ofRules = checkArticle(
      withLanguage(article, () => trgLang),
      rules,
      tree,
    );
    if (isWanted === undefined && ofReader.length + ofRules.length === 0) return { article, findings: new Map() };
    const reasons = new Map<string, SkippableCode>();
    const findings = new Map<string, string[]>();
    for (const { code, segment } of [...inSegments(ofReader, article), ...ofRules]) {
      if (segment === undefined) continue;
      const found = findings.get(segment);
      if (found === undefined) findings.set(segment, [code]);
      else if (!found.includes(code)) found.push(code);
      const rank = ranks.get(code);
      const reason = rank === undefined ? undefined : skip[rank];
      if (rank === undefined || reason === undefined) continue;
      const known = reasons.get(segment);
      if (known === undefined || rank < (ranks.get(known) ?? 0)) reasons.set(segment, reason);
    }
    if (isWanted === undefined && reasons.size === 0) return { article, findings };
    const marked = withReasons(article, (id) => {
      const reason = reasons.get(id);
      if (reason !== undefined || isWanted === undefined) return reason;
      return findings.get(id)?.some((code) => isWanted.has(code)) ? undefined : 'without-finding';
    });
    return { article: marked, findings };
  };
}

function withReasons(article: Article, reasonOf: (id: string) => SkipReason | undefined): Article {
  // A recovered title is the first pair once more.
  const first = [...segmentsOf(article)].find(({ recovered }) => !recovered);
  const ofTitle = first && reasonOf(first.id);
  const mark = (segment: Segment): Segment => {
    const skip = segment.skip ?? (segment.recovered ? ofTitle : reasonOf(segment.id));
    return skip === undefined ? segment : { ...segment, skip };
  };
  const units = article.units.map((unit) => ({
    ...unit,
    parts: unit.parts.map((part) => (part.kind === 'segment' ? mark(part) : part)),
  }));
  return { ...article, units };
}
