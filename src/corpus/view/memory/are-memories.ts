import { CorpusError } from '../../error.js';
import { isDocumentPath } from '../../find/documents.js';
import { isRowsPath } from '../../leverage/memories/rows-file.js';

/**
 * Whether inputs are memories by their names: TMX, XLIFF, JSONL.
 *
 * @throws {CorpusError} `usage`: some are, and some are not.
 */
export function areMemories(inputs: readonly string[]): boolean {
  const memories = inputs.filter((input) => isDocumentPath(input) || isRowsPath(input));
  if (memories.length === 0) return false;
  if (memories.length === inputs.length) return true;
  throw new CorpusError('usage', `${memories[0]} is a memory, and others are articles; make a page for each.`);
}
