/** Gives headings the levels that an outline needs: none is passed over on the way down. */
export interface Outline {
  /** The level in the page of a heading with a level in its article. */
  next(level: number): number;
}

/** `above`: the level of the heading that stands over all of them. */
export function createOutline(above: number): Outline {
  let last = above;
  return {
    next(level) {
      last = Math.min(level + above, last + 1, 6);
      return last;
    },
  };
}
