import { ruleKinds } from '../../../check/rule-table.js';
import type { PageArticle, PageFinding } from '../../../view/page-data.js';
import { toPageFinding } from '../../../view/view-model.js';
import type { ReportedFinding } from '../view-item.js';

/** All that rules find in segments in which a rule over the tree finds something, by the ids of the segments. */
export type TreeFindings = ReadonlyMap<string, readonly PageFinding[]>;

/** The findings in an article, and those of rules over the tree among them: in the order of one look at it. */
export function joinFindings(
  known: readonly ReportedFinding[],
  ofTree: readonly ReportedFinding[],
): readonly ReportedFinding[] {
  const ofRules = [...known.filter(isOfRule), ...ofTree];
  // Rules are run in the order of their codes.
  ofRules.sort((a, b) => a.offset - b.offset || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return [...known.filter((found) => !isOfRule(found)), ...ofRules];
}

/** What there is to say of the segments that rules over the tree find something in. `all`: all findings in the article. */
export function toTreeFindings(all: readonly ReportedFinding[], ofTree: readonly ReportedFinding[]): TreeFindings {
  const findings = new Map<string, PageFinding[]>();
  for (const { segment } of ofTree) if (segment !== undefined) findings.set(segment, []);
  for (const found of all) {
    if (found.segment !== undefined && isOfRule(found)) findings.get(found.segment)?.push(toPageFinding(found));
  }
  return findings;
}

/** The article with these findings. */
export function withTreeFindings(article: PageArticle, findings: TreeFindings): PageArticle {
  const units = article.units.map((unit) => ({
    ...unit,
    segments: unit.segments.map((segment) => {
      const ofRules = findings.get(segment.id);
      if (ofRules === undefined) return segment;
      const others = segment.findings?.filter((found) => !isOfRule(found)) ?? [];
      return { ...segment, findings: [...others, ...ofRules] };
    }),
  }));
  return { ...article, units };
}

/** What reading an article reports comes first. */
function isOfRule({ code }: { readonly code: string }): boolean {
  return Object.hasOwn(ruleKinds, code);
}
