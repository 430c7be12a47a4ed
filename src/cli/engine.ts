import { setFlagsFromString } from 'node:v8';

/** Later versions may not know the flag, and V8 says so on standard error. */
const lastKnown = 13;

/** Bytes of executed bytecode after which V8 compiles a function for speed, where a core is free to do it. */
const compiledSoon = 400_000;
/** The same where threads of our own take all cores: compiling then takes the time of the work that it should speed up. */
const compiledLater = 1_600_000;

/**
 * Has functions compiled for speed later than V8 does by default, which is after 66 KB.
 *
 * A run over a corpus lasts a second or two, and otherwise spends a fifth of it on compiling functions, many of them
 * several times over, because they had not met all shapes of articles yet. Longer runs take as long as before.
 */
export function tuneEngine(allCoresTaken: boolean): void {
  if (Number.parseInt(process.versions.v8, 10) > lastKnown) return;
  setFlagsFromString(`--interrupt-budget=${allCoresTaken ? compiledLater : compiledSoon}`);
}
