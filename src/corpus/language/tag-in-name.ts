import { normalizeLanguage } from '../../model/language.js';
import { usedLanguages } from './used-languages.js';

/** A tag with a region or a script at the end of a name: `ja-JP`, `learn.ja-jp`, `docs_zh-Hans`, `guide-sr-Latn-RS`. */
const tagAtEnd =
  /(?:^|[.\-_ @])(?<tag>(?<language>[a-z]{2,3})(?:[-_](?<script>[a-z]{4}))?(?:[-_](?<region>[a-z]{2}|[0-9]{3}))?(?<variant>-[a-z0-9]{5,8})?)$/i;

const known = new Map<string, string | undefined>();

/**
 * The language that the name of a folder or file ends in, a tag with a region or a script; a suffix such as `.sxs` or an
 * extension may follow. In its conventional spelling.
 *
 * Many words look like tags (`sign-in`, `net-472`, `az-java`): a tag counts where it is that of a language which is
 * written so somewhere, or where nobody spells a word like it.
 *
 * @example
 * tagInName('learn.ja-JP.sxs') // 'ja-JP'
 * tagInName('how-to') // undefined
 */
export function tagInName(name: string): string | undefined {
  if (!known.has(name)) known.set(name, findTag(name));
  return known.get(name);
}

function findTag(name: string): string | undefined {
  for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
    const tag = readTag(name.slice(0, end));
    if (tag !== undefined) return tag;
  }
  return undefined;
}

function readTag(name: string): string | undefined {
  const { tag: spelled, language = '', script, region, variant } = tagAtEnd.exec(name)?.groups ?? {};
  const tag = spelled?.replaceAll('_', '-');
  const usual = tag === undefined ? undefined : normalizeLanguage(tag);
  // POSIX spells `ja_JP`; in lower case that is too much like words.
  if (spelled !== tag && tag !== usual) return undefined;
  if (tag === undefined || usual === undefined || (script === undefined && region === undefined)) return undefined;
  if (variant !== undefined && !isVariant(usual)) return undefined;
  if (isInUse(usual)) return isWords(name, tag) ? undefined : usual;
  // `az-Java` and `to-DO` are possible, but hardly meant where they are spelled as words are.
  const isSpelledAsTag = tag === usual && (language.length === 2 || script !== undefined);
  if (!isSpelledAsTag && (script === undefined || region === undefined)) return undefined;
  return isName('language', language) && isName('script', script) && isName('region', region) ? usual : undefined;
}

/** Whether there is a locale of that language, script and region, and not only of the language. */
function isInUse(tag: string): boolean {
  const locale = new Intl.Locale(tag);
  const { language, script, region } = locale;
  // Most are no tags at all: `sql-db`.
  if (!usedLanguages.has(language)) return false;
  // What is usual for a language is in use, if only as the language: `nb-NO` is `nb`.
  const full = locale.maximize();
  const usual = new Intl.Locale(language).maximize();
  if (full.script === usual.script && full.region === usual.region) return true;
  const found = new Intl.Locale(new Intl.NumberFormat(tag).resolvedOptions().locale);
  return found.language === language && found.script === script && found.region === region;
}

/** Of the variants, the one that a locale of its own has. */
function isVariant(tag: string): boolean {
  return tag.endsWith('-valencia');
}

const types = new Map<string, Intl.DisplayNames>();

/** Whether a subtag is one that has a name. */
function isName(type: 'language' | 'script' | 'region', subtag: string | undefined): boolean {
  if (subtag === undefined) return true;
  const names = types.get(type) ?? new Intl.DisplayNames('en', { type, fallback: 'none' });
  types.set(type, names);
  return names.of(subtag) !== undefined;
}

/** Languages in use that are English words as well, where a hyphen joins them to words: `same-as-in`. */
function isWords(name: string, tag: string): boolean {
  return (
    name.length > tag.length && name.at(-tag.length - 1) === '-' && /^(?:as-in|or-in|so-so|be-by|to-to)$/.test(tag)
  );
}

/** The language that a name is, as a tag of two or three letters: `de`. Only the folders beside it say whether it is meant. */
export function bareTag(name: string): string | undefined {
  if (!/^[a-z]{2,3}$/i.test(name)) return undefined;
  const tag = name.toLowerCase();
  // Only languages that there are locales of: many words of three letters are the code of some language.
  return usedLanguages.has(tag) ? tag : undefined;
}
