import { isLeft } from 'fp-ts/lib/These.js';
import { expect, it } from 'vitest';
import { diagnosticsOf, exportToString, mergedOf, mergeXliff, segmentsOf } from '../../../src/index.js';
import { articleOf, pairsOf } from '../../support/pairs.js';
import { fixturesAndSeed } from '../articles.js';
import { describeOmegat, translateProject } from './omegat.js';

/** A memory that gives texts as OmegaT shows them other translations. Its tags are texts there. */
function memoryOf(translations: Readonly<Record<string, string>>): string {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const units = Object.entries(translations).map(
    ([shown, other]) =>
      `<tu><tuv xml:lang="en-US"><seg>${escaped(shown)}</seg></tuv><tuv xml:lang="ja-JP"><seg>${escaped(other)}</seg></tuv></tu>`,
  );
  return `<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en-US" datatype="plaintext"/><body>${units.join('')}</body></tmx>`;
}

describeOmegat(' and merge', (version) => {
  it('change the two targets that the memory of a project changes (5.8: none that is there), and no other byte', () => {
    const { article } = fixturesAndSeed().find(({ name }) => name === 'reset-portal') ?? { article: articleOf('') };
    const project = {
      version,
      trgLang: 'ja-JP',
      sentences: false,
      sources: { 'article.xlf': exportToString([article], 'xliff1.2') },
    };
    // OmegaT takes targets for the texts to translate.
    const { segments } = translateProject(project);
    const shown = segments.map(({ source }) => source);
    const once = shown.filter((text) => shown.indexOf(text) === shown.lastIndexOf(text));
    const plain = once.find((text) => !text.includes('<')) ?? '';
    const tagged = once.find((text) => /<g\d+>.+<\/g\d+>/.test(text)) ?? '';
    const translated = translateProject({
      ...project,
      memories: { 'edited.tmx': memoryOf({ [plain]: `新しい ${plain}`, [tagged]: `${tagged} 以上` }) },
    });
    const merged = mergeXliff(article, translated.output('article.xlf'));
    expect(translated.memory.map(({ source }) => source).sort()).toEqual([plain, tagged].sort());
    if (version === '5.8') {
      // It shows the English, and has a translation already: the memory is for what has none.
      expect(segments.filter(({ translation }) => translation === null)).toEqual([]);
      expect([diagnosticsOf(merged), mergedOf(merged)?.text]).toEqual([[], article.text]);
      return;
    }
    if (isLeft(merged)) throw new Error(merged.left.map(({ message }) => message).join('\n'));
    const { text, changes } = merged.right;
    expect(merged._tag === 'Both' ? merged.left : []).toEqual([]);
    const expected = changes.map(({ before }) => (before === plain ? `新しい ${before}` : `${before} 以上`));
    expect([changes.length, changes.map(({ after }) => after)]).toEqual([2, expected]);
    const unchanged = (of: typeof article): string[] =>
      pairsOf(of).flatMap(({ id, target }) => (changes.some((change) => change.id === id) ? [] : [target.text]));
    expect(unchanged(articleOf(text))).toEqual(unchanged(article));
    expect([...segmentsOf(articleOf(text))].map(({ source }) => source.text)).toEqual(
      [...segmentsOf(article)].map(({ source }) => source.text),
    );
    console.log(changes.map(({ id, before, after }) => `${id}\n  ${before}\n  ${after}`).join('\n'));
  });
});
