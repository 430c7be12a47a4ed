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
/** Pairs of more articles than this fill so much memory that it takes no longer to have it grow by less. */
const longestRun = 100_000;

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
  setFlag(known.flag, known[when]);
  setFlag('parallel-scavenge', false);
  // Buffers that are gone are few, and threads are many: each collection would wait for one that gives them back.
  setFlag('concurrent-array-buffer-sweeping', false);
  setFlag('min-semi-space-size', halfOfYoung);
}

/**
 * Compiles late from now on where threads take all cores. Returns a callback; call it with the number of articles
 * found so far. Where they are many, it has functions compiled soon, and memory kept small. `kept`: what stays in memory of
 * what is read: the more, the longer it takes to collect garbage.
 */
export function tuneForRun(takesAllCores: boolean, kept: Kept = 'little'): (articles: number) => void {
  if (takesAllCores) tuneEngine('late');
  let percent = 0;
  let isCapped = false;
  return (articles) => {
    if (articles <= longRun || knownCompiling() === undefined) return;
    const wanted = growing[kept === 'pairs' && articles > longestRun ? 'little' : kept];
    // Of versions, nearly all pairs are known: what works on them is over before compiling it has paid.
    if (wanted !== percent) tuneForLongRun(wanted, takesAllCores && kept === 'versions' ? 'late' : 'soon');
    percent = wanted;
    if (isCapped || kept === 'versions' || youngLength() < 2 * halfOfYoung * 1e6) return;
    // As large as V8 would let it become, it takes 25 megabytes more, and saves no time.
    setFlag('semi-space-growth-factor', 1);
    isCapped = true;
  };
}

/**
 * Has memory kept small, and functions compiled soon: for what takes long in one thread. `keeps`: all that is read is kept,
 * so that what is collected is looked through again and again.
 */
export function tuneForLongWork(keeps = false): void {
  if (knownCompiling() === undefined) return;
  tuneForLongRun(keeps ? keptGrowing : growing.little);
  setFlag('semi-space-growth-factor', 1);
}

/** What a run keeps of its articles: next to nothing, their pairs, or those of all their versions. */
export type Kept = 'little' | 'pairs' | 'versions';

/** What is old is collected when it has grown by so many percent; by default, when there is four times as much. */
const growing: Readonly<Record<Kept, number>> = { little: 30, pairs: 100, versions: 150 };
const keptGrowing = 60;

function tuneForLongRun(percent: number, when: 'soon' | 'late' = 'soon'): void {
  tuneEngine(when);
  setFlag('heap-growing-percent', percent);
  // Functions that take in fewer others are compiled faster, and run as fast.
  setFlag('max-inlined-bytecode-size-cumulative', 200);
}

/** Bytes of the young generation of this thread. */
function youngLength(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0;
}

/** Sets a flag of V8, unless the user set it: his own wins. */
function setFlag(name: string, value: number | false): void {
  usersFlags ??= flagsOf([...process.execArgv, ...(process.env['NODE_OPTIONS'] ?? '').split(/\s+/)]);
  if (usersFlags.has(name)) return;
  setFlagsFromString(value === false ? `--no-${name}` : `--${name}=${value}`);
}

let usersFlags: ReadonlySet<string> | undefined;

/**
 * The names of the flags among arguments of Node.js, without `no-` and with hyphens: V8 takes underscores, too. A young
 * generation has a largest size that users set, and a smallest that nobody does: who sets one means both.
 *
 * @example
 * [...flagsOf(['--no-parallel_scavenge', '--max-semi-space-size=16', 'x'])] // ['parallel-scavenge', 'max-semi-space-size', 'min-semi-space-size', 'semi-space-growth-factor']
 */
export function flagsOf(args: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const arg of args) {
    const name = /^--(?:no[-_])?([^=]+)/.exec(arg)?.[1]?.replaceAll('_', '-');
    if (name === undefined) continue;
    names.add(name);
    if (name === 'max-semi-space-size')
      for (const other of ['min-semi-space-size', 'semi-space-growth-factor']) names.add(other);
  }
  return names;
}

/** `SSPR_TM_ENGINE=default` leaves all to V8. */
function knownCompiling(): Compiling | undefined {
  if (process.env['SSPR_TM_ENGINE'] === 'default') return undefined;
  return compiling[process.versions.v8.slice(0, process.versions.v8.indexOf('.'))];
}
