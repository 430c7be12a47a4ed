import { setFlagsFromString } from 'node:v8';

/** Later versions may not know the flag, and V8 says so on standard error. */
const lastKnown = 13;

/**
 * Has functions compiled for speed later than V8 does by default, which is after 66 KB of executed bytecode.
 *
 * A run over a corpus lasts a second or two, and otherwise spends a fifth of it on compiling functions, many of them
 * several times over, because they had not met all shapes of articles yet. Longer runs take as long as before.
 */
export function tuneEngine(): void {
  if (Number.parseInt(process.versions.v8, 10) <= lastKnown) setFlagsFromString('--interrupt-budget=400000');
}
