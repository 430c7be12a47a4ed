import { isSameLanguage, languageOf } from '../language.js';

/**
 * The tags whose terms serve for a language, the best first: the same one; then those of the same language and script
 * where one of the two names no region, the one without a region first.
 *
 * @example
 * tagsFor('de-DE', ['de-AT', 'de', 'DE-de']) // ['DE-de', 'de']
 * tagsFor('zh-TW', ['zh', 'zh-Hant']) // ['zh-Hant']
 */
export function tagsFor(wanted: string, tags: readonly string[]): readonly string[] {
  const same = tags.filter((tag) => isSameLanguage(tag, wanted));
  const own = partsOf(wanted);
  const near = tags.filter((tag) => {
    const { language, script, region } = partsOf(tag);
    const isNear = language === own.language && script === own.script;
    return isNear && (region === undefined || own.region === undefined) && !same.includes(tag);
  });
  const isBare = (tag: string): boolean => partsOf(tag).region === undefined;
  return [...same, ...near.filter(isBare), ...near.filter((tag) => !isBare(tag))];
}

interface Parts {
  readonly language: string;
  /** The usual one, where the tag names none. */
  readonly script: string | undefined;
  readonly region: string | undefined;
}

function partsOf(tag: string): Parts {
  const language = languageOf(tag);
  try {
    const locale = new Intl.Locale(tag.replaceAll('_', '-'));
    return { language, script: locale.maximize().script, region: locale.region };
  } catch {
    return { language, script: undefined, region: undefined };
  }
}
