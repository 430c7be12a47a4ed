import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** The flag that says how soon V8 compiles a function for speed, and its values, by the first number of its version. */
interface Compiling {
  readonly flag: string;
  /** Where a core is free to do it, or the run is long. */
  readonly soon: number;
  /** Where all cores are taken, and the run is over before compiling has paid. */
  readonly late: number;
}

/** Bytes of bytecode that a function has executed; by default 66 KB. */
const byBytes: Compiling = { flag: 'interrupt-budget', soon: 250_000, late: 1_600_000 };
/** How often a function was called. There are other steps of compiling before it; what is soon is as V8 does by itself. */
const byCalls = { flag: 'invocation-count-for-turbofan', late: 100_000 };

/** Of Node.js 20, 22, 24 and 26. Versions that are not here may not know a flag, and complain of it. */
const compiling: Readonly<Record<string, Compiling>> = {
  11: byBytes,
  12: { ...byCalls, soon: 3000 },
  13: { ...byCalls, soon: 15_000 },
  14: { ...byCalls, soon: 15_000 },
};

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
export function tuneEngine(when: 'soon' | 'late'): void {
  const known = knownCompiling();
  if (known === undefined) return;
  setFlagsFromString(`--${known.flag}=${known[when]}`);
  setFlagsFromString('--no-parallel-scavenge');
  setFlagsFromString(`--min-semi-space-size=${halfOfYoung}`);
}

/**
 * Compiles late from now on where threads take all cores. What is returned is told, again and again, how many articles
 * were found so far. Where they are many, it has functions compiled soon, and memory kept small.
 */
export function tuneForRun(takesAllCores: boolean): (articles: number) => void {
  if (takesAllCores) tuneEngine('late');
  let isLong = false;
  let isCapped = false;
  return (articles) => {
    if (isCapped || articles <= longRun || knownCompiling() === undefined) return;
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

function knownCompiling(): Compiling | undefined {
  return compiling[process.versions.v8.slice(0, process.versions.v8.indexOf('.'))];
}
