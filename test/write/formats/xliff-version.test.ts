import { describe, expect, it } from 'vitest';
import {
  type ExportOptions,
  exportToString,
  mergeXliff,
  readMemoryText,
  segmentsOf,
  sourcesToString,
  validateXliff,
} from '../../../src/index.js';
import type { MergeOptions } from '../../../src/merge/merged.js';
import { mergeUntouched } from '../../../src/merge/untouched-document.js';
import { textOf } from '../../../src/xml/document-text.js';
import { examples } from '../../leverage/articles.js';
import { editTargets } from '../../support/edits.js';
import { glossaryOf } from '../../support/glossary-of.js';
import { readFixtures } from '../../support/golden.js';
import { articleOf, pair } from '../../support/pairs.js';
import { isAsWritten } from '../../support/sources.js';

const later = ['2.1', '2.2'] as const;
const forms: readonly Pick<MergeOptions & ExportOptions, 'units' | 'inline'>[] = [
  {},
  { units: 'pair' },
  { inline: 'text' },
];
const cases = later.flatMap((xliffVersion) => forms.map((form) => ({ ...form, xliffVersion })));

const namespaces = { '2.1': 'urn:oasis:names:tc:xliff:document:2.0', '2.2': 'urn:oasis:names:tc:xliff:document:2.2' };

/** All of a document but its root. */
const filesOf = (document: string): string => document.slice(document.indexOf('<file'));

const articles = readFixtures().flatMap(({ name, path, text, options }) => {
  if (name.startsWith('damage-')) return [];
  const article = articleOf(text, path);
  return exportToString([article], 'xliff', options) === '' ? [] : [{ path, article, options }];
});

describe.each(cases)('XLIFF of %j', (form) => {
  const { xliffVersion: _, ...usual } = form;

  it('differs from that of 2.0 in its root only, and is valid', () => {
    expect(articles.length).toBeGreaterThan(20);
    for (const { path, article, options } of articles) {
      const document = exportToString([article], 'xliff', { ...options, ...form });
      expect(document).toContain(
        `<xliff xmlns="${namespaces[form.xliffVersion]}" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="${form.xliffVersion}" `,
      );
      expect(filesOf(document)).toBe(filesOf(exportToString([article], 'xliff', { ...options, ...usual })));
      expect([path, validateXliff(document)]).toEqual([path, []]);
    }
  });

  it('is merged as that of 2.0, whatever was edited, and known where nothing was', () => {
    let timesKnown = 0;
    for (const { path, article, options } of articles) {
      const of = { trgLang: 'de-DE', ...options };
      const document = exportToString([article], 'xliff', { ...of, ...form });
      const merged = mergeXliff(article, document);
      expect([path, merged._tag !== 'Left' && merged.right.text]).toEqual([path, article.text]);
      const { inline = 'codes' } = form;
      const known = (text: string) => mergeUntouched(article, textOf(text), path, { inline })?.text;
      const usually = exportToString([article], 'xliff', { ...of, ...usual });
      expect([path, known(document)]).toEqual([path, known(usually)]);
      if (known(document) !== undefined) timesKnown++;
      expect([path, isAsWritten(document)]).toEqual([path, true]);
      const ids = new Set(Array.from(segmentsOf(article), ({ id }) => id).slice(0, 10));
      const edited = editTargets(article, ids, 'Wort', 0);
      const changed = exportToString([edited], 'xliff', { ...of, ...form });
      const wanted = mergeXliff(article, exportToString([edited], 'xliff', { ...of, ...usual }));
      expect([path, withoutPlaces(mergeXliff(article, changed))]).toEqual([path, withoutPlaces(wanted)]);
      expect([path, isAsWritten(document.replace('</target>', 'Wort</target>'))]).toEqual([path, false]);
    }
    expect(timesKnown).toBeGreaterThan(articles.length / 2);
  });

  it('is the same memory', () => {
    for (const { path, article, options } of articles) {
      const read = (given: ExportOptions) => {
        const { diagnostics, units } = readMemoryText(exportToString([article], 'xliff', { ...options, ...given }));
        return { path, diagnostics, units };
      };
      expect(read(form)).toEqual(read(usual));
    }
  });
});

/** Offsets and columns in a document differ where the length of its root does. */
function withoutPlaces(merged: ReturnType<typeof mergeXliff>): unknown {
  return JSON.parse(JSON.stringify(merged, (key, value: unknown) => (key === 'offset' || key === 'end' ? 0 : value)));
}

describe.each(later)('what modules hold, in XLIFF %s', (xliffVersion) => {
  it('is valid: candidates, metadata', () => {
    for (const { trgLang, article } of examples()) {
      for (const form of forms) {
        const document = sourcesToString([article], 'xliff', { trgLang, ...form, xliffVersion });
        expect(document).toContain('<mtc:match ');
        expect(filesOf(document)).toBe(filesOf(sourcesToString([article], 'xliff', { trgLang, ...form })));
        expect(validateXliff(document)).toEqual([]);
        expect(validateXliff(document.replace(/ similarity="[0-9]+"/, ' similarity="101"'))).toHaveLength(1);
      }
    }
  });

  it('is valid: terms', () => {
    const glossary = glossaryOf('de', [['Save', { preferred: ['Speichern'] }]]);
    const article = articleOf(`---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-101', 'Speichern', 'Save')}\n`);
    const document = exportToString([article], 'xliff', { glossary, xliffVersion });
    expect(document).toContain('<gls:term>Save</gls:term>');
    expect(validateXliff(document)).toEqual([]);
    expect(validateXliff(document.replace(/<gls:term>.*<\/gls:term>\n/, ''))).toHaveLength(1);
  });
});
