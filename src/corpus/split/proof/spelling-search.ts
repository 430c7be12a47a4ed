import type { Habit } from '../../../split/header-spellings.js';
import type { SpellingStage } from '../../../split/original-spellings.js';
import { findEnd, type Wanted } from './cut-hash.js';
import type { Habits } from './habits.js';

/** How an original was spelled: the numbers of a stage, of a line end, and of a gap; and its front matter. */
export interface OriginalHabit {
  readonly stage: number;
  readonly lineEnd: number;
  readonly gap: number;
  readonly header: Habit;
}

/** Makes bytes of text with LF, with one of the line ends. */
export type Encode = (text: string) => Buffer;

/**
 * Looks for what has the hash among the first `most` headers before a body, counted with each line end and each gap; all
 * ends of the body are tried at once. Habits are tried first, where what they give is among those.
 */
export function searchStages(
  stages: readonly SpellingStage[],
  body: string,
  wanted: Wanted,
  { encoders, most, habits }: { encoders: readonly Encode[]; most: number; habits: Habits<OriginalHabit> },
): Uint8Array | undefined {
  const trials = encoders.map((encode) => createTrial(body, wanted, encode));
  const likely = tryHabits(stages, trials, most, habits);
  if (likely !== undefined) return likely;
  let left = most;
  for (const [stage, { headers, gaps, ends }] of stages.entries()) {
    for (const [lineEnd, trial] of trials.entries()) {
      const encoded: Buffer[] = [];
      for (const [gap, between] of gaps.entries()) {
        const count = headers.count();
        for (let index = 0; index < count; index++) {
          if (left-- <= 0) return undefined;
          encoded[index] ??= trial.encode(headers.at(index));
          const found = trial.find(encoded[index] as Buffer, between, ends);
          if (found === undefined) continue;
          habits.learn({ stage, lineEnd, gap, header: headers.habitOf(index) });
          return found;
        }
      }
    }
  }
  return undefined;
}

function tryHabits(
  stages: readonly SpellingStage[],
  trials: readonly Trial[],
  most: number,
  habits: Habits<OriginalHabit>,
): Uint8Array | undefined {
  for (const habit of habits.likely()) {
    const { headers, gaps, ends } = stages[habit.stage] ?? {};
    const trial = trials[habit.lineEnd];
    const gap = gaps?.[habit.gap];
    const header = headers?.spell(habit.header);
    if (ends === undefined || gap === undefined || header === undefined) continue;
    const found = trial?.find(trial.encode(header), gap, ends);
    if (found === undefined || !isAmong(habit, stages, trials.length, most)) continue;
    habits.learn(habit);
    return found;
  }
  return undefined;
}

/** Whether a habit gives what would be tried if nothing was known of habits. */
function isAmong(
  { stage, lineEnd, gap, header }: OriginalHabit,
  stages: readonly SpellingStage[],
  countOfLineEnds: number,
  most: number,
): boolean {
  const before = stages.slice(0, stage);
  const own = stages[stage] as SpellingStage;
  const sum = (some: readonly SpellingStage[], countOf: (stage: SpellingStage) => number): number =>
    some.reduce((total, each) => total + countOf(each) * each.gaps.length * countOfLineEnds, 0);
  // Of most articles, all are tried: then nothing has to be counted.
  if (sum([...before, own], ({ headers }) => headers.most) <= most) return true;
  const index = own.headers.indexOf(header);
  if (index === undefined) return false;
  const place = (lineEnd * own.gaps.length + gap) * own.headers.count() + index;
  return sum(before, ({ headers }) => headers.count()) + place < most;
}

/** A body with one kind of line ends, before which headers are tried. */
interface Trial {
  readonly encode: Encode;
  /** The bytes that have the hash, if any do. */
  find(header: Buffer, gap: string, ends: readonly number[]): Uint8Array | undefined;
}

/** Headers stand right before the body in turn: nothing is copied but the header. */
function createTrial(text: string, wanted: Wanted, encode: Encode): Trial {
  let body: Buffer | undefined;
  let buffer = Buffer.alloc(0);
  let room = 0;
  const endsOf = new Map<readonly number[], readonly number[]>();
  const gaps = new Map<string, Buffer>();
  return {
    encode,
    find(header, gap, ends) {
      body ??= encode(`${text}\n`);
      const { length } = body;
      const lengths = endsOf.get(ends) ?? ends.map((end) => length - encode(`${text}\n`.slice(end)).length);
      endsOf.set(ends, lengths);
      const between = gaps.get(gap) ?? encode(gap);
      gaps.set(gap, between);
      const before = header.length + between.length;
      if (before > room) {
        room = 2 * before;
        buffer = Buffer.allocUnsafe(room + length);
        buffer.set(body, room);
      }
      const start = room - before;
      buffer.set(between, room - between.length);
      buffer.set(header, start);
      const end = findEnd(
        buffer.subarray(start),
        lengths.map((each) => before + each),
        wanted,
      );
      return end === undefined ? undefined : buffer.subarray(start, start + end);
    },
  };
}
