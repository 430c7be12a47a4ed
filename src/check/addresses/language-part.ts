import { regionalTag } from '../../model/locale-segment.js';

const tag = new RegExp(`^(?:[a-z]{2,3}(?:-[a-z]{4})?|${regionalTag})$`);
/** `us-en`: some addresses have the region first. */
const regionFirst = /^[a-z]{2}-[a-z]{2}$/;

const names: (type: 'language' | 'region') => Intl.DisplayNames = (type) =>
  new Intl.DisplayNames(['en'], { type, fallback: 'none' });
let languageNames: Intl.DisplayNames | undefined;
let regionNames: Intl.DisplayNames | undefined;

/** Says which parts of an address name the language of a text or of its translation. */
export interface LanguageParts {
  /** `en`, `en-us`, `ja_JP`, `us-en`: a tag of one of the languages, with any region that there is. */
  isTag(part: string): boolean;
  /** The same with a region. */
  isFullTag(part: string): boolean;
  /** A tag of one of the languages without a region, or with its own: what looks so is a name in other places. */
  isOwnTag(part: string): boolean;
}

/** Both languages of an English source and its translation; any language, where that of the translation is not known. */
export function createLanguageParts(trgLang: string | undefined): LanguageParts {
  const target = trgLang === undefined ? undefined : localeOf(trgLang.toLowerCase());
  const known = new Set(['en', ...(target === undefined ? [] : [baseOf(target)])]);
  const own = new Set(['en', ...(target === undefined ? [] : [target.minimize().toString()])]);
  const localeIn = (part: string): Intl.Locale | undefined => {
    const locale = readTag(part);
    return locale !== undefined && (target === undefined || known.has(baseOf(locale))) ? locale : undefined;
  };
  return {
    isTag: (part) => localeIn(part) !== undefined,
    isFullTag: (part) => localeIn(part)?.region !== undefined,
    isOwnTag: (part) => {
      const locale = localeIn(part);
      if (locale === undefined) return false;
      return (locale.region === undefined && target !== undefined) || own.has(locale.minimize().toString());
    },
  };
}

/** The locale of a part that is a tag: its language has a name, and so has its region. */
function readTag(part: string): Intl.Locale | undefined {
  if (part.length > 11) return undefined;
  const lower = part.toLowerCase().replaceAll('_', '-');
  const found = tag.test(lower) ? localeOf(lower) : undefined;
  if (found !== undefined) return found;
  return regionFirst.test(lower) ? localeOf(lower.split('-').reverse().join('-')) : undefined;
}

function localeOf(text: string): Intl.Locale | undefined {
  try {
    const locale = new Intl.Locale(text);
    languageNames ??= names('language');
    regionNames ??= names('region');
    if (languageNames.of(locale.language) === undefined) return undefined;
    return locale.region === undefined || regionNames.of(locale.region) !== undefined ? locale : undefined;
  } catch {
    // No tag after all.
    return undefined;
  }
}

/** The language, whose two written forms are one in Norwegian. */
function baseOf({ language }: Intl.Locale): string {
  return language === 'nb' || language === 'nn' ? 'no' : language;
}
