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

/** So many characters a part has at least, where it is not the last; and about twice as many at most. */
const shortestCut = 300;

/**
 * A text in parts of some hundred characters. Where it is cut depends on what stands there, and not on how far from the start
 * that is: an edit changes the parts beside it, and no other. Letters that are joined in writing are never parted.
 */
export function cutText(text: string): readonly string[] {
  const parts: string[] = [];
  let done = 0;
  while (text.length - done > 2 * shortestCut) {
    let cut = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let at = done + shortestCut; at < text.length && (cut === 0 || at < done + 2 * shortestCut); at++) {
      const weight = weightOf(text, at);
      if (weight >= least) continue;
      cut = at;
      least = weight;
    }
    if (cut === 0) break;
    parts.push(text.slice(done, cut));
    done = cut;
  }
  if (done < text.length) parts.push(text.slice(done));
  return parts;
}

/**
 * Which of some places a text is cut before: that of the least weight. Infinite: it may not be cut there; it may after a space,
 * and between two characters of Chinese or Japanese.
 */
function weightOf(text: string, at: number): number {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  const isIdeographic = (code: number): boolean => code >= 0x30_00 && code < 0xa0_00;
  const mayBe = before === 0x20 ? after > 0x20 : isIdeographic(before) && isIdeographic(after);
  if (!mayBe) return Number.POSITIVE_INFINITY;
  let weight = before;
  for (let next = at; next < at + 4; next++) weight = (weight * 31 + (text.charCodeAt(next) || 0)) % 65_521;
  return weight;
}
