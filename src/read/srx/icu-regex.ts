import { escapeAt, NotTranslatable, setAt, spell, type Translated } from './icu-set.js';

/** A regular expression of ICU in the spelling of JavaScript, to be compiled with the flag `v`. */
export interface TranslatedPattern {
  readonly pattern: string;
  /** Flags that the pattern starts with: `i`, `s`, `m`. */
  readonly flags: string;
  /** What is read as something else that nearly always matches the same. */
  readonly approximated: readonly string[];
}

const assertions: ReadonlyMap<string, string> = /* @__PURE__ */ assertionsFor(
  '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d]',
);

/** What has another name in JavaScript, where `word` is a character of words. */
function assertionsFor(word: string): ReadonlyMap<string, string> {
  return new Map([
    ['b', `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`],
    ['B', `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`],
    ['A', '(?<![\\p{Any}])'],
    ['Z', '(?=\\r?\\n?(?![\\p{Any}]))'],
    ['z', '(?![\\p{Any}])'],
    ['R', '(?:\\r\\n|[\\n\\v\\f\\r\\x85\\u2028\\u2029])'],
    ['X', '(?:\\P{M}\\p{M}*)'],
  ]);
}
const group = /^\(\?(?:[:=!]|<[=!]|<[A-Za-z]\w*>)/;

/**
 * Translates a regular expression of ICU.
 *
 * @throws {NotTranslatable} JavaScript has nothing that is the same.
 */
export function translateIcu(icu: string): TranslatedPattern {
  const leading = /^\(\?([ims]+)\)/.exec(icu);
  const flags = leading?.[1] ?? '';
  const approximated = new Set<string>();
  let pattern = '';
  for (let at = leading?.[0].length ?? 0; at < icu.length; ) {
    const part = partAt(icu, at, flags, approximated);
    pattern += part.pattern;
    at = part.end;
  }
  return { pattern, flags: [...new Set(flags)].join(''), approximated: [...approximated] };
}

function partAt(icu: string, at: number, flags: string, approximated: Set<string>): Translated {
  const character = icu.charAt(at);
  switch (character) {
    case '\\':
      return backslashAt(icu, at);
    case '[':
      return setAt(icu, at);
    case '(':
      return groupAt(icu, at, approximated);
    case '$':
      return { pattern: flags.includes('m') ? '$' : '(?=\\r?\\n?(?![\\p{Any}]))', end: at + 1 };
    case '*':
    case '+':
    case '?':
      return quantifierAt(icu, at, character, approximated);
    case '{': {
      const count = /^\{[0-9]+(?:,[0-9]*)?\}/.exec(icu.slice(at, at + 30))?.[0];
      if (count === undefined) throw new NotTranslatable('has a brace that is no count');
      return quantifierAt(icu, at, count, approximated);
    }
    case ')':
    case '|':
    case '^':
    case '.':
      return { pattern: character, end: at + 1 };
    default: {
      const code = icu.codePointAt(at) ?? 0;
      return { pattern: spell(code), end: at + String.fromCodePoint(code).length };
    }
  }
}

function quantifierAt(icu: string, at: number, quantifier: string, approximated: Set<string>): Translated {
  const end = at + quantifier.length;
  const next = icu.charAt(end);
  if (next === '+') {
    approximated.add('possessive quantifiers, read as greedy ones');
    return { pattern: quantifier, end: end + 1 };
  }
  return next === '?' ? { pattern: `${quantifier}?`, end: end + 1 } : { pattern: quantifier, end };
}

function groupAt(icu: string, at: number, approximated: Set<string>): Translated {
  const rest = icu.slice(at, at + 100);
  if (!rest.startsWith('(?')) return { pattern: '(?:', end: at + 1 };
  if (rest.startsWith('(?#')) {
    const end = icu.indexOf(')', at);
    if (end < 0) throw new NotTranslatable('has a comment that is not closed');
    return { pattern: '', end: end + 1 };
  }
  if (rest.startsWith('(?>')) {
    approximated.add('atomic groups, read as plain ones');
    return { pattern: '(?:', end: at + 3 };
  }
  const open = group.exec(rest)?.[0];
  if (open === undefined) throw new NotTranslatable(`has flags within it: "${rest.slice(0, 6)}"`);
  return { pattern: open.endsWith('>') ? '(?:' : open, end: at + open.length };
}

function backslashAt(icu: string, at: number): Translated {
  const letter = icu.charAt(at + 1);
  const assertion = assertions.get(letter);
  if (assertion !== undefined) return { pattern: assertion, end: at + 2 };
  if (letter === 'Q') {
    const end = icu.indexOf('\\E', at + 2);
    const quoted = icu.slice(at + 2, end < 0 ? icu.length : end);
    return {
      pattern: Array.from(quoted, (character) => spell(character.codePointAt(0) ?? 0)).join(''),
      end: end < 0 ? icu.length : end + 2,
    };
  }
  if (letter === 'E') return { pattern: '', end: at + 2 };
  if (/[1-9k]/.test(letter)) throw new NotTranslatable('refers back to a group');
  return escapeAt(icu, at);
}
