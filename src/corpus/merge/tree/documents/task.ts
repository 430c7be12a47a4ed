import type { Task } from '../../../run/task.js';
import type { PassedDocument, PassGiven } from './pass-document.js';
import type { PartsGiven, PassedPart } from './pass-part.js';

/** Finds what documents are of. */
export const passTask: Task<PassGiven, PassedDocument> = { name: 'pass', load: () => import('./pass-document.js') };

/** Passes over parts of memories, each of which takes as long as many articles. */
export const passPartTask: Task<PartsGiven, PassedPart | undefined> = {
  name: 'pass-part',
  atOnce: 1,
  load: () => import('./pass-part.js'),
};
