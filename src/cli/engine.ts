import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

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

/** Megabytes of each half of a young generation: what a worker starts with, and what the caller's has in a long run. */
const halfOfYoung = 4;

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
  setFlagsFromString(`--min-semi-space-size=${halfOfYoung}`);
}

/**
 * Compiles late from now on where threads take all cores. Until the run has begun, what is returned is told how many
 * articles were found so far. Where they are many, it has functions compiled soon, and memory kept small.
 */
export function tuneForRun(takesAllCores: boolean): (articles: number) => void {
  if (takesAllCores) tuneEngine('late');
  let isLong = false;
  let isCapped = false;
  return (articles) => {
    if (isCapped || articles <= longRun || !isKnown()) return;
    if (!isLong) tuneForLongRun();
    isLong = true;
    if (youngLength() < 2 * halfOfYoung * 1e6) return;
    // As large as V8 would let it become, it takes 25 megabytes more, and saves no time.
    setFlagsFromString('--semi-space-growth-factor=1');
    isCapped = true;
  };
}

function tuneForLongRun(): void {
  tuneEngine('soon');
  // What is old is collected when it has grown by a third; by default, when there is four times as much.
  setFlagsFromString('--heap-growing-percent=30');
  // Functions that take in fewer others are compiled faster, and run as fast.
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
}

/** Bytes of the young generation of this thread. */
function youngLength(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0;
}

function isKnown(): boolean {
  return process.versions.v8.startsWith(knownEngine);
}
