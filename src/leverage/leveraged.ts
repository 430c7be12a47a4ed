import type { Match, MatchKind } from '../match/match.js';
import type { Ignorable } from '../model/article.js';
import type { EntryText } from '../model/memory/entry.js';
import type { SegmentState, SourceArticle, SourceSegment, SourceUnit } from '../model/source-article.js';

/**
 * An article to be translated, with what memories have for it: plain data, JSON all the way down. It is the article, cut
 * as the memories know it best, so that whatever takes a `SourceArticle` takes it.
 */
export interface LeveragedArticle extends SourceArticle {
  readonly units: readonly LeveragedUnit[];
}

/** A block of it. */
export interface LeveragedUnit extends SourceUnit {
  readonly parts: readonly (LeveragedSegment | Ignorable)[];
}

/** A segment, with what memories have for it. */
export interface LeveragedSegment extends SourceSegment {
  /** The best match, whatever its score; not there where the matcher gives none. */
  readonly match?: LeverageMatch;
  /**
   * The target of the best match, where its score is high enough (`fill`) and it is not ambiguous. At 100 and 101 its text is the
   * stored one as it stands. Codes have the ids of the codes of the source that they correspond to.
   */
  readonly target?: EntryText;
  /**
   * `translated` where there is a target, else `initial`: nothing is `final` before somebody has looked at it. A segment that had a
   * target before keeps that, and its state.
   */
  readonly state: SegmentState;
  /**
   * Where there is no target, `ms:empty`, or what the best match is that is not good enough: `ms:fuzzy`, `ms:near`,
   * `ms:ambiguous`, `ms:exact`. Where there is one, `ms:near` or `ms:fuzzy` if the source is another one, else `ms:mt` if a machine
   * translated it; not there where neither is so.
   */
  readonly subState?: string;
  /** Matches that are good enough to be shown (`show`), the best first; the one that filled the target is among them. */
  readonly candidates: readonly LeverageMatch[];
}

/** A match, as far as those who translate need it. */
export interface LeverageMatch extends Omit<Match, 'entry' | 'stored'> {
  /** What the match is called. */
  readonly name: MatchName;
}

/** What a match is, or `ambiguous`: one of several targets of the same source, between which nothing decides. */
export type MatchName = MatchKind | 'ambiguous';

/** What `state` leaves open ({@link LeveragedSegment.subState}). */
export type LeverageSubState = 'ms:empty' | 'ms:mt' | `ms:${MatchName}`;
