/** What texts are rendered as, and how often: hash of the text → hash of the rendering → number. Texts with one rendering are left out. */
export type Renderings = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** Counts renderings. */
export interface RenderingsBuilder {
  add(text: number, rendering: number): void;
  build(): Renderings;
}

export function createRenderingsBuilder(): RenderingsBuilder {
  const firsts = new Map<number, number>();
  const counts = new Map<number, number>();
  const several = new Map<number, Map<number, number>>();
  return {
    add(text, rendering) {
      const known = several.get(text);
      if (known !== undefined) {
        known.set(rendering, (known.get(rendering) ?? 0) + 1);
        return;
      }
      const first = firsts.get(text);
      const count = counts.get(text) ?? 1;
      if (first === undefined) firsts.set(text, rendering);
      else if (first === rendering) counts.set(text, count + 1);
      else {
        several.set(
          text,
          new Map([
            [first, count],
            [rendering, 1],
          ]),
        );
        firsts.delete(text);
        counts.delete(text);
      }
    },
    build: () => several,
  };
}

/** How a rendering stands among the others of its text. */
export interface Standing {
  /** How many renderings there are. */
  readonly ways: number;
  /** How often this one is there. */
  readonly own: number;
  /** How often the usual one is there: that with the most, of equal ones the first. */
  readonly usual: number;
  readonly total: number;
}

/** The standing of a rendering that is not the usual one; `undefined` for the usual one, and where there is one only. */
export function standingOf(renderings: Renderings, text: number, rendering: number): Standing | undefined {
  const counts = renderings.get(text);
  const own = counts?.get(rendering);
  if (counts === undefined || own === undefined) return undefined;
  let usual = 0;
  let total = 0;
  let best: number | undefined;
  for (const [candidate, count] of counts) {
    total += count;
    if (count > usual) {
      usual = count;
      best = candidate;
    }
  }
  return best === rendering ? undefined : { ways: counts.size, own, usual, total };
}
