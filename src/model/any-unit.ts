import type { Block, Ignorable, Side } from './article.js';
import type { EntryText } from './memory/entry.js';
import type { MatchCandidate } from './source-article.js';

/** A segment of an article of any kind: one that is to be translated may have no target. */
export interface AnySegment {
  readonly kind: 'segment';
  readonly id: string;
  readonly source: Side;
  readonly target?: EntryText;
  readonly candidates?: readonly MatchCandidate[];
}

/** A block of an article of any kind. */
export interface AnyUnit<Each extends AnySegment> {
  readonly id: string;
  readonly block: Block;
  readonly level?: number;
  readonly parts: readonly (Each | Ignorable)[];
  readonly notes?: readonly string[];
}
