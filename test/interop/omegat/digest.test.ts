import { expect, it } from 'vitest';
import { exportToString, type Format } from '../../../src/index.js';
import { isAsWritten } from '../../support/sources.js';
import { fixturesAndSeed } from '../articles.js';
import { describeOmegat, translateProject } from './omegat.js';

/** What 5.8 changes though nobody did: codes, white space, NFC. Of XLIFF 1.2, `--client omegat` leaves it nothing to change. */
const editedOfXliff12 = ['include-fragments', 'special-characters', 'yaml-escapes'];
const editedOfXliff2 = [
  'headings',
  'html-tables',
  'image-alt',
  'include-fragments',
  'line-breaks',
  'link-labels',
  'lists',
  'nested-span',
  'pipe-tables',
  'quotes-and-alerts',
  'reset-portal',
  'several-pairs',
  'special-characters',
  'yaml-escapes',
  'seed',
];

describeOmegat(' and the digest', (version) => {
  it.each<[Format, readonly string[]]>([
    ['xliff', version === '3.6' ? [] : editedOfXliff2],
    ['xliff1.2', version === '3.6' ? [] : editedOfXliff12],
  ])('documents that it did not change are not edited, but for those whose codes 5.8 drops: %s', (format, names) => {
    const trgLang = 'ja-JP';
    const documents = fixturesAndSeed().flatMap(({ name, article }) => {
      const document = exportToString([article], format, { trgLang });
      return document === '' ? [] : [[`${name}.xlf`, document] as const];
    });
    const project = translateProject({ version, trgLang, sentences: false, sources: Object.fromEntries(documents) });
    const edited = documents.filter(([name]) => !isAsWritten(project.output(name))).map(([name]) => name.slice(0, -4));
    const known = fixturesAndSeed().map(({ name }) => name);
    expect([documents.length > 10, edited]).toEqual([true, names.filter((name) => known.includes(name))]);
    const [[name, document]] = documents as [readonly [string, string]];
    expect([project.output(name) === document, isAsWritten(document.replace(/<target>(?=.)/, '<target>x'))]).toEqual([
      false,
      false,
    ]);
  });
});
