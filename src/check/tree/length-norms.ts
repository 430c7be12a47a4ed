import type { Segment } from '../../model/article.js';
import type { Content } from '../../model/content.js';
import { spaces } from '../languages/units.js';

/** What lengths of targets are usual beside a length of source. */
export interface LengthNorm {
  /** The median of the natural logarithm of target length by source length. */
  readonly median: number;
  /** The median of the distances from that median. */
  readonly deviation: number;
}

/** By target language, then by class of source length (`lengthClass`). Classes with few pairs are left out. */
export type LengthNorms = ReadonlyMap<string, ReadonlyMap<number, LengthNorm>>;

/** Counts lengths, in memory that does not grow with the number of pairs. */
export interface LengthBuilder {
  /** A pair, by the lengths of its texts. */
  add(language: string, source: number, target: number): void;
  build(): LengthNorms;
}

/** Fewer pairs say nothing. */
const fewest = 200;
const binWidth = 0.02;
const bins = 401;

export function createLengthBuilder(): LengthBuilder {
  const histograms = new Map<string, Map<number, Uint32Array>>();
  return {
    add(language, source, target) {
      const name = lengthClass(source);
      const bin = binOf(ratioOf(source, target));
      let classes = histograms.get(language);
      if (classes === undefined) {
        classes = new Map();
        histograms.set(language, classes);
      }
      let histogram = classes.get(name);
      if (histogram === undefined) {
        histogram = new Uint32Array(bins);
        classes.set(name, histogram);
      }
      histogram[bin] = (histogram[bin] ?? 0) + 1;
    },
    build: () =>
      new Map(
        Array.from(histograms, ([language, classes]) => [
          language,
          new Map(
            Array.from(classes, ([name, histogram]): [number, LengthNorm | undefined] => [
              name,
              normOf(histogram),
            ]).filter((entry): entry is [number, LengthNorm] => entry[1] !== undefined),
          ),
        ]),
      ),
  };
}

/** The lengths of a pair that is worth a comparison; `undefined` for any other. */
export function lengthsOf(segment: Segment): { source: number; target: number } | undefined {
  const source = textLength(segment.source.content);
  return isComparable(segment, source) ? { source, target: textLength(segment.target.content) } : undefined;
}

/** Whether a pair says something of usual lengths: no short text, no formula, and no target that is its source. */
export function isComparable({ source, target }: Segment, sourceLength: number): boolean {
  return sourceLength >= 16 && source.text !== target.text && !source.text.includes('$');
}

/** The natural logarithm of target length by source length. */
export function ratioOf(source: number, target: number): number {
  return Math.log(Math.max(target, 1) / source);
}

/** The place of a logarithm of a ratio in a histogram. */
function binOf(ratio: number): number {
  return Math.max(0, Math.min(bins - 1, Math.round(ratio / binWidth) + (bins >> 1)));
}

/** Lengths of one class differ by a factor of two at most: the shorter a text, the more its translation varies. */
export function lengthClass(length: number): number {
  return Math.min(8, Math.floor(Math.log2(length)));
}

/** Characters without codes and white space. */
export function textLength(content: Content): number {
  let length = 0;
  for (const inline of content) if (inline.kind === 'text') length += lengthWithoutSpaces(inline.text);
  return length;
}

function lengthWithoutSpaces(text: string): number {
  let { length } = text;
  for (let index = 0; index < text.length; index++) length -= spaces[text.charCodeAt(index)] ?? 0;
  return length;
}

function normOf(histogram: Uint32Array): LengthNorm | undefined {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  if (total < fewest) return undefined;
  const middle = medianBin(histogram, total);
  const distances = new Uint32Array(bins);
  histogram.forEach((count, bin) => {
    const distance = Math.abs(bin - middle);
    distances[distance] = (distances[distance] ?? 0) + count;
  });
  const deviation = Math.max(medianBin(distances, total), 1) * binWidth;
  return { median: (middle - (bins >> 1)) * binWidth, deviation };
}

function medianBin(histogram: Uint32Array, total: number): number {
  let sum = 0;
  for (let bin = 0; bin < histogram.length; bin++) {
    sum += histogram[bin] ?? 0;
    if (sum * 2 >= total) return bin;
  }
  return histogram.length - 1;
}
