import { lastStartingBy } from '../model/position.js';
import type { Grain } from '../read/source/grains.js';
import type { Stretch } from './cover.js';
import type { LookUp } from './look-up.js';
import type { BlockPart, BlockTexts } from './texts.js';
import { worthOf } from './worth.js';

/** A text that a block may be cut into, and what it is worth. */
export interface Choice extends BlockPart, Stretch {
  /** The numbers of the segments that it is a part of: it ends, or starts, within one. Not there where it does not. */
  readonly within?: readonly number[];
}

/** A segment whose match is worth this has nothing to gain from texts that are only near. */
const goodEnough = 50;
/** So many segments are looked at as one, where that is not the whole block. */
const mostJoined = 3;

/**
 * The texts that a block may be cut into: its segments, with what they are worth; the others that the memory has; and joined
 * segments that it has something near for.
 */
export function choicesOf(
  { usual, others, read }: BlockTexts,
  worths: readonly number[],
  lookUp: LookUp,
  least: number,
): readonly Choice[] {
  const segments = usual.map(({ first, last, range, text, side }, index): Choice => {
    return { first, last, range, text, side, worth: worths[index] ?? 0, isUsual: true };
  });
  const choices = [...segments];
  const add = (part: BlockPart, within?: readonly number[]): void => {
    const worth = worthOf(lookUp.matchText(part.side, least), least);
    if (worth > 0) choices.push({ ...part, worth, isUsual: false, ...(within === undefined ? {} : { within }) });
  };
  const near = new Set(Array.from(joinedRuns(segments), nameOf));
  const cuts = cutsOf(segments);
  /** The atoms that fragments start with. */
  const firsts: number[] = [];
  const wanted = others((first, last, text) => {
    const isFragment = cuts({ first, last }).length > 0;
    if (isFragment && firsts.at(-1) !== first) firsts.push(first);
    return lookUp.mayKnow(text) || (!isFragment && near.has(nameOf({ first, last })));
  });
  const whole: Grain[] = [];
  const fragments: Fragment[] = [];
  for (const grain of wanted) {
    const within = cuts(grain);
    if (within.length === 0) whole.push(grain);
    else fragments.push(fragmentOf(grain, within));
  }
  for (const part of read(whole)) if (near.has(nameOf(part)) || lookUp.knows(part.side)) add(part);
  const starts = segments.filter(({ worth }) => worth < 100).map(({ first }) => first);
  for (const { within, ...part } of knownFragments({ fragments, firsts }, starts, read, lookUp)) add(part, within);
  return choices;
}

/** A part of a segment, or of several. */
interface Fragment extends Grain {
  readonly within: readonly number[];
}

function fragmentOf({ first, last, range, text }: Grain, within: readonly number[]): Fragment {
  return { first, last, range, text, within };
}

/** The fragments that the memory has, as far as others of them, or none, lie between them and the start of a segment. */
function* knownFragments(
  { fragments, firsts }: { readonly fragments: readonly Fragment[]; readonly firsts: readonly number[] },
  starts: readonly number[],
  read: BlockTexts['read'],
  lookUp: LookUp,
): Generator<Fragment & BlockPart, void, undefined> {
  const byStart = new Map<number, Fragment[]>();
  for (const fragment of fragments) {
    const group = byStart.get(fragment.first);
    if (group === undefined) byStart.set(fragment.first, [fragment]);
    else group.push(fragment);
  }
  // Atoms that no fragment starts with have no text of their own.
  const startFrom = (atom: number): number => {
    const at = lastStartingBy(firsts, atom, (first) => first);
    return firsts[(firsts[at] ?? atom) < atom ? at + 1 : at] ?? atom;
  };
  const seen = new Set<number>();
  for (let from = starts; from.length > 0; ) {
    const wanted: Fragment[] = [];
    for (const start of from) {
      const first = startFrom(start);
      if (!seen.has(first)) for (const fragment of byStart.get(first) ?? []) wanted.push(fragment);
      seen.add(first);
    }
    const known = read(wanted).flatMap((part, index) => {
      const fragment = wanted[index];
      return fragment !== undefined && lookUp.knows(part.side) ? [{ ...part, within: fragment.within }] : [];
    });
    yield* known;
    from = known.map(({ last }) => last + 1);
  }
}

type Run = Pick<Grain, 'first' | 'last'>;

/** Segments, two and three at a time, none of which has a good match; and the whole block. */
function* joinedRuns(segments: readonly Choice[]): Generator<Run, void, undefined> {
  for (const [index, { first, worth }] of segments.entries()) {
    if (worth >= goodEnough) continue;
    for (const { last, worth: other } of segments.slice(index + 1, index + mostJoined)) {
      if (other >= goodEnough) break;
      yield { first, last };
    }
  }
  const [head, tail] = [segments[0], segments.at(-1)];
  if (head !== undefined && tail !== undefined && head !== tail) yield { first: head.first, last: tail.last };
}

/** Gives the numbers of the segments that a text has a part of, and not all. */
function cutsOf(segments: readonly Run[]): (run: Run) => readonly number[] {
  const startOf = ({ first }: Run): number => first;
  return (run) => {
    const head = lastStartingBy(segments, run.first, startOf);
    const tail = lastStartingBy(segments, run.last, startOf);
    const isHead = isCut(segments[head], run);
    const isTail = isCut(segments[tail], run);
    if (isHead) return isTail ? [head, tail] : [head];
    return isTail ? [tail] : none;
  };
}

const none: readonly number[] = [];

function isCut(segment: Run | undefined, { first, last }: Run): boolean {
  if (segment === undefined || segment.last < first || segment.first > last) return false;
  return segment.first < first || segment.last > last;
}

function nameOf({ first, last }: Run): string {
  return `${first} ${last}`;
}
