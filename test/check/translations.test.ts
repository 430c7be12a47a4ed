import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';
import { bad, good } from './translations.js';

/** The codes of all that the rules find in an article of one pair. */
function codesIn(language: string, source: string, target: string): string[] {
  const article = articleOf(`---\nms.contentlocale: ${language}\n---\n${pair('1a2b3-102', target, source)}\n`);
  return checkArticle(article).map(({ code, message }) => `${code}: ${message}`);
}

describe.each(Object.entries(good))('nothing is found in good translations: %s', (language, translations) => {
  it.each(translations)('%s → %s', (source, target) => {
    expect(codesIn(language, source, target)).toEqual([]);
  });
});

describe.each(Object.entries(bad))('what is wrong is found in bad translations: %s', (language, translations) => {
  it.each(translations)('%s → %s', (source, target, code) => {
    expect(codesIn(language, source, target).map((found) => found.split(':')[0])).toContain(code);
  });
});
