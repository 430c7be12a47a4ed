import type { Article } from '../model/article.js';
import { failureOf } from '../model/diagnostics/failure.js';
import { createLineIndex, type LineIndex } from '../model/position.js';
import type { CheckFinding, RuleCode, Rules } from './finding.js';
import { messageOf } from './message.js';
import type { Found, Rule } from './rule.js';
import { ownIssueTypesOf, requireRules, wantedRules } from './rule-table.js';
import type { TreeContext } from './tree/tree.js';
import { type PairView, viewPair } from './view.js';

/**
 * Reports what a reviewer should look at in the pairs of an article, in the order of the text.
 *
 * What {@link parseArticle} reports is not repeated. Rules over a whole tree need its `context`, made by
 * {@link collectTree}; without it they find nothing. Pairs that no exporter writes, and a recovered title, are passed
 * over. Rules of one's own are `rules.custom`. Throws by no article: only a `RangeError`, where a rule or a severity
 * is none that there is; and where a rule of one's own
 * throws, an `Error` that names it, with what it threw as its `cause`.
 *
 * @example
 * const target = '<span data-ttu-id="1a2b3-102">In 15 Minuten</span>';
 * const source = '<span class="sxs-lookup"><span data-stu-id="1a2b3-102">In 51 minutes</span></span>';
 * const article = articleOf(parseArticle(target + source));
 * const [finding] = article ? checkArticle(article) : [];
 * finding?.code // 'check/numbers'
 * finding?.segment // '1a2b3-102'
 */
export function checkArticle<Custom extends string = never>(
  article: Article,
  rules: Rules<Custom> = {},
  context?: TreeContext,
): readonly CheckFinding<RuleCode | Custom>[] {
  requireRules(rules);
  const pairs = viewPairs(article);
  if (pairs.length === 0) return [];
  // Most articles have no finding.
  let lines: LineIndex | undefined;
  const findings: CheckFinding<string>[] = [];
  const { markup = 'markdown' } = article;
  for (const [rule, severity] of wantedRules(rules)) {
    const types = ownIssueTypesOf(rule);
    if ((rule.markup ?? markup) !== markup) continue;
    runNamed(rule, pairs, context, ({ pair, side, range, args }) => {
      lines ??= createLineIndex(article.text);
      const { offset, line, column } = lines.pointAt(range.start);
      const end = Math.max(offset, Math.min(range.end, article.text.length));
      const place = side === undefined ? {} : { side: side.name };
      const message = messageOf(rule.message, args);
      findings.push({
        code: rule.code,
        severity,
        message,
        offset,
        end,
        line,
        column,
        segment: pair.segment.id,
        ...place,
        ...types,
      });
    });
  }
  return findings.sort((a, b) => a.offset - b.offset) as CheckFinding<RuleCode | Custom>[];
}

function runNamed(...work: Parameters<typeof run>): void {
  try {
    run(...work);
  } catch (error) {
    throw failureOf(`The rule ${work[0].code}`, error);
  }
}

function run(
  rule: Rule,
  pairs: readonly PairView[],
  context: TreeContext | undefined,
  report: (found: Found) => void,
): void {
  switch (rule.scope) {
    case 'pair':
      for (const pair of pairs) rule.check(pair, report);
      break;
    case 'article':
      rule.check(pairs, report);
      break;
    case 'tree':
      if (context !== undefined) for (const pair of pairs) rule.check(pair, context, report);
  }
}

function viewPairs({ units, localization }: Article): PairView[] {
  const pairs: PairView[] = [];
  for (const { block, parts } of units) {
    for (const part of parts) {
      if (part.kind !== 'segment' || part.recovered || part.skip !== undefined) continue;
      pairs.push(viewPair(part, block, localization.trgLang));
    }
  }
  return pairs;
}
