import { setFlagsFromString } from 'node:v8';

/** Later versions may not know the flag, and V8 says so on standard error. */
const lastKnown = 13;

/** Bytes of executed bytecode after which V8 compiles a function for speed; by default it is 66 KB. */
const budgets = {
  /** Where a core is free to do it, or the run is long. */
  soon: 400_000,
  /** Where all cores are taken, and the run is over before compiling has paid. */
  late: 1_600_000,
} as const;

/** Runs over more articles than this are long: they take several seconds. */
const longRun = 6000;

/**
 * Has functions compiled for speed later than V8 does by default.
 *
 * A run over a corpus lasts a second or two, and otherwise spends a fifth of it on compiling functions, many of them
 * several times over, because they had not met all shapes of articles yet. Longer runs take as long as before.
 */
export function tuneEngine(compile: keyof typeof budgets): void {
  if (Number.parseInt(process.versions.v8, 10) > lastKnown) return;
  setFlagsFromString(`--interrupt-budget=${budgets[compile]}`);
}

/** Compiles late from now on; soon, once it is told that there is much to do. For runs whose threads take all cores. */
export function tuneForThreads(): (articles: number) => void {
  tuneEngine('late');
  let told = false;
  return (articles) => {
    if (told) return;
    told = true;
    if (articles > longRun) tuneEngine('soon');
  };
}
