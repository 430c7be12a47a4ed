import type { Task } from '../../run/task.js';
import type { MergedOne, MergeGiven } from './merge-article.js';

/** Merges an article with all documents that are of it. */
export const mergeTask: Task<MergeGiven, MergedOne> = { name: 'merge', load: () => import('./merge-article.js') };
