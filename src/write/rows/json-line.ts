import type { PairRow } from './row.js';

/** Ends of lines to some readers, though not in JSON. */
const lineEnds = /[\u0085\u2028\u2029]/g;

/** A row as an object of JSON on a line of its own, its line end included; keys are in the order of the columns. */
export function jsonLineOf(row: PairRow): string {
  const json = JSON.stringify(row);
  return `${json.replace(lineEnds, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
