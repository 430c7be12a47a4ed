import type { Task } from '../../run/task.js';
import type { LeverageGiven, ProcessedSource } from './process.js';

/** Fills an article, and writes it in all formats, in memory. */
export const leverageTask: Task<LeverageGiven, ProcessedSource> = {
  name: 'leverage',
  load: () => import('./process.js'),
};
