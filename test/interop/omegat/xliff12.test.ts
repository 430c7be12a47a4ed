import { expect, it } from 'vitest';
import { type Article, exportToString, type Inline, segmentsOf } from '../../../src/index.js';
import { fixturesAndSeed } from '../articles.js';
import { describeOmegat, translateProject, type Version } from './omegat.js';
import { tagsIn, wordsIn, wordsOf } from './words.js';

describeOmegat('', (version) => {
  it(`has all ${version === '3.6' ? 'targets' : 'sources and targets'} of XLIFF 1.2`, () => {
    const articles = fixturesAndSeed();
    const trgLang = 'ja-JP';
    const translated = translateProject({
      version,
      trgLang,
      sentences: false,
      sources: Object.fromEntries(
        articles.map(({ name, article }) => [`${name}.xlf`, exportToString([article], 'xliff1.2', { trgLang })]),
      ),
    });
    for (const { name, article } of articles) {
      const file = `${name}.xlf`;
      const segments = translated.segments.filter((segment) => segment.file === file);
      // 3.6 takes the target for the text to translate, 5.8 the source; both pass over what is nothing but tags.
      const texts = [...segmentsOf(article)]
        .filter(({ skip }) => skip === undefined)
        .map(({ source, target }) => (version === '3.6' ? target : source))
        .map(({ content }) => ({
          text: wordsOf(content),
          tags: content.filter((inline, index) => isTag(version, inline, content[index - 1])).length,
        }))
        .filter(({ text }) => text !== '');
      expect([name, segments.map(({ source }) => ({ text: wordsIn(source), tags: tagsIn(source).length }))]).toEqual([
        name,
        texts,
      ]);
      if (version === '5.8') {
        expect([name, segments.map(({ source, translation }) => wordsIn(translation ?? source))]).toEqual([
          name,
          targetsOf(article),
        ]);
      }
      expect(translated.output(file).match(/<trans-unit /g)?.length).toBe(
        [...segmentsOf(article)].filter(({ skip }) => skip === undefined).length,
      );
    }
  });
});

/** The words of the targets of segments that are more than tags. */
function targetsOf(article: Article): string[] {
  return [...segmentsOf(article)]
    .filter(({ skip, source }) => skip === undefined && wordsOf(source.content) !== '')
    .map(({ target }) => wordsOf(target.content));
}

/** Whether the code is a tag in OmegaT: a pair with nothing in it is but one to 3.6. */
function isTag(version: Version, inline: Inline, before: Inline | undefined): boolean {
  if (inline.kind === 'text') return false;
  return version !== '3.6' || !(inline.kind === 'ec' && before?.kind === 'sc' && before.id === inline.id);
}
