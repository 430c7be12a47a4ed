import { describeLeftOut, type LeftOut } from '../find/input-options.js';

/** What was left out, if anything was. */
export function leftOutLines(leftOut: LeftOut): readonly string[] {
  const words = describeLeftOut(leftOut);
  return words === undefined ? [] : [`left out: ${words}`];
}
