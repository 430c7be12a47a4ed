import type { Task } from '../run/task.js';
import type { ProcessedSplit, SplitGiven } from './process.js';

/** Makes the sides of an article, in memory. */
export const splitTask: Task<SplitGiven, ProcessedSplit> = { name: 'split', load: () => import('./process.js') };
