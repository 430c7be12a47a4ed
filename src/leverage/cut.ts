import { type SourceArticle, type SourceSegment, type SourceUnit, sourceSegmentsOf } from '../model/source-article.js';
import { createGrains, type IsWanted } from '../read/source/grains.js';
import { recutSource } from '../read/source/recut.js';
import { type Choice, choicesOf } from './choices.js';
import { bestCover } from './cover.js';
import { type LookUp, type Placed, placed } from './look-up.js';
import { type BlockTexts, textsOf } from './texts.js';
import { worthOf } from './worth.js';

/**
 * The article cut as memories know it best. A block is cut otherwise than usual only where its matches are worth more then,
 * and a segment into parts only where the memory has these one after the other. `least`: the lowest score that is of use.
 */
export function cutByMemory(article: SourceArticle, lookUp: LookUp, least: number): SourceArticle {
  const grains = createGrains(article);
  const places = new Map<SourceSegment, Placed>();
  for (const place of placed(Array.from(sourceSegmentsOf(article)))) places.set(place.segment, place);

  const worthAt = (segment: SourceSegment): number => {
    const place = places.get(segment);
    return place === undefined ? 0 : worthOf(lookUp.matchAt(place), least);
  };

  return recutSource(
    article,
    (unit) => {
      if (unit.parts.some((part) => part.kind === 'segment' && part.target !== undefined)) return undefined;
      const worths = unit.parts.flatMap((part) => (part.kind === 'segment' ? [worthAt(part)] : []));
      if (unit.atoms.length === 0 || worths.every((worth) => worth === 100)) return undefined;
      const texts = textsOf(unit, grains);
      const choices = choicesOf(texts, worths, lookUp, least);
      if (choices.every(({ isUsual }) => isUsual)) return undefined;
      const cover = soundCover(choices, weigh(unit, texts), lookUp);
      return cover.every(({ isUsual }) => isUsual) ? undefined : cover;
    },
    grains,
  );
}

/** How much text the atoms of a block have; those that have none, or are outside of all segments, may be left out. */
interface Weighed {
  readonly weights: readonly number[];
  readonly isSkipped: (atom: number) => boolean;
}

function weigh({ atoms }: SourceUnit, { usual, others }: BlockTexts): Weighed {
  const inSegment = new Set<number>();
  for (const { first, last } of usual) for (let atom = first; atom <= last; atom++) inSegment.add(atom);
  const texts = new Set<number>();
  for (const parts of [usual, others(isOneAtom)])
    for (const { first, last } of parts) if (first === last) texts.add(first);
  const weights = atoms.map(({ range }, atom) => (texts.has(atom) ? range.end - range.start : 0));
  return { weights, isSkipped: (atom) => !inSegment.has(atom) || !texts.has(atom) };
}

const isOneAtom: IsWanted = (first, last) => first === last;

/** So often a cover is sought; then none with fragments. */
const mostTries = 4;

/** The best cover whose fragments stand in the memory beside what they stand beside here. */
function soundCover(choices: readonly Choice[], { weights, isSkipped }: Weighed, lookUp: LookUp): readonly Choice[] {
  let sound = choices;
  for (let tries = 1; ; tries++) {
    const cover = bestCover(weights, sound, isSkipped) ?? [];
    const strays = cover.filter((choice, at) => choice.within !== undefined && !isInContext(cover, at, lookUp));
    if (strays.length === 0) return cover;
    // Those of the same segments go with them: what is left of these would be no better.
    const segments = new Set(strays.flatMap(({ within = [] }) => within));
    sound = sound.filter(
      ({ within }) => within === undefined || (tries < mostTries && !within.some((segment) => segments.has(segment))),
    );
  }
}

/** Whether the memory has a text of a cover beside another fragment that stands beside it, or beside what else does. */
function isInContext(cover: readonly Choice[], at: number, lookUp: LookUp): boolean {
  const choice = cover[at];
  const beside = [cover[at - 1], cover[at + 1]];
  const isAlone = beside.every((other) => other?.within === undefined);
  const [previous, next] = beside.map((other) => (isAlone || other?.within !== undefined ? other?.side : undefined));
  return choice !== undefined && lookUp.isContext(choice.side, previous, next);
}
