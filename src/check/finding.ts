import type { Diagnostic, DiagnosticCode, Severity } from '../model/diagnostics/diagnostic.js';
import type { Glossary } from '../model/terms/glossary.js';
import type { IssueType, Rule } from './rule.js';
import type * as list from './rules/list.js';

/** The stable names of all rules. */
export type RuleCode = (typeof list)[keyof typeof list]['code'];

/** What can be found in an article: by a rule, or by reading it. */
export type CheckCode = RuleCode | DiagnosticCode;

/** Something that a reviewer should look at in an article. `Code`: which there can be. */
export interface CheckFinding<Code extends string = CheckCode> extends Diagnostic<Code>, OwnIssueTypes {}

/** What the findings of a rule of one's own are in the words of standards. Those of other rules are in `ruleKinds`. */
export interface OwnIssueTypes {
  /** The localization quality issue type of ITS 2.0, where a rule of one's own found it and names one. */
  readonly issueType?: IssueType;
  /** The error type of MQM, in the same way. */
  readonly mqm?: string;
}

/** Severities that differ from those of the rules and diagnostics, by code; `off`: not looked for. */
export type Levels = Readonly<Partial<Record<CheckCode, 'off' | Severity>>>;

/** Severities by code, a glossary, and rules of one's own. */
export type Rules<Custom extends string = never> = Levels & {
  /** Run after the others; their findings have the severity that they name. Default: none. */
  readonly custom?: readonly Rule<Custom>[];
  /**
   * What `check/ui-terms` holds terms against, in place of the tree. Default: none.
   *
   * @example
   * const glossary: Glossary = {
   *   srcLang: 'en-US',
   *   concepts: [
   *     {
   *       id: 'save',
   *       languages: [
   *         { lang: 'en-US', terms: [{ text: 'Save', status: 'preferred' }] },
   *         { lang: 'de', terms: [{ text: 'Speichern', status: 'preferred' }] },
   *       ],
   *     },
   *   ],
   * };
   * const pair = '<span data-ttu-id="1a2b3-102">**Sichern**</span><span class="sxs-lookup"><span data-stu-id="1a2b3-102">**Save**</span></span>';
   * const article = articleOf(parseArticle(`---\nms.contentlocale: de-DE\n---\n${pair}`));
   * article && checkArticle(article, { glossary })[0]?.message // '"Save" is "Sichern" here; the glossary has "Speichern".'
   */
  readonly glossary?: Glossary;
};
