import { localeSegment } from '../../model/locale-segment.js';

/** What localization changes in an address. */
const LOCALE = new RegExp(`${localeSegment}(?=[/)?#>"]|$)`, 'g');

/** A link's data reduced to what both languages of an article have in common; empty parts say nothing. */
export function similarData(data: string): { readonly whole: string; readonly tail: string } {
  const whole = data
    .toLowerCase()
    .replace(/[\s\\\u200b-\u200f\u2060\ufeff]+/g, '')
    .replace(/https?:\/\//g, '')
    .replace(LOCALE, '');
  return { whole, tail: tailOf(whole) };
}

/** The last part of an address: `](../a/b.md#c)` ends in `b.md#c`. A title is no part of it. */
function tailOf(data: string): string {
  if (!data.includes('/') && !data.includes('.')) return '';
  const start = data.startsWith('](') ? 2 : 0;
  const title = data.search(/["']/);
  let end = title < 0 ? data.length : title;
  while (end > start && (data[end - 1] === ')' || data[end - 1] === '>')) end--;
  const address = data.slice(start, end);
  const tail = address.slice(address.lastIndexOf('/', address.length - 2) + 1);
  return tail.length > 2 ? `…${tail}` : '';
}
