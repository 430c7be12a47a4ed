/**
 * A tag of a language with a region, as addresses have it in lower case (`en-us`, `zh-hant-tw`, `es-419`): the source of a
 * regular expression. Of the regions that are numbers, those that languages are written for.
 */
export const regionalTag: string = '[a-z]{2,3}(?:-[a-z]{4})?-(?:[a-z]{2}|001|150|419)';

/** A segment of a path that is such a tag (`/en-us`). What comes after the segment is the caller's part. */
export const localeSegment: string = String.raw`\/${regionalTag}`;
