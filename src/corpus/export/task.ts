import type { Task } from '../run/task.js';
import type { ExportGiven, ProcessedArticle } from './process.js';

/** Writes an article in all formats, in memory. */
export const exportTask: Task<ExportGiven, ProcessedArticle> = { name: 'export', load: () => import('./process.js') };
