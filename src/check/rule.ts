import type { DiagnosticKind } from '../model/diagnostics/diagnostic.js';
import type { Range } from '../model/position.js';
import type { FoundInRows, TreeRows } from './tree/rows.js';
import type { TreeContext } from './tree/tree.js';
import type { PairView, SideView } from './view.js';

/** What a rule found: where, and the arguments of its message. */
export interface Found {
  readonly pair: PairView;
  /** Not there: the finding is about the whole pair. */
  readonly side?: SideView;
  /** In the article. */
  readonly range: Range;
  readonly args: readonly string[];
}

/** Takes what a rule found. */
export type Report = (found: Found) => void;

/** A pair of an example. */
export interface RuleExample {
  readonly trgLang: string;
  readonly source: string;
  readonly target: string;
  /** Pairs that stand after it in the article, without which nothing would be found. Default: none. */
  readonly neighbours?: readonly Pick<RuleExample, 'source' | 'target'>[];
}

/** The localization quality issue types of ITS 2.0 (appendix C). */
export const issueTypeNames = [
  'terminology',
  'mistranslation',
  'omission',
  'untranslated',
  'addition',
  'duplication',
  'inconsistency',
  'grammar',
  'legal',
  'register',
  'locale-specific-content',
  'locale-violation',
  'style',
  'characters',
  'misspelling',
  'typographical',
  'formatting',
  'inconsistent-entities',
  'numbers',
  'markup',
  'pattern-problem',
  'whitespace',
  'internationalization',
  'length',
  'non-conformance',
  'uncategorized',
  'other',
] as const;

/** One of them. */
export type IssueType = (typeof issueTypeNames)[number];

/** What is known of a rule, beside how it looks. In its message, `{0!}` stands for an argument that is not cut short. */
export interface RuleKind<Code extends string = string> extends Omit<DiagnosticKind, 'forTranslators'> {
  /** Stable name: `check/` and what it looks for; of your own rules, with a prefix of your own. */
  readonly code: Code;
  /** Codes that it had in earlier versions; they are taken for its own wherever codes are given. Default: none. */
  readonly formerly?: readonly string[];
  /** The rule is not run unless it is asked for: fewer than 80 of 100 of its findings are right. Default: `false`. */
  readonly off?: boolean;
  /** A pair that the rule finds something in; for a rule over a tree, one of several. */
  readonly example: RuleExample;
  /** Its localization quality issue type of ITS 2.0. */
  readonly issueType: IssueType;
  /** Its error type of MQM (the full typology), by its id. */
  readonly mqm: string;
  /** It looks at pairs that are written in this only: `markdown`. Default: whatever they are written in. */
  readonly markup?: string;
  /** How often it is right, where that was measured; `docs/checks.md` says over what. */
  readonly precision?: Precision;
}

/** How often a rule is right, as it was measured. */
export interface Precision {
  /** What it found in all. */
  readonly findings: number;
  /** How many of these were judged by eye. */
  readonly judged: number;
  /** How many of the judged ones a reviewer would want to see. */
  readonly right: number;
  /** How many errors of its kind were planted, where some were. */
  readonly planted?: number;
  /** How many of the planted errors it found. */
  readonly found?: number;
  /** What the others were. */
  readonly wrong?: string;
}

/** A rule that looks at each pair by itself. */
export interface PairRule<Code extends string = string> extends RuleKind<Code> {
  readonly scope: 'pair';
  /** Reports what is odd in a pair that has both sides. */
  check(pair: PairView, report: Report): void;
}

/** A rule that looks at the pairs of an article together. */
export interface ArticleRule<Code extends string = string> extends RuleKind<Code> {
  readonly scope: 'article';
  /** Reports what is odd in the pairs of an article, which are in document order. */
  check(pairs: readonly PairView[], report: Report): void;
}

/** A rule that compares a pair with all others of its tree. */
export interface TreeRule<Code extends string = string> extends RuleKind<Code> {
  readonly scope: 'tree';
  /** Reports what is odd in a pair beside the other pairs of its tree. */
  check(pair: PairView, tree: TreeContext, report: Report): void;
  /**
   * Reports what `check` finds in all pairs of an article, by what the article brought to its tree. Default: the article has
   * to be read again.
   */
  checkRows?(rows: TreeRows, tree: TreeContext, report: (found: FoundInRows) => void): void;
}

/**
 * A rule: all that is known of it is in this object.
 *
 * @example
 * const shouting = {
 *   code: 'my-team/shouting',
 *   scope: 'pair',
 *   severity: 'info',
 *   meaning: 'The target ends in an exclamation mark, and the source does not.',
 *   message: 'The target shouts: {0}',
 *   example: { trgLang: 'de-DE', source: 'Save it.', target: 'Speichern!' },
 *   issueType: 'style',
 *   mqm: 'register',
 *   check(pair, report) {
 *     const { source, target: side } = pair;
 *     if (!side.text.endsWith('!') || source.text.endsWith('!')) return;
 *     report({ pair, side, range: side.side.range, args: [side.text] });
 *   },
 * };
 * const target = '<span data-ttu-id="1a2b3-102">Speichern!</span>';
 * const source = '<span class="sxs-lookup"><span data-stu-id="1a2b3-102">Save it.</span></span>';
 * const article = articleOf(parseArticle(target + source));
 * article && checkArticle(article, { custom: [shouting] })[0]?.message // 'The target shouts: Speichern!'
 */
export type Rule<Code extends string = string> = PairRule<Code> | ArticleRule<Code> | TreeRule<Code>;
