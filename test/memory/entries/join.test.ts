import { describe, expect, it } from 'vitest';
import { type Content, codesOf, createMemory, entriesToString, validateTmx } from '../../../src/index.js';

const unit = (targets: readonly (readonly [language: string, text: string])[]): string =>
  `<tu><tuv xml:lang="en-US"><seg>Source</seg></tuv>${targets
    .map(([language, text]) => `<tuv xml:lang="${language}"><seg>${text}</seg></tuv>`)
    .join('')}</tu>`;
const documentOf = (units: readonly string[]): string =>
  `<tmx version="1.4"><header srclang="en-US"/><body>${units.join('')}</body></tmx>`;

describe('joinedEntriesOf', () => {
  it('gives entries of one source names of their own, where they begin with one text in two languages', () => {
    const memory = createMemory({ keep: 'distinct', join: true });
    memory.add(documentOf([unit([['de-DE', 'T']]), unit([['fr-FR', 'A']]), unit([['fr-FR', 'T']])]));
    const entries = memory.entries();
    expect(entries.map(({ targets }) => targets.map(({ trgLang, text }) => `${trgLang} ${text}`))).toHaveLength(2);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
    expect(validateTmx(entriesToString(entries, 'tmx'))).toEqual([]);
  });

  it('keeps which codes belong together, where each language had a document of its own', () => {
    const ph = (x: number | undefined, data: string): string =>
      `<ph${x === undefined ? '' : ` x="${x}"`} type="x-code">${data}</ph>`;
    const documentIn = (language: string, source: string, target: string): string =>
      documentOf([
        `<tu><tuv xml:lang="en-US"><seg>${source}</seg></tuv><tuv xml:lang="${language}"><seg>${target}</seg></tuv></tu>`,
      ]);
    // The first has lost `b`, the second the first `a`, and has a code that the source lacks; the third has all, in another order.
    const documents = [
      documentIn('de-DE', `${ph(1, 'a')}, ${ph(undefined, 'b')}, ${ph(3, 'a')}`, `${ph(1, 'a')} und ${ph(3, 'a')}`),
      documentIn(
        'fr-FR',
        `${ph(undefined, 'a')}, ${ph(2, 'b')}, ${ph(3, 'a')}`,
        `${ph(3, 'a')} ${ph(2, 'b')} ${ph(undefined, 'c')}`,
      ),
      documentIn('it-IT', `${ph(7, 'a')}, ${ph(2, 'b')}, ${ph(5, 'a')}`, `${ph(2, 'b')} ${ph(5, 'a')} ${ph(7, 'a')}`),
    ];
    for (const inputs of [documents, [...documents].reverse()]) {
      const memory = createMemory({ join: true });
      for (const document of inputs) memory.add(document);
      const written = entriesToString(memory.entries(), 'tmx');
      expect(validateTmx(written)).toEqual([]);
      const [entry, ...more] = memory.entries();
      expect(more).toEqual([]);
      const idsOf = (content: Content): string[] => codesOf(content).map(({ id, data }) => `${id}${data}`);
      const [first, second, third] = ['1a', '2b', '3a'];
      expect(idsOf(entry?.source.content ?? [])).toEqual([first, second, third]);
      const [de = [], fr = [], it = []] = (entry?.targets ?? []).map(({ content }) => idsOf(content));
      expect(de).toEqual([first, third]);
      expect(fr.slice(0, 2)).toEqual([third, second]);
      expect(fr.slice(2)).toEqual(['4c']);
      expect(it).toEqual([second, third, first]);
    }
  });

  it('gives each that stands alone to the first entry that lacks its language', () => {
    const memory = createMemory({ keep: 'distinct', join: true });
    const languages = ['de-DE', 'fr-FR', 'it-IT'];
    memory.add(
      documentOf(languages.flatMap((language) => [0, 1, 2, 3].map((n) => unit([[language, `${language} ${n}`]])))),
    );
    memory.add(documentOf([unit([['es-ES', 'es 0']])]));
    const shown = memory.entries().map(({ targets }) => targets.map(({ text }) => text).join(', '));
    expect(shown).toEqual([
      'de-DE 0, es 0, fr-FR 0, it-IT 0',
      'de-DE 1, fr-FR 1, it-IT 1',
      'de-DE 2, fr-FR 2, it-IT 2',
      'de-DE 3, fr-FR 3, it-IT 3',
    ]);
  });
});
