import type { Entry } from './entries.js';
import type { Task } from './tasks.js';

/** What is wrong with an entry for an input. */
export interface Failure {
  readonly kind: 'time' | 'result' | 'memory' | 'throws' | 'dies';
  readonly task: string;
  readonly entry: string;
  readonly message: string;
}

/** Where a call stands: what the parent knows when it dies. */
export type Notice = (entry: string, n: number) => void;

type Call = () => unknown;
type Flaw = Pick<Failure, 'kind' | 'message'>;
interface Sample {
  readonly ms: number;
  readonly result: unknown;
}

/** More than this for a doubling is more than n log n. */
const most = 3;
/** Where a doubling takes more than this, larger inputs decide. */
const suspicious = 2.5;
/** Milliseconds below which a ratio says nothing, and from which on no larger input is needed. */
const judged: readonly [number, number] = [10, 120];
/** Larger inputs are so many times as large at most. */
const mostLarger = 16;
/**
 * Bytes by which a call may raise the peak of memory of its process, whatever its input is; and for each code unit of it.
 * Less hides below the peak of calls before it; more ends at the limit of the heap.
 */
const anyRise = 128_000_000;
const riseByUnit = 2000;
/** Values and characters for each code unit; a result with fewer is not judged. */
const smallResult = 50;

/**
 * Lets an input of a task go to each entry; what takes long, or gives more than it should, is judged by how it grows.
 * `floor`: a call that takes less, in milliseconds, is not judged.
 */
export function runTask(task: Task, floor: number, notice: Notice): readonly Failure[] {
  const failures: Failure[] = [];
  const n = numberFor(task);
  const text = task.make(n);
  const callOf = createCalls(task, text);
  for (const entry of task.first === undefined ? task.entries : [task.first, ...task.entries]) {
    notice(entry.name, n);
    const sample = measure(() => callOf(entry), text.length, wallClock);
    // Nothing is left to take what was refused.
    if (sample === undefined) break;
    const flaw =
      'kind' in sample
        ? sample
        : (judgeResult(task, entry, n, sample, smallResult * text.length) ??
          (sample.ms < floor ? undefined : judgeTime(task, entry, n, sample.ms, notice)));
    if (flaw === undefined) continue;
    failures.push({ ...flaw, task: task.name, entry: entry.name, message: `${flaw.message} (n = ${n})` });
    if (entry === task.first) break;
  }
  return failures;
}

/** How many of its things make an input of a task so long. */
function numberFor(task: Task): number {
  const few = 32;
  const each = (task.make(2 * few).length - task.make(few).length) / few;
  return Math.max(16, Math.min(task.length, Math.floor(task.length / Math.max(each, 1))));
}

/** The call of each entry for an input; `undefined` where the input is refused. */
function createCalls(task: Task, text: string): (entry: Entry<never>) => Call | undefined {
  let start: ReturnType<Task['start']> | 'not yet' = 'not yet';
  return (entry) => {
    if (entry === task.first) return entry.call(text as never);
    if (start === 'not yet') start = task.start(text);
    return start?.(entry);
  };
}

let peak = process.resourceUsage().maxRSS;

/** `undefined`: there is nothing to call. */
function measure(prepare: () => Call | undefined, length: number, clock: Clock): Sample | Flaw | undefined {
  try {
    const call = prepare();
    if (call === undefined) return undefined;
    const start = clock();
    const result = call();
    const ms = clock() - start;
    const before = peak;
    peak = process.resourceUsage().maxRSS;
    const rise = (peak - before) * 1024;
    if (rise > anyRise + riseByUnit * length) {
      return { kind: 'memory', message: `${Math.round(rise / 1e6)} MB more for ${length} characters` };
    }
    return { ms, result };
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : String(error);
    return { kind: 'throws', message };
  }
}

type Clock = () => number;
/** Quick to ask, and never less than the CPU time of a process of one thread: enough for a suspicion. */
const wallClock: Clock = () => performance.now();
/** What others do on the machine is no part of it. */
const cpuClock: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Twice the input must not give more than three times the result. */
function judgeResult(task: Task, entry: Entry<never>, n: number, { result }: Sample, small: number): Flaw | undefined {
  const size = sizeOf(result, small);
  if (size < small) return undefined;
  const half = once(task, entry, n >> 1);
  if (half === undefined || 'kind' in half) return half;
  const [before, after] = [sizeOf(half.result, mostCounted), sizeOf(result, mostCounted)];
  return after <= most * before
    ? undefined
    : { kind: 'result', message: `the result grows from ${before} to ${after} for n/2, n` };
}

const mostCounted = 50_000_000;

/** How many values and characters there are in a result; what is in it twice counts twice, as it would when it is written. */
function sizeOf(result: unknown, enough: number): number {
  let size = 0;
  const left: unknown[] = [result];
  while (left.length > 0 && size < enough) {
    const value = left.pop();
    size++;
    if (typeof value === 'string') size += value.length;
    else if (value instanceof Map) for (const each of value) left.push(each);
    else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
      for (const each of Object.values(value)) left.push(each);
    }
  }
  return size;
}

/**
 * What a quarter of the input takes may end a suspicion at once. Otherwise inputs of n, 2n and 4n are made anew, the best
 * of two calls counts, both doublings have to take too long, and do so twice; then a third has to. The first collections
 * of garbage make two doublings steep, but not three; on a busy machine they may, so that what would be a flaw is measured
 * once more. Where it is not clear, larger inputs decide. One that is refused ends it; one that throws is another flaw.
 */
function judgeTime(task: Task, entry: Entry<never>, n: number, first: number, notice: Notice): Flaw | undefined {
  try {
    const again = (count: number, before = Number.POSITIVE_INFINITY): number => {
      notice(entry.name, count);
      const sample = once(task, entry, count);
      if (sample === undefined || 'kind' in sample) throw new NoTime(sample);
      return Math.min(before, sample.ms);
    };
    const quarter = again(Math.max(1, n >> 2));
    if (first < suspicious ** 2 * quarter || again(n) < suspicious ** 2 * quarter) return undefined;
    let start = Math.max(1, n >> 2);
    let [one, two] = [again(start, again(start)), again(2 * start)];
    while (start < mostLarger * n) {
      let four = again(4 * start, again(4 * start));
      const isTooMuch = (): boolean => two > most * one && four > most * two;
      const isEnough = one > judged[0];
      if (isEnough && isTooMuch()) {
        [one, two, four] = [again(start, one), again(2 * start, two), again(4 * start, four)];
        let eight = isTooMuch() ? again(8 * start) : 0;
        if (eight > most * four) {
          [one, two] = [again(start, one), again(2 * start, two)];
          [four, eight] = [again(4 * start, four), again(8 * start, eight)];
        }
        if (isTooMuch() && eight > most * four) {
          const times = [one, two, four, eight].map((ms) => `${ms.toFixed(0)} ms`).join(', ');
          return { kind: 'time', message: `${times} for ${[1, 2, 4, 8].map((by) => by * start).join(', ')}` };
        }
      }
      if ((isEnough && four < suspicious * two) || two > judged[1]) return undefined;
      [start, one, two] = [2 * start, two, four];
    }
    return undefined;
  } catch (error) {
    if (error instanceof NoTime) return error.flaw;
    throw error;
  }
}

/** A call took no time, because there was none, or it has another flaw. */
class NoTime extends Error {
  readonly flaw: Flaw | undefined;

  constructor(flaw: Flaw | undefined) {
    super();
    this.flaw = flaw;
  }
}

/** A call for an input of its own. */
function once(task: Task, entry: Entry<never>, n: number): Sample | Flaw | undefined {
  const text = task.make(n);
  const callOf = createCalls(task, text);
  return measure(() => callOf(entry), text.length, cpuClock);
}
