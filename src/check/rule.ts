import type { Range } from '../model/position.js';
import type { RuleCode } from './finding.js';
import type { TreeContext } from './tree.js';
import type { PairView, SideView } from './view.js';

/** What a rule found: where, and the arguments of its message. */
export interface Found {
  readonly code: RuleCode;
  readonly pair: PairView;
  /** Not there: the finding is about the whole pair. */
  readonly side?: SideView;
  readonly range: Range;
  readonly args: readonly string[];
}

/** Tells what is odd in a pair that has both sides. */
export type PairRule = (pair: PairView, report: (found: Found) => void) => void;

/** Tells what is odd in the pairs of an article, which are in document order. */
export type ArticleRule = (pairs: readonly PairView[], report: (found: Found) => void) => void;

/** Tells what is odd in a pair beside the other pairs of its tree. */
export type TreeRule = (pair: PairView, tree: TreeContext, report: (found: Found) => void) => void;
