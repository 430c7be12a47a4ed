import { longestSurroundings, mostSurroundings } from '../../model/limits.js';
import { declaredIn, type Scope } from '../../xml/names.js';

/** What stands around units, each once: as attributes with a space before each. */
export interface Surroundings {
  /** The number of what is declared at an element; `undefined` where a document has more than are kept. */
  numberOf(level: Level): number | undefined;
  /** What stands around a text, without prefixes that do not occur in it where they are many. */
  around(number: number, text: string): string;
  /** Whether white space is preserved there. */
  preservesSpace(number: number): boolean;
  /** All of them, for another thread. */
  toData(): SurroundingsData;
}

/** Plain data. */
export type SurroundingsData = readonly Written[];

/** An element that units stand in. */
export interface Level {
  readonly scope: Scope;
  /** The nearest `xml:lang` and `xml:space`. */
  readonly lang: string | undefined;
  readonly space: string | undefined;
}

/** Of so many characters, they are put together: what differs between units takes time for each. */
const mostWritten = 500_000_000;

/** Shorter ones are taken as they are. */
const usualLength = 1000;

interface Written {
  readonly whole: string;
  /** By prefix. */
  readonly namespaces: ReadonlyMap<string, string>;
  readonly rest: string;
}

/** `data`: what others are made of; none are added to these. */
export function createSurroundings(data: SurroundingsData = []): Surroundings {
  const known: Written[] = [...data];
  /** By the namespaces as they are written, then by the rest. */
  const numbers = new Map<string, Map<string, number>>();
  let length = 0;
  let made = 0;
  let last: { readonly level: Level; readonly number: number } | undefined;
  let lastScope: { readonly scope: Scope; readonly text: string; readonly own: Map<string, number> } | undefined;

  const numbersIn = (scope: Scope): NonNullable<typeof lastScope> => {
    if (lastScope?.scope === scope) return lastScope;
    const text = [...namespacesOf(scope).values()].join('');
    made += text.length;
    const own = numbers.get(text) ?? new Map<string, number>();
    numbers.set(text, own);
    lastScope = { scope, text, own };
    return lastScope;
  };

  return {
    toData: () => known,
    // A quote in a value is escaped.
    preservesSpace: (number) => known[number]?.rest.includes(' xml:space="preserve"') === true,
    around(number, text) {
      const { whole = '', namespaces, rest = '' } = known[number] ?? {};
      if (whole.length <= usualLength) return whole;
      const used = new Set(['', ...prefixesIn(text)]);
      return [...used].map((prefix) => namespaces?.get(prefix) ?? '').join('') + rest;
    },
    numberOf(level) {
      if (last?.level === level) return last.number;
      const { text, own } = numbersIn(level.scope);
      const rest = restOf(level);
      const number = own.get(rest) ?? known.length;
      if (made > mostWritten) return undefined;
      if (number === known.length) {
        length += text.length + rest.length;
        if (number === mostSurroundings || length > longestSurroundings) return undefined;
        known.push({ whole: text + rest, namespaces: namespacesOf(level.scope), rest });
        own.set(rest, number);
      }
      last = { level, number };
      return number;
    },
  };
}

function restOf({ lang, space }: Level): string {
  const written = lang === undefined ? '' : attribute('xml:lang', lang);
  return space === undefined ? written : written + attribute('xml:space', space);
}

/** What may be a prefix; some are none. */
function* prefixesIn(text: string): Generator<string, void, undefined> {
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    let start = colon;
    while (start > 0 && !/[\s<>/"'=:]/.test(text.charAt(start - 1))) start--;
    yield text.slice(start, colon);
  }
}

function namespacesOf(scope: Scope): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  for (const [prefix, uri] of declaredIn(scope)) {
    written.set(prefix, attribute(prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri));
  }
  return written;
}

function attribute(name: string, value: string): string {
  const escaped = value.replace(/[&<"\t\n\r]/g, (found) => `&#${found.charCodeAt(0)};`);
  return ` ${name}="${escaped}"`;
}
