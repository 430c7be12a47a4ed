import type { Pieces } from './pieces.js';

/** The stretch in which two targets differ, and the text that stands there in the second. */
export function differenceOf(
  before: Pieces,
  after: Pieces,
): { readonly from: number; readonly to: number; readonly text: string } {
  const some = unitsOf(before);
  const more = unitsOf(after);
  const most = Math.min(some.length, more.length);
  let start = 0;
  while (start < most && some[start] === more[start]) start++;
  let end = 0;
  while (end < most - start && some.at(-1 - end) === more.at(-1 - end)) end++;
  const text = more
    .slice(start, more.length - end)
    .filter((unit) => typeof unit === 'string')
    .join('');
  return { from: start, to: some.length - end, text };
}

function unitsOf(pieces: Pieces): readonly Pieces[number][] {
  return pieces.flatMap((piece): readonly Pieces[number][] => (typeof piece === 'string' ? piece.split('') : [piece]));
}
