import type { Task } from '../../run/task.js';
import type { MergedOne, MergeGiven } from './merge-article.js';
import type { PassedDocument, PassGiven } from './pass-document.js';

/** Finds what documents are of. */
export const passTask: Task<PassGiven, PassedDocument> = { name: 'pass', load: () => import('./pass-document.js') };

/** Merges an article with all documents that are of it. */
export const mergeTask: Task<MergeGiven, MergedOne> = { name: 'merge', load: () => import('./merge-article.js') };
