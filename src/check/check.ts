import type { Article } from '../model/article.js';
import { createLineIndex } from '../model/position.js';
import { checkSeveralSources, checkSeveralTargets, checkTerms } from './consistency.js';
import type { CheckFinding, RuleCode, Rules } from './finding.js';
import { checkHeaderText } from './header-text.js';
import { messageOf, requireRules, ruleKinds, severityOf } from './kinds.js';
import { checkSourceLanguage, checkTargetScript } from './languages.js';
import { checkLength } from './length.js';
import { checkMisaligned } from './misaligned.js';
import { checkMojibake } from './mojibake.js';
import { checkNumbers } from './numbers.js';
import { checkOuterSpace } from './outer-space.js';
import type { ArticleRule, Found, PairRule, TreeRule } from './rule.js';
import { checkSyntax } from './syntax.js';
import type { TreeContext } from './tree.js';
import { checkUntranslated } from './untranslated.js';
import { checkUrls } from './urls.js';
import { type PairView, viewPair } from './view.js';

const pairRules: readonly [RuleCode, PairRule][] = [
  ['check/numbers', checkNumbers],
  ['check/urls', checkUrls],
  ['check/untranslated', checkUntranslated],
  ['check/source-language', checkSourceLanguage],
  ['check/target-script', checkTargetScript],
  ['check/mojibake', checkMojibake],
  ['check/syntax', checkSyntax],
  ['check/header-text', checkHeaderText],
  ['check/outer-space', checkOuterSpace],
];
const articleRules: readonly [RuleCode, ArticleRule][] = [['check/misaligned', checkMisaligned]];
const treeRules: readonly [RuleCode, TreeRule][] = [
  ['check/length', checkLength],
  ['check/several-targets', checkSeveralTargets],
  ['check/several-sources', checkSeveralSources],
  ['check/ui-terms', checkTerms],
];

/**
 * Tells what a reviewer should look at in the pairs of an article, in the order of the text.
 *
 * What {@link parseArticle} reports is not repeated. Rules over a whole tree need its `context`, made by
 * {@link collectTree}; without it they find nothing. Pairs that no exporter writes, and a recovered title, are passed
 * over. Throws by no article: only a {@link RangeError}, where a rule or a severity is none that there is.
 *
 * @example
 * const target = '<span data-ttu-id="1a2b3-102">In 15 Minuten</span>';
 * const source = '<span class="sxs-lookup"><span data-stu-id="1a2b3-102">In 51 minutes</span></span>';
 * const article = articleOf(parseArticle(target + source));
 * const [finding] = article ? checkArticle(article) : [];
 * finding?.code // 'check/numbers'
 * finding?.segment // '1a2b3-102'
 */
export function checkArticle(article: Article, rules: Rules = {}, context?: TreeContext): readonly CheckFinding[] {
  requireRules(rules);
  const pairs = viewPairs(article);
  if (pairs.length === 0) return [];
  const found: Found[] = [];
  const report = (finding: Found): void => {
    found.push(finding);
  };
  const wanted = (code: RuleCode): boolean => severityOf(code, rules) !== 'off';
  for (const [code, rule] of pairRules) if (wanted(code)) for (const pair of pairs) rule(pair, report);
  for (const [code, rule] of articleRules) if (wanted(code)) rule(pairs, report);
  if (context !== undefined) {
    for (const [code, rule] of treeRules) if (wanted(code)) for (const pair of pairs) rule(pair, context, report);
  }
  return toFindings(found, article.text, rules);
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

function toFindings(found: readonly Found[], text: string, rules: Rules): CheckFinding[] {
  if (found.length === 0) return [];
  const lines = createLineIndex(text);
  const findings = found.flatMap(({ code, pair, side, range, args }): CheckFinding[] => {
    const severity = severityOf(code, rules);
    if (severity === 'off') return [];
    const { offset, line, column } = lines.pointAt(range.start);
    const end = Math.max(offset, Math.min(range.end, text.length));
    const place = side === undefined ? {} : { side: side.name };
    const message = messageOf(ruleKinds[code].message, args);
    return [{ code, severity, message, offset, end, line, column, segment: pair.segment.id, ...place }];
  });
  return findings.sort((a, b) => a.offset - b.offset);
}
