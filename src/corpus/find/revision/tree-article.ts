import type { FoundArticle } from '../found.js';
import type { Repository } from './repositories.js';

/** An article whose bytes are still in a repository. */
export interface TreeArticle {
  readonly found: FoundArticle;
  readonly repository: Repository;
  readonly object: string;
  /** Its path in the repository, for messages. */
  readonly called: string;
  /** It is an article only where it holds pairs. */
  readonly pairsOnly: boolean;
}
