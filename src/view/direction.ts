/** Scripts that are written from right to left (ISO 15924). */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

type Direction = 'ltr' | 'rtl';

/** The last one that was asked for: most often, the next article has it, too. */
let last: { readonly language: string; readonly direction: Direction } | undefined;

/** The direction in which a language is written, by the script that it is usually written in. */
export function directionOf(language: string): Direction {
  if (last?.language !== language) last = { language, direction: findDirection(language) };
  return last.direction;
}

function findDirection(language: string): Direction {
  try {
    return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
