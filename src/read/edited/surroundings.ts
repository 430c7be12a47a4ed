import { declaredIn, type Scope } from '../xml-names.js';

/** What stands around units, each once: as attributes with a space before each. */
export interface Surroundings {
  /** The number of what is declared at an element; `undefined` where a document has more than are kept. */
  numberOf(level: Level): number | undefined;
  at(number: number): string;
}

/** An element that units stand in. */
export interface Level {
  readonly scope: Scope;
  /** The nearest `xml:lang` and `xml:space`. */
  readonly lang: string | undefined;
  readonly space: string | undefined;
}

/** So many different ones are kept, and of so many characters in all. */
const mostSurroundings = 65_535;
const longestSurroundings = 8_000_000;

export function createSurroundings(): Surroundings {
  const known: string[] = [];
  const numbers = new Map<string, number>();
  let length = 0;
  let last: { readonly level: Level; readonly number: number } | undefined;
  return {
    at: (number) => known[number] ?? '',
    numberOf(level) {
      if (last?.level === level) return last.number;
      const written = write(level);
      const number = numbers.get(written) ?? known.length;
      if (number === known.length) {
        length += written.length;
        if (number === mostSurroundings || length > longestSurroundings) return undefined;
        known.push(written);
        numbers.set(written, number);
      }
      last = { level, number };
      return number;
    },
  };
}

/** Whether white space is preserved in what stands there. A quote in a value is escaped. */
export function preservesSpaceIn(written: string): boolean {
  return written.includes(' xml:space="preserve"');
}

function write({ scope, lang, space }: Level): string {
  let written = '';
  for (const [prefix, uri] of declaredIn(scope)) written += attribute(prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri);
  if (lang !== undefined) written += attribute('xml:lang', lang);
  if (space !== undefined) written += attribute('xml:space', space);
  return written;
}

function attribute(name: string, value: string): string {
  const escaped = value.replace(/[&<"\t\n\r]/g, (found) => `&#${found.charCodeAt(0)};`);
  return ` ${name}="${escaped}"`;
}
