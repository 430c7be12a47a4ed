import { it } from 'vitest';
import { corpora } from './shared.js';

/** Leaves a test out by name where there is no corpus: files and suites without any test fail. */
export function tellWhereCorporaAreMissing(): void {
  if (corpora.length === 0) it.skip('needs the corpora, which are missing', () => undefined);
}
