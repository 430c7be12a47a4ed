import type { Task } from '../run/task.js';
import type { ArticleCandidates, CandidatesGiven } from './candidates.js';
import type { ArticleEvidence, EvidenceGiven } from './evidence.js';

/** Finds what may be terms in an article. */
export const candidatesTask: Task<CandidatesGiven, ArticleCandidates> = {
  name: 'terms',
  load: () => import('./candidates.js'),
};

/** Looks where candidates stand in an article. */
export const evidenceTask: Task<EvidenceGiven, ArticleEvidence> = {
  name: 'term-evidence',
  load: () => import('./evidence.js'),
};
