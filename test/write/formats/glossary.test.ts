import { describe, expect, it } from 'vitest';
import { createWrittenXliff } from '../../../src/corpus/export/kept/written-xliff.js';
import {
  exportToString,
  mergedOf,
  mergedSourceOf,
  mergeSource,
  mergeXliff,
  type SourceArticle,
  sourcesToString,
  validateXliff,
} from '../../../src/index.js';
import { glossaryOf } from '../../support/glossary-of.js';
import { articleOf, pair } from '../../support/pairs.js';
import { sourceOf } from '../../support/sources.js';

const glossary = glossaryOf('de', [
  [
    'Save',
    { preferred: ['Speichern'], admitted: ['Ablegen & Sichern'], forbidden: ['Sichern'], definition: 'To keep <it>.' },
  ],
  ['Save as', { preferred: ['Speichern unter'] }],
  ['Cancel', { preferred: ['Abbrechen'] }],
  ['Trash', { forbidden: ['Müll'] }],
  ['Contoso Drive', { kind: 'fixed' }],
]);
const text = `---
ms.contentlocale: de-DE
---

${pair('a1b2c-101', 'Wählen Sie **Speichern** aus.', 'Select **Save**.')} ${pair('a1b2c-102', 'Dann **Abbrechen**, dann **Speichern**.', 'Then **Cancel**, then **SAVE...**.')}

${pair('a1b2c-103', 'Nichts davon.', 'None of them: saved, unsave.')}

${pair('a1b2c-104', 'Auf Contoso Drive mit **Speichern unter**; Müll.', 'On Contoso Drive with **Save as**; trash.')}
`;
const article = articleOf(text, 'a.md');
const glossaries = (document: string): string[] => document.match(/<gls:glossary>[\s\S]*?<\/gls:glossary>/g) ?? [];

function isAsWritten(document: string): boolean {
  const xliff = createWrittenXliff();
  try {
    xliff.write(document);
    xliff.end();
    return true;
  } catch {
    return false;
  }
}

describe('a glossary in XLIFF 2.0', () => {
  const document = exportToString([article], 'xliff', { glossary });

  it('stands in units whose source has terms, before notes and segments', () => {
    expect(glossaries(document)).toEqual([
      `<gls:glossary>
<gls:glossEntry id="c1">
<gls:term>Save</gls:term>
<gls:translation>Speichern</gls:translation>
<gls:translation>Ablegen &amp; Sichern</gls:translation>
<gls:definition>To keep &lt;it&gt;. Do not use "Sichern".</gls:definition>
</gls:glossEntry>
<gls:glossEntry id="c3" ref="#a1b2c-102">
<gls:term>Cancel</gls:term>
<gls:translation>Abbrechen</gls:translation>
</gls:glossEntry>
</gls:glossary>`,
      `<gls:glossary>
<gls:glossEntry id="c5" ref="#a1b2c-104">
<gls:term>Contoso Drive</gls:term>
<gls:translation>Contoso Drive</gls:translation>
</gls:glossEntry>
<gls:glossEntry id="c2" ref="#a1b2c-104">
<gls:term>Save as</gls:term>
<gls:translation>Speichern unter</gls:translation>
</gls:glossEntry>
<gls:glossEntry id="c4" ref="#a1b2c-104">
<gls:term>Trash</gls:term>
<gls:definition>Do not use "Müll".</gls:definition>
</gls:glossEntry>
</gls:glossary>`,
    ]);
  });

  it.each(['block', 'pair'] as const)('is valid with a unit for each %s', (units) => {
    const written = exportToString([article], 'xliff', { glossary, units });
    expect(glossaries(written)).toHaveLength(units === 'block' ? 2 : 3);
    expect(validateXliff(written)).toEqual([]);
  });

  it('adds nothing else: without it, the document is the same', () => {
    const bare = document
      .replaceAll(/<gls:glossary>[\s\S]*?<\/gls:glossary>\n/g, '')
      .replace(' xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"', '');
    expect(bare).toBe(exportToString([article], 'xliff'));
  });

  it('is not there in a language that the glossary does not have, and in formats without a place for it', () => {
    expect(
      exportToString([article], 'xliff', { glossary: glossaryOf('fr', [['Save', { preferred: ['Enregistrer'] }]]) }),
    ).toBe(exportToString([article], 'xliff'));
    for (const format of ['tmx', 'xliff1.2', 'csv'] as const) {
      expect(exportToString([article], format, { glossary })).toBe(exportToString([article], format));
    }
  });

  it('comes back as if it were not there', () => {
    expect(mergedOf(mergeXliff(article, document))?.text).toBe(text);
    expect(isAsWritten(document)).toBe(true);
    const edited = document.replace('Nichts davon.', 'Gar nichts davon.');
    expect(isAsWritten(edited)).toBe(false);
    expect(mergedOf(mergeXliff(article, edited))?.text).toBe(text.replace('Nichts davon.', 'Gar nichts davon.'));
  });

  it('is in articles that are to be translated, beside candidates', () => {
    const english = sourceOf('Select **Save**.\n\n# Nothing\n');
    const [unit, ...others] = english.units;
    const source = { text: 'Select it.', content: [{ kind: 'text', text: 'Select it.' }] } as const;
    const parts = unit?.parts.map((part) =>
      part.kind === 'segment' ? { ...part, candidates: [{ score: 80, kind: 'fuzzy', source, target: source }] } : part,
    );
    const leveraged = { ...english, units: [{ ...unit, parts }, ...others] } as unknown as SourceArticle;
    for (const one of [english, leveraged]) {
      const written = sourcesToString([one], 'xliff', { trgLang: 'de-AT', glossary });
      expect(glossaries(written)).toHaveLength(1);
      expect(validateXliff(written)).toEqual([]);
      const done = written.replace(/<\/source>\n<\/segment>/, '</source>\n<target>Fertig</target>\n</segment>');
      expect(mergedSourceOf(mergeSource(english, done))?.text).toContain('Fertig');
    }
  });

  it('names where terms are from, and has no id that is none', () => {
    const [concept] = glossary.concepts;
    const place = { path: 'x/"y".md', segment: '1' };
    const languages = concept?.languages.map((each) => ({
      ...each,
      terms: each.terms.map((term) => ({ ...term, place })),
    }));
    const own = { srcLang: 'en', concepts: [{ id: 'ª', languages: languages ?? [] }] };
    const [unit = ''] = glossaries(exportToString([article], 'xliff', { glossary: { ...own, srcLang: 'en-US' } }));
    expect(unit.split('\n').slice(1, 4)).toEqual([
      '<gls:glossEntry>',
      '<gls:term source="x/&quot;y&quot;.md">Save</gls:term>',
      '<gls:translation source="x/&quot;y&quot;.md">Speichern</gls:translation>',
    ]);
  });

  it('is refused where it is none', () => {
    expect(() => exportToString([article], 'xliff', { glossary: [] as never })).toThrow('glossary');
    expect(() => exportToString([article], 'xliff', { glossary: { srcLang: 'en', concepts: [1] } as never })).toThrow(
      'glossary: concept 1: it is no object.',
    );
  });
});
