/**
 * A segment of a path that names a language and a region in an address in lower case (`/en-us`, `/zh-hant-tw`,
 * `/sr-latn-rs`): the source of a regular expression. What comes after the segment is the caller's part.
 */
export const localeSegment: string = String.raw`\/[a-z]{2,3}(?:-[a-z]{4})?-(?:[a-z]{2}|latn-[a-z]{2})`;
