import type { Pieces } from '../../../correct/edit/pieces.js';

const segmenters = new Map<string, Intl.Segmenter>();

function segmentsOf(text: string, granularity: 'grapheme' | 'word'): Intl.Segments {
  const segmenter = segmenters.get(granularity) ?? new Intl.Segmenter(undefined, { granularity });
  segmenters.set(granularity, segmenter);
  return segmenter.segment(text);
}

/** What a reader takes for one character at a place of a text: the others, of which there may be very many, are not cut. */
export function graphemeAt(text: string, place: number): string | undefined {
  return segmentsOf(text, 'grapheme').containing(place)?.segment;
}

/** Where a code that is moved may stop: at the ends of words, and beside codes. */
export function stopsIn(pieces: Pieces): (place: number) => boolean {
  const stops = new Set([0]);
  let place = 0;
  for (const piece of pieces) {
    for (const part of typeof piece === 'string' ? wordsIn(piece) : [' ']) {
      place += part.length;
      stops.add(place);
    }
  }
  return (at) => stops.has(at);
}

function wordsIn(text: string): readonly string[] {
  return Array.from(segmentsOf(text, 'word'), ({ segment }) => segment);
}
