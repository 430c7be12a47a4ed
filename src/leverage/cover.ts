/** A text that a block may be cut into: the run of its parts from one up to another one, and what it is worth. */
export interface Stretch {
  /** The index of its first part. */
  readonly first: number;
  /** The index of its last part. */
  readonly last: number;
  /** What it is worth to have it: 0 to 100. */
  readonly worth: number;
  /** It is a text that the block is cut into where nothing is known. */
  readonly isUsual: boolean;
}

/** What a cover up to a part is worth, and the stretch that it ends with. */
interface Best<Each extends Stretch> {
  readonly value: number;
  /** How many stretches are not the usual ones. */
  readonly unusual: number;
  readonly stretch: Each | undefined;
}

/**
 * The stretches that cover a block best: those that are worth most, by the weights of their parts; where several covers are
 * worth the same, the one with the fewest unusual stretches. Parts that may be `skipped` need none. `undefined` where no
 * stretches cover all others.
 */
export function bestCover<Each extends Stretch>(
  weights: readonly number[],
  stretches: readonly Each[],
  skipped: (part: number) => boolean,
): readonly Each[] | undefined {
  const endingAt = Array.from(weights, (): Each[] => []);
  for (const stretch of stretches) endingAt[stretch.last]?.push(stretch);
  const sums = [0];
  for (const [part, weight] of weights.entries()) sums.push((sums[part] ?? 0) + weight);
  const best: (Best<Each> | undefined)[] = [{ value: 0, unusual: 0, stretch: undefined }];
  for (const [part, ending] of endingAt.entries()) {
    const before = best[part];
    let chosen: Best<Each> | undefined =
      before !== undefined && skipped(part) ? { ...before, stretch: undefined } : undefined;
    for (const stretch of ending) {
      const rest = best[stretch.first];
      if (rest === undefined) continue;
      const value = rest.value + ((sums[part + 1] ?? 0) - (sums[stretch.first] ?? 0)) * stretch.worth;
      const unusual = rest.unusual + (stretch.isUsual ? 0 : 1);
      if (chosen === undefined || value > chosen.value || (value === chosen.value && unusual < chosen.unusual)) {
        chosen = { value, unusual, stretch };
      }
    }
    best.push(chosen);
  }
  const cover: Each[] = [];
  for (let end = weights.length; end > 0; ) {
    const last = best[end];
    if (last === undefined) return undefined;
    if (last.stretch !== undefined) cover.push(last.stretch);
    end = last.stretch?.first ?? end - 1;
  }
  return cover.reverse();
}
