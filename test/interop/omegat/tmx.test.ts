import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportToString } from '../../../src/index.js';
import { sspr, temporaryFolder } from '../../support/cli.js';
import { inScope } from '../../support/interop-scope.js';
import { shared } from '../../support/shared.js';
import { fixturesAndSeed, sample } from '../articles.js';
import { describeOmegat, translateProject, type Version } from './omegat.js';
import { formsOf, memoryOf, type Outcome, outcomes, sourcesOf, total } from './outcomes.js';

/** Articles of each tree: those of the one version are enough to see where the other differs. */
const sampleOf = (version: Version): number => (version === '3.6' ? 50 : inScope(25, 50));

const table = (all: Record<string, Outcome>): Record<string, number[]> =>
  Object.fromEntries(
    Object.entries(all).map(([name, { pairs, delivered, inserted, written }]) => [
      name,
      [pairs, delivered, inserted, written],
    ]),
  );

/** Of each article, `[pairs, delivered, inserted, written]`. What is not delivered, OmegaT cuts or spaces in another way. */
const counts: Readonly<Record<'text' | 'codes', Record<string, number[]>>> = {
  text: {
    headings: [12, 10, 10, 10],
    'html-tables': [14, 14, 14, 14],
    'image-alt': [7, 7, 7, 7],
    'include-fragments': [6, 6, 6, 6],
    'line-breaks': [6, 4, 4, 4],
    'link-labels': [11, 11, 11, 11],
    lists: [17, 16, 16, 16],
    'nested-span': [5, 5, 5, 5],
    'outer-space': [5, 5, 5, 5],
    'paragraph-ids': [6, 4, 4, 4],
    'pipe-tables': [26, 25, 25, 25],
    'quotes-and-alerts': [13, 13, 13, 13],
    'reset-portal': [18, 18, 18, 18],
    seed: [19, 19, 19, 19],
    'several-pairs': [28, 26, 26, 26],
    'special-characters': [11, 10, 10, 10],
    'yaml-escapes': [13, 13, 13, 13],
  },
  codes: {
    headings: [12, 12, 12, 12],
    'html-tables': [14, 14, 14, 14],
    'image-alt': [7, 7, 7, 7],
    'include-fragments': [6, 6, 6, 6],
    'line-breaks': [6, 2, 2, 2],
    'link-labels': [11, 11, 11, 11],
    lists: [17, 16, 16, 16],
    'nested-span': [5, 5, 5, 5],
    'outer-space': [5, 5, 5, 5],
    'paragraph-ids': [6, 4, 4, 4],
    'pipe-tables': [26, 25, 25, 25],
    'quotes-and-alerts': [13, 13, 13, 13],
    'reset-portal': [18, 18, 18, 18],
    seed: [19, 19, 19, 19],
    'several-pairs': [28, 28, 28, 28],
    'special-characters': [11, 9, 9, 9],
    'yaml-escapes': [13, 12, 12, 12],
  },
};

describeOmegat('', (version) => {
  describe.each(['text', 'codes'] as const)('with a memory of --inline %s', (inline) => {
    const form = formsOf(version)[inline];

    it('inserts the targets of fixtures and seed', () => {
      const articles = fixturesAndSeed();
      const trgLang = 'ja-JP';
      const translated = translateProject({
        version,
        trgLang,
        sources: sourcesOf(articles, form),
        memories: Object.fromEntries(
          articles.map(({ name, article }) => [`${name}.tmx`, exportToString([article], 'tmx', { inline, trgLang })]),
        ),
      });
      expect(translated.memory.map(({ source, target }) => [source, target]).sort()).toEqual(
        memoryOf(articles, form).sort(),
      );
      expect(table(outcomes(articles, form, translated))).toEqual(
        Object.fromEntries(articles.map(({ name }) => [name, counts[inline][name]])),
      );
    });

    it.runIf(shared !== undefined).each([
      ['ja-JP', sampleOf(version)],
      ['de-DE', sampleOf(version)],
    ])('inserts at least 97 of 100 in the trees of %s', (trgLang, perTree) => {
      const articles = sample(trgLang, perTree);
      const memory = join(temporaryFolder(), 'memory.tmx');
      const { status, stderr } = sspr([
        ...['export', ...articles.map(({ file }) => file), '-f', 'tmx', '--inline', inline],
        ...['--trg-lang', trgLang, '-o', memory, '-q', '--fail-on', 'never'],
      ]);
      expect([status, stderr]).toEqual([0, '']);
      const translated = translateProject({
        version,
        trgLang,
        sources: sourcesOf(articles, form),
        memories: { 'memory.tmx': readFileSync(memory, 'utf8') },
      });
      expect(translated.memory.map(({ source, target }) => [source, target]).sort()).toEqual(
        memoryOf(articles, form).sort(),
      );
      const { pairs, delivered, inserted, written } = total(outcomes(articles, form, translated));
      console.log(
        `${trgLang}, --inline ${inline}: ${articles.length} articles, ${pairs} pairs, ${delivered} delivered unchanged, ${inserted} inserted, ${written} found in the files`,
      );
      expect(inserted).toBe(delivered);
      expect(inserted / pairs).toBeGreaterThanOrEqual(0.97);
      expect(written / pairs).toBeGreaterThanOrEqual(0.97);
    });
  });
});
