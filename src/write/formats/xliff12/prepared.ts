import { dropIllegal } from '../../../xml/escapes.js';

/** Before ids, while they are names of properties: those that look like numbers would come first. No id starts with it. */
export const beforeId = '\u0002';

/** Written in the place of a CR, which the package would leave as it is, and no parser would keep. Illegal in XML itself. */
export const carriageReturn = '\u0001';

/** The package takes `&amp;` for an ampersand that was escaped before: so each has to be. */
export function prepare(text: string): string {
  return dropIllegal(text).replaceAll('&', '&amp;').replaceAll('\r', carriageReturn);
}

/** The text that was prepared. */
export function unprepare(prepared: string): string {
  return prepared.replaceAll(carriageReturn, '\r').replaceAll('&amp;', '&');
}
