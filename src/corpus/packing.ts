import { failureOf } from '../model/diagnostics/failure.js';
import type { Packer } from '../write/exporter.js';
import { FormatLimitError } from '../write/format-limit-error.js';
import { CorpusError } from './error.js';

/**
 * A packer of a file at `path`; where it fails, the error says whose it is: `The format own`.
 *
 * @throws {CorpusError} `output`: there is more than a file of the format can hold.
 */
export function createPacking(packer: Packer, path: string, whose: string): Packer {
  const within = (work: () => Iterable<Uint8Array>): Iterable<Uint8Array> => {
    try {
      return [...work()];
    } catch (error) {
      if (!(error instanceof FormatLimitError)) throw failureOf(whose, error);
      throw new CorpusError('output', `${path}: cannot be written: ${error.message}`, { cause: error });
    }
  };
  return { add: (chunks) => within(() => packer.add(chunks)), end: () => within(() => packer.end()) };
}
