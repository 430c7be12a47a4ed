/** Hours that an English text says with the half of the day. */
const english = /[0-9]\s?[ap]\.?\s?m\b|[0-9]\s?o['’]clock|[0-9]\s(?:in the (?:morning|afternoon|evening)|at night)\b/i;
const clock = /\p{Nd}[:h]\p{Nd}{2}/u;

const known = new Map<string | undefined, RegExp>();

/** Whether a pair has a time of the day. */
export function hasClock(source: string): boolean {
  return clock.test(source) || english.test(source);
}

/** Whether hours of an English text may be those after noon. */
export function saysHalfDay(source: string): boolean {
  return english.test(source);
}

/** The same of a target that stands beside a time: its words for the parts of a day are those that `Intl` has. */
export function saysLocalHalfDay(target: string, language: string | undefined): boolean {
  let pattern = known.get(language);
  if (pattern === undefined) {
    pattern = patternFor(language);
    known.set(language, pattern);
  }
  return pattern.test(target);
}

function patternFor(language: string | undefined): RegExp {
  const words = new Set(['am', 'pm', 'a.m', 'p.m']);
  try {
    for (const options of [{ hour12: true }, { hour12: true, dayPeriod: 'long' }] as const) {
      const format = new Intl.DateTimeFormat(language, { hour: 'numeric', timeZone: 'UTC', ...options });
      for (let hour = 0; hour < 24; hour++) {
        for (const { type, value } of format.formatToParts(Date.UTC(2020, 0, 1, hour))) {
          if (type === 'dayPeriod') words.add(value.toLowerCase().normalize('NFKC'));
        }
      }
    }
  } catch {
    // No tag: those of English are all that is known.
  }
  const all = Array.from(words, (word) => word.replace(/[^\p{L}\p{M}\p{N} ]/gu, '.?'));
  // A word of a language that is written without spaces has no end that one could see.
  return new RegExp(
    all
      .map((word) =>
        /^[\p{sc=Hani}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u.test(word)
          ? word
          : `(?<![\\p{L}\\p{M}])${word}(?![\\p{L}\\p{M}])`,
      )
      .join('|'),
    'iu',
  );
}
