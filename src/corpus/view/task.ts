import type { Task } from '../run/task.js';
import type { AgainGiven, MadeAgain } from './kept/again.js';
import type { ViewedArticle, ViewGiven } from './process.js';

/** Makes what a review page shows of an article. */
export const viewTask: Task<ViewGiven, ViewedArticle> = { name: 'view', load: () => import('./process.js') };

/** Makes the same of what is known of the article, where the tree says more of it. */
export const viewAgainTask: Task<AgainGiven, MadeAgain> = {
  name: 'view-again',
  load: () => import('./kept/again.js'),
};
