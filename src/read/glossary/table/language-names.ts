const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** What people call scripts of Chinese beside the language. */
const others: Readonly<Record<string, string>> = {
  'simplified chinese': 'zh-Hans',
  'chinese (simplified)': 'zh-Hans',
  'traditional chinese': 'zh-Hant',
  'chinese (traditional)': 'zh-Hant',
};

let languages: ReadonlyMap<string, string> | undefined;
let regions: ReadonlyMap<string, string> | undefined;

/**
 * The tag of a language by its name in English, as columns of tables are called; with a region, where that stands in
 * parentheses. `undefined`: it is none.
 *
 * @example
 * languageNamed('German (Austria)') // 'de-AT'
 */
export function languageNamed(text: string): string | undefined {
  const name = text.toLowerCase();
  if (name.length > 60 || !/^[\p{L}\p{M}]{3}/u.test(name)) return undefined;
  const known = Object.hasOwn(others, name) ? others[name] : undefined;
  if (known !== undefined) return known;
  const [, first = '', second] = /^([^()]+?)(?: \(([^()]+)\))?$/.exec(name) ?? [];
  languages ??= byName('language');
  const lang = languages.get(first);
  if (lang === undefined || second === undefined) return lang;
  regions ??= byName('region');
  const region = regions.get(second);
  return region === undefined ? undefined : `${lang}-${region}`;
}

/** All codes of two letters by their names in English. */
function byName(type: 'language' | 'region'): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type, fallback: 'none' });
  const found = new Map<string, string>();
  for (const first of letters) {
    for (const second of letters) {
      const code = type === 'region' ? `${first}${second}`.toUpperCase() : first + second;
      const name = names.of(code)?.toLowerCase();
      if (name !== undefined) found.set(name, currentOf(code, type));
    }
  }
  return found;
}

/** The code that stands for one of former times. */
function currentOf(code: string, type: 'language' | 'region'): string {
  if (type === 'language') return Intl.getCanonicalLocales(code)[0] ?? code;
  return Intl.getCanonicalLocales(`und-${code}`)[0]?.slice('und-'.length) ?? code;
}
