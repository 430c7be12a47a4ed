import { InvalidArgumentError } from 'commander';
import { normalizeLanguage } from '../../model/language.js';

/** Reads a language tag that is the value of an option. */
export function parseLanguage(tag: string): string {
  const language = normalizeLanguage(tag);
  if (language === undefined) {
    throw new InvalidArgumentError(`"${tag}" is no language tag of BCP 47, such as de-DE or zh-Hans-CN.`);
  }
  return language;
}
