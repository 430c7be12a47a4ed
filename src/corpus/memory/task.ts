import type { Task } from '../run/task.js';
import type { MemoryGiven, ProcessedMemory } from './process.js';

/** Reads the pairs of an article, for a memory. */
export const memoryTask: Task<MemoryGiven, ProcessedMemory> = { name: 'memory', load: () => import('./process.js') };
