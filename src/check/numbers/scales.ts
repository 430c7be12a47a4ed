/** Words that multiply the number before them: `million`, `тыс.`, `万`. */
export interface Scales {
  /** What stands at `at` of a text multiplies by ten to the `zeros`; `undefined` where nothing does. */
  after(text: string, at: number): Scaled | undefined;
  /** How many zeros each form stands for, the longest form first. */
  readonly forms: readonly (readonly [form: string, zeros: number])[];
}

export interface Scaled {
  readonly zeros: number;
  readonly end: number;
  /** In a language without spaces, or as one letter, it may be the start of another word. */
  readonly isSure: boolean;
}

/** What CLDR does not have for English, or writes otherwise. */
const english: readonly (readonly [string, number])[] = [
  ['hundred', 2],
  ['k', 3],
  ['mn', 6],
  ['bn', 9],
];
/** Letters of languages that are written without spaces between words, or with endings at once. */
export const unspaced: RegExp =
  /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;
const longestEnding = 5;

const known = new Map<string, Scales>();

/** The scales of a language and of English, after the data of CLDR that `Intl` has. */
export function scalesOf(language: string): Scales {
  const before = known.get(language);
  if (before !== undefined) return before;
  const found = new Map<string, number>(english);
  for (const tag of ['en', language]) addForms(tag, found);
  const forms = [...found].sort(([one], [other]) => other.length - one.length);
  const firsts = new Set(forms.flatMap(([form]) => [form.charAt(0).toLowerCase(), form.charAt(0).toUpperCase()]));
  const scales: Scales = {
    forms,
    after: (text, at) => {
      const start = /[\s\u00a0\u202f-]/.test(text.charAt(at)) ? at + 1 : at;
      return firsts.has(text.charAt(start)) ? scaledAt(text, start, forms) : undefined;
    },
  };
  known.set(language, scales);
  return scales;
}

function addForms(language: string, found: Map<string, number>): void {
  for (const compactDisplay of ['short', 'long'] as const) {
    let format: Intl.NumberFormat;
    try {
      format = new Intl.NumberFormat(`${language}-u-nu-latn`, { notation: 'compact', compactDisplay });
    } catch {
      return;
    }
    for (let zeros = 3; zeros <= 12; zeros++) {
      const own: string[] = [];
      for (const amount of [1, 2, 5]) {
        const parts = format.formatToParts(amount * 10 ** zeros);
        const form = partOf(parts, 'compact').replace(/\.$/, '');
        const shown = partOf(parts, 'integer');
        // Arabic leaves the number out where the word says it.
        if (form === '' || shown === '' || !/^[0-9]0*$/.test(shown)) continue;
        own.push(form);
        if (!found.has(form)) found.set(form, zeros - (shown.length - 1));
      }
      const stem = commonStart(own);
      if (stem.length >= 4 && own.length > 1 && !found.has(stem)) found.set(stem, found.get(own[0] ?? '') ?? zeros);
    }
  }
}

function partOf(parts: readonly Intl.NumberFormatPart[], type: string): string {
  return parts
    .filter((part) => part.type === type)
    .map(({ value }) => value)
    .join('');
}

function commonStart([first = '', ...others]: readonly string[]): string {
  let { length } = first;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

function scaledAt(text: string, at: number, forms: Scales['forms']): Scaled | undefined {
  let zeros = 0;
  let isSure = true;
  let end = at;
  // `5천만` is five times a thousand times ten thousand.
  for (let found = formAt(text, end, forms); found !== undefined; found = formAt(text, end, forms)) {
    zeros += found.zeros;
    end = found.end;
    isSure &&= found.isSure;
    if (!unspaced.test(text.charAt(end - 1))) break;
  }
  return zeros === 0 ? undefined : { zeros, end, isSure };
}

function formAt(text: string, at: number, forms: Scales['forms']): Scaled | undefined {
  for (const [form, zeros] of forms) {
    const spelled = text.slice(at, at + form.length);
    if (spelled !== form && (form.length < 3 || spelled.toLowerCase() !== form.toLowerCase())) continue;
    const end = at + form.length;
    if (unspaced.test(form)) return { zeros, end, isSure: false };
    const ending = /^\p{L}*/u.exec(text.slice(end, end + longestEnding + 1))?.[0].length ?? 0;
    if (ending > (form.length >= 4 ? longestEnding : 0)) continue;
    return { zeros, end, isSure: form.length > 2 };
  }
  return undefined;
}

/** A number with more zeros: `1.5` and 3 make `1500`. */
export function multiply(number: string, zeros: number): string {
  const [whole = '', decimals = ''] = number.split('.');
  const shifted = whole + decimals.slice(0, zeros).padEnd(zeros, '0');
  const rest = withoutLastZeros(decimals.slice(zeros));
  const plain = shifted.replace(/^0+(?=.)/, '');
  return rest === '' ? plain : `${plain}.${rest}`;
}

function withoutLastZeros(decimals: string): string {
  let end = decimals.length;
  while (decimals.charAt(end - 1) === '0') end--;
  return decimals.slice(0, end);
}
