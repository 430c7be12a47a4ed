import type { TreeContext } from '../../../check/tree/tree.js';
import type { OtherFile } from '../../find/inputs.js';
import type { Baseline } from '../baseline/baseline.js';
import type { CodeRules } from '../check-codes.js';
import type { FormatterOptions } from '../formats/format.js';
import type { GivenRules } from '../rules-of.js';

/** How articles are checked: what is the same for all of them. Plain data, but for rules of the caller. */
export interface CheckGiven extends GivenRules {
  readonly rules: CodeRules;
  readonly srcLang: string;
  /** The language of articles that name none. */
  readonly trgLang?: string;
  /** What rules over the whole tree know, where some are asked for. */
  readonly tree?: TreeContext;
  /** The languages of the articles of a pass, where those that name none are known already. */
  readonly languages?: readonly (string | undefined)[];
  /** Whether words and characters are counted. */
  readonly counts: boolean;
  /** How findings are written; not there: they are given as they are. */
  readonly format?: { readonly name: string; readonly options: FormatterOptions };
  /** Findings that are known. */
  readonly baseline?: Baseline;
  /** There is one article only: it is said with all else that there is to say of it that it holds no pair. */
  readonly alone?: { readonly inputs: readonly string[]; readonly others: readonly OtherFile[] };
}
