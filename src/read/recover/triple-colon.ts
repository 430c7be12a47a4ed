import { attributesOf } from '../align/triple-colon.js';
import type { CodeUnit } from '../align/units.js';
import { INCLUDE, type Mark, placeholder } from '../inline/marks.js';

const colon = '\\\\?[:：]';
const quote = '(?:\\\\?["\'＂＇“”„‟‘’«»「」『』]|&quot;)';
const value = `(?:"(?:[^"\\\\]|\\\\[\\s\\S])*"|'(?:[^'\\\\]|\\\\[\\s\\S])*'|${quote}[^"'＂＇“”„‟‘’«»「」『』&\\\\]*${quote})`;
/** With any name, quotes of any language, and colons too few, escaped, full-width or with a space between. */
const form = new RegExp(
  `${colon}(?:\\s?${colon}){1,2}\\s*[\\p{L}\\p{N}_-]{1,40}` +
    `(?:(?:\\s+[\\p{L}\\p{N}_-]{1,40}\\s*[=＝]\\s*${value})+(?:\\s*${colon}(?:\\s?${colon}){0,2})?|\\s*${colon}\\s?${colon}\\s?${colon})`,
  'gu',
);

/**
 * Finds DocFX forms between colons that a machine damaged. Their attributes must be those of the other side, but
 * for texts: which form it was would be a guess otherwise.
 */
export function findTripleColons(
  markdown: string,
  wanted: readonly CodeUnit[],
  masked: readonly { start: number; end: number }[],
): Mark[] {
  if (wanted.length === 0) return [];
  const places = Array.from(markdown.matchAll(form), ({ index, 0: data }) => ({
    start: index,
    end: index + data.length,
    data,
  })).filter(({ start, end }) => !masked.some((mark) => mark.start < end && mark.end > start));
  const taken = new Set<number>();
  return wanted.flatMap(({ data, codes: [code] }) => {
    const wantedAttributes = attributesOf(data);
    const place = places.find(
      ({ start, data: found }) => !taken.has(start) && attributesOf(found) === wantedAttributes,
    );
    if (place === undefined || code.kind !== 'ph') return [];
    taken.add(place.start);
    return [{ ...placeholder(INCLUDE, place.start, place.end, code.disp, code.equiv), recovered: true }];
  });
}
