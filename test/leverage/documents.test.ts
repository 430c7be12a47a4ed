import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  diagnosticsOf,
  exportToString,
  mergedOf,
  mergedSourceOf,
  mergeSource,
  mergeXliff,
  parseInline,
  type SourceArticle,
  sourcesToString,
  validateXliff,
  writeTargets,
} from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';
import { isAsWritten, sourceOf, withEach } from '../support/sources.js';
import { examples } from './articles.js';
import { segmentsIn } from './tools.js';

const updating: boolean = process.env['UPDATE_GOLDEN'] === '1';

/** What is expected, as it stands beside the tests. */
function golden(name: string, now: string): string {
  const path = join(import.meta.dirname, 'golden', name);
  if (updating || !existsSync(path)) writeFileSync(path, now);
  return readFileSync(path, 'utf8');
}

const forms = [
  ['xliff', {}],
  ['xliff', { units: 'pair' }],
  ['xliff', { inline: 'text' }],
  ['xliff', { inline: 'strip' }],
  ['xliff', { metadata: false }],
  ['xliff1.2', {}],
  ['xliff1.2', { inline: 'text' }],
] as const;

describe.each(examples())('an article with what a memory has, in $trgLang', ({ trgLang, english, article }) => {
  it('is written as expected', () => {
    const block = sourcesToString([article], 'xliff', { trgLang });
    expect(block).toBe(golden(`${trgLang}.xlf`, block));
    const old = sourcesToString([article], 'xliff1.2', { trgLang });
    expect(old).toBe(golden(`${trgLang}.1.2.xlf`, old));
    const { text, unwritten } = writeTargets(article);
    expect(text).toBe(golden(`${trgLang}.md`, text));
    expect(unwritten).toEqual([]);
  });

  it.each(forms)(
    'is valid, is known to be as it was written, and has no state that nobody confirmed: %s %j',
    (format, options) => {
      const document = sourcesToString([article], format, { trgLang, ...options });
      if (format === 'xliff') expect(validateXliff(document)).toEqual([]);
      expect(document).not.toMatch(/state="(?:final|reviewed|signed-off)"|approved="yes"/);
      expect(isAsWritten(document)).toBe(true);
      const target = /<target[^>]*>/;
      const [after = ''] =
        document.match(format === 'xliff' ? /<segment [^>]*>\n<source>[^\n]*\n<target>/ : target) ?? [];
      expect(isAsWritten(document.replace(after, `${after}A`))).toBe(false);
    },
  );

  it('has its candidates in the document, as many as segments have', () => {
    const count = segmentsIn(article).reduce((sum, { candidates }) => sum + candidates.length, 0);
    expect(count).toBeGreaterThan(5);
    for (const units of ['block', 'pair'] as const) {
      expect(sourcesToString([article], 'xliff', { trgLang, units }).split('<mtc:match ').length - 1).toBe(count);
    }
    expect(sourcesToString([article], 'xliff1.2', { trgLang }).split('<alt-trans ').length - 1).toBe(count);
  });

  it.each(forms)('comes back without its candidates: %s %j', (format, options) => {
    // Without markup, a target with codes cannot come back.
    if ('inline' in options && options.inline === 'strip') return;
    const document = sourcesToString([article], format, { trgLang, ...options });
    const without = document
      .replaceAll(/<mtc:matches>[\s\S]*?<\/mtc:matches>\n/g, '')
      .replaceAll(/<alt-trans [\s\S]*?<\/alt-trans>/g, '');
    expect(without).not.toMatch(/mtc:match |alt-trans/);
    const [merged, plain] = [mergeSource(english, document), mergeSource(english, without)];
    expect(mergedSourceOf(merged)?.untranslated).toEqual(mergedSourceOf(plain)?.untranslated);
    expect(diagnosticsOf(merged).map(({ code, message }) => [code, message])).toEqual(
      diagnosticsOf(plain).map(({ code, message }) => [code, message]),
    );
    expect(mergedSourceOf(merged)?.text).toBe(writeTargets(article).text);
    // XLIFF 1.2 has no place for the data of codes but beside candidates: without, those of the article stay.
    const own = (text: string): string =>
      format === 'xliff' || 'inline' in options ? text : text.replace('help.ja.md', 'help.md');
    expect(mergedSourceOf(plain)?.text).toBe(own(writeTargets(article).text));
  });
});

describe('candidates that a tool put into the XLIFF of pairs', () => {
  const text = pair('1a2b3-102', '**Hallo**', '**Hello**');
  const article = articleOf(text, 'a.md');
  const source = '<source>Other</source><target>Andere</target>';

  it.each(['block', 'pair'] as const)('are passed over: XLIFF 2.0, %s', (units) => {
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE', units });
    const matches = `<mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#1a2b3-102">${source}</mtc:match></mtc:matches>`;
    const more = document.replace(/<unit [^>]*>/, (unit) => unit + matches);
    expect(validateXliff(more)).toEqual([]);
    expect(mergedOf(mergeXliff(article, more))).toEqual(mergedOf(mergeXliff(article, document)));
    const edited = mergedOf(mergeXliff(article, more.replace('>Hallo<', '>Servus<')));
    expect(edited?.text).toBe(text.replace('Hallo', 'Servus'));
    expect(edited?.changes.length).toBe(1);
  });

  it('are passed over: XLIFF 1.2', () => {
    const document = exportToString([article], 'xliff1.2', { trgLang: 'de-DE' });
    const more = document.replace('</trans-unit>', `<alt-trans match-quality="80%">${source}</alt-trans></trans-unit>`);
    expect(mergedOf(mergeXliff(article, more))?.changes).toEqual([]);
    const edited = mergedOf(mergeXliff(article, more.replace('>Hallo<', '>Servus<')));
    expect(edited?.text).toBe(text.replace('Hallo', 'Servus'));
  });
});

describe('writeTargets', () => {
  const filled = (text: string, target: string): SourceArticle =>
    withEach(sourceOf(text), () => ({ target: { text: target, content: parseInline(target) } }));

  it.each([
    ['Two', '- Zwei'],
    ['Two', '# Zwei'],
    ['Two', '<!-- Zwei'],
    ['- Two', '> Zwei'],
    ['| Two |\n| --- |\n| Three |', 'a | b'],
  ])('leaves out what would make other blocks: %j, %j', (text, target) => {
    const article = filled(text, target);
    const { text: written, unwritten } = writeTargets(article);
    expect(written).toBe(text);
    expect(unwritten).toEqual(segmentsIn(article as never).map(({ id }) => id));
  });

  it.each([
    ['Two', '**Zwei** [a](b.de.md)', '**Zwei** [a](b.de.md)'],
    ['---\ntitle: Two\n---\n', 'Zwei: "drei" # vier', '---\ntitle: "Zwei: \\"drei\\" # vier"\n---\n'],
    ['- Two', 'Zwei \\*', '- Zwei \\*'],
  ])('takes all else as it stands: %j, %j', (text, target, expected) => {
    expect(writeTargets(filled(text, target))).toEqual({ text: expected, unwritten: [] });
  });
});
