/** A number with its thousands separated. (`toLocaleString` loads tables for a hundredth of a second to say the same.) */
export function count(number: number): string {
  return String(number).replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
}

/** A number of things: `1 article`, `2 articles`. */
export function countOf(number: number, thing: string): string {
  return `${count(number)} ${thing}${number === 1 ? '' : 's'}`;
}
