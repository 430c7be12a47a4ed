import type { Task } from '../run/task.js';
import type { ViewedArticle, ViewGiven } from './process.js';

/** Reads an article, and makes what a review page shows of it. */
export const viewTask: Task<ViewGiven, ViewedArticle> = { name: 'view', load: () => import('./process.js') };
