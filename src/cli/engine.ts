import { setFlagsFromString } from 'node:v8';

/** The V8 of Node.js 20. Later ones compile in other steps, gain nothing, and complain of flags that are gone. */
const knownEngine = '11.';

/** Bytes of executed bytecode after which V8 compiles a function for speed; by default it is 66 KB. */
const budgets = {
  /** Where a core is free to do it, or the run is long. */
  soon: 250_000,
  /** Where all cores are taken, and the run is over before compiling has paid. */
  late: 1_600_000,
} as const;

/** Runs over more articles than this are long: they take several seconds. */
const longRun = 6000;

/**
 * Has functions compiled for speed later than V8 does by default, and garbage collected by one thread.
 *
 * A run over a corpus lasts a second or two, and otherwise spends a fifth of it on compiling functions, many of them
 * several times over, because they had not met all shapes of articles yet. Longer runs take as long as before. Next to
 * nothing lives longer than an article, so that several threads take longer to come together than one to collect it.
 */
export function tuneEngine(compile: keyof typeof budgets): void {
  if (!isKnown()) return;
  setFlagsFromString(`--interrupt-budget=${budgets[compile]}`);
  setFlagsFromString('--no-parallel-scavenge');
}

/**
 * Compiles late from now on where threads take all cores. A run over many articles, once it is told of them, compiles
 * soon, and its young generation stays as large as it is: as large as V8 would let it become, it takes twenty megabytes
 * more, and saves two percent of the time.
 */
export function tuneForRun(takesAllCores: boolean): (articles: number) => void {
  if (takesAllCores) tuneEngine('late');
  let told = false;
  return (articles) => {
    if (told) return;
    told = true;
    if (articles <= longRun || !isKnown()) return;
    if (takesAllCores) tuneEngine('soon');
    setFlagsFromString('--semi-space-growth-factor=1');
  };
}

function isKnown(): boolean {
  return process.versions.v8.startsWith(knownEngine);
}
