import type { Pieces } from '../../../correct/edit/pieces.js';

const segmenters = new Map<string, Intl.Segmenter>();

function parts(text: string, granularity: 'grapheme' | 'word'): readonly string[] {
  const segmenter = segmenters.get(granularity) ?? new Intl.Segmenter(undefined, { granularity });
  segmenters.set(granularity, segmenter);
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

export function graphemes(text: string): readonly string[] {
  return parts(text, 'grapheme');
}

/** Where a code that is moved may stop: at the ends of words, and beside codes. */
export function stopsIn(pieces: Pieces): (place: number) => boolean {
  const stops = new Set([0]);
  let place = 0;
  for (const piece of pieces) {
    for (const part of typeof piece === 'string' ? parts(piece, 'word') : [' ']) {
      place += part.length;
      stops.add(place);
    }
  }
  return (at) => stops.has(at);
}
