import type { Content } from '../../model/content.js';
import type { Shape } from './shape.js';
import { addFirst, mix } from './word-hash.js';

/** Stands for a placeholder. */
export const placeholder = 0xfffc;

/** The text with a character for each placeholder, and nothing for halves of pairs; adds where each code stands in it. */
export function flatten(content: Content, offsets: number[]): string {
  const [first] = content;
  if (content.length === 1 && first?.kind === 'text') return first.text;
  let text = '';
  for (const inline of content) {
    if (inline.kind === 'text') text += inline.text;
    else {
      offsets.push(text.length);
      if (inline.kind === 'ph') text += '\ufffc';
    }
  }
  return text;
}

const seeds = { ph: 0x1b873593, sc: 0x2c1b3c6d, ec: 0x297a2d39 } as const;

/** The word that each code stands before, by where the codes stand in a text, and where its `count` words begin. */
export function placesOf(offsets: readonly number[], starts: Readonly<Int32Array>, count: number): number[] {
  let word = 0;
  return offsets.map((offset) => {
    while (word < count && (starts[word] as number) < offset) word++;
    return word;
  });
}

/** Hashes the codes of a content into its shape. `places`: the word that each stands before. */
export function hashCodes(content: Content, places: readonly number[], shape: Shape): void {
  let code = 0;
  for (const inline of content) {
    if (inline.kind === 'text') continue;
    let hash: number = seeds[inline.kind];
    for (let at = 0; at < inline.data.length; at++) hash = addFirst(hash, inline.data.charCodeAt(at));
    shape.codes = mix(shape.codes, hash, 1) || 1;
    shape.places = mix(shape.places, hash, places[code++] ?? 0) || 1;
  }
}
