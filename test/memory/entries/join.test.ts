import { describe, expect, it } from 'vitest';
import { createMemory, entriesToString, validateTmx } from '../../../src/index.js';

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
