import { printable } from '../../corpus/words/printable.js';
import type { Streams } from './streams.js';

export { printable };

/** Prints a message about the run on standard error, in one line. */
export function say({ stderr }: Pick<Streams, 'stderr'>, message: string): void {
  stderr.write(`sspr-tm: ${printable(message)}\n`);
}
