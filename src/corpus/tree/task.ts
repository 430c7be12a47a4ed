import type { Task } from '../run/task.js';
import type { ArticleRows, TreeGiven } from './rows.js';

/** Collects what rules over the tree need to know of an article. */
export const treeTask: Task<TreeGiven, ArticleRows | undefined> = { name: 'tree', load: () => import('./rows.js') };
