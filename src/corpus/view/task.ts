import type { Task } from '../run/task.js';
import type { ViewedArticle, ViewGiven } from './process.js';

/** Makes what a review page shows of an article. */
export const viewTask: Task<ViewGiven, ViewedArticle> = { name: 'view', load: () => import('./process.js') };
