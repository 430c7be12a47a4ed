/** The grammar of RFC 5646 (section 2.1), without the irregular grandfathered tags. */
const wellFormed =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+)$/i;

/**
 * The BCP 47 tag in its conventional spelling, or `undefined` where it is not well-formed.
 *
 * Case is set as RFC 5646 (section 2.1.1) recommends; nothing else changes: no subtag is replaced, added or removed.
 *
 * @example
 * normalizeLanguage('sr-latn-rs') // 'sr-Latn-RS'
 * normalizeLanguage('ja_JP') // undefined
 */
export function normalizeLanguage(tag: string): string | undefined {
  if (!wellFormed.test(tag)) return undefined;
  const subtags = tag.toLowerCase().split('-');
  const single = subtags.findIndex((subtag) => subtag.length === 1);
  return subtags
    .map((subtag, index) => {
      if (index === 0 || (single >= 0 && index >= single)) return subtag;
      if (subtag.length === 2) return subtag.toUpperCase();
      if (subtag.length === 4 && /^[a-z]/.test(subtag)) return subtag.charAt(0).toUpperCase() + subtag.slice(1);
      return subtag;
    })
    .join('-');
}

/**
 * Whether two tags name the same language: whatever their case, and where one has a subtag that took another's place.
 *
 * @example
 * isSameLanguage('en-us', 'en-US') // true
 * isSameLanguage('iw-IL', 'he-IL') // true
 * isSameLanguage('en-GB', 'en-US') // false
 */
export function isSameLanguage(one: string, other: string): boolean {
  return one === other || canonical(one) === canonical(other);
}

/**
 * Whether a tag serves for another one: they name the same language, or one of the two names no region and no script, and
 * the other is of that language (as in a lookup by RFC 4647, which leaves subtags away).
 *
 * @example
 * servesFor('en', 'en-US') // true
 * servesFor('en-US', 'en') // true
 * servesFor('en-GB', 'en-US') // false
 */
export function servesFor(tag: string, wanted: string): boolean {
  return isSameLanguage(tag, wanted) || isBareOf(tag, wanted) || isBareOf(wanted, tag);
}

function isBareOf(bare: string, tag: string): boolean {
  return !bare.includes('-') && tag.includes('-') && isSameLanguage(bare, tag.slice(0, tag.indexOf('-')));
}

/**
 * The language that a tag names, without region, script and the rest; tags with `_` are read, too, as some tools write.
 *
 * @example
 * languageOf('zh-Hant-TW') // 'zh'
 * languageOf('iw_IL') // 'he'
 */
export function languageOf(tag: string): string {
  const [language = ''] = canonical(tag.replaceAll('_', '-')).toLowerCase().split('-');
  // Norwegian is written as Bokmål where nothing else is said.
  return language === 'no' ? 'nb' : language;
}

/** A run has few languages, and asks about them for each article; one with many is an attack, and asks anew. */
const known = new Map<string, string>();
const mostKnown = 1000;

function canonical(tag: string): string {
  const before = known.get(tag);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const found = findCanonical(tag);
  known.set(tag, found);
  return found;
}

function findCanonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag.toLowerCase();
  }
}
