import { isSameLanguage } from '../language.js';
import type { Concept, Glossary, TermsOfLanguage } from './glossary.js';

/**
 * The target languages of a glossary: all but that of the sources, in the order in which they come first.
 *
 * @example
 * glossaryLanguages({ srcLang: 'en-US', concepts: [] }) // []
 */
export function glossaryLanguages({ srcLang, concepts }: Glossary): string[] {
  const found = new Set<string>();
  for (const { languages } of concepts) for (const { lang } of languages) found.add(lang);
  return [...found].filter((lang) => !isSameLanguage(lang, srcLang));
}

/** What a concept is called in a language; `undefined` where that is not said. */
export function termsIn({ languages }: Concept, lang: string): TermsOfLanguage | undefined {
  return languages.find((each) => each.lang === lang) ?? languages.find((each) => isSameLanguage(each.lang, lang));
}
