import { describe, expect, it } from 'vitest';
import {
  csv,
  type Exporter,
  type SourceArticle,
  type SourceSegment,
  sourcesToString,
  validateXliff,
} from '../../../src/index.js';
import { isAsWritten, sourceOf, withEach } from '../../support/sources.js';

const article = sourceOf('# A **b**\n\nSee `c`. Then [d](e.md).\n', { path: 'docs/a.md' });

/** The article, each segment with its source as its target, and with what is given. */
function filled(more: Partial<SourceSegment>): SourceArticle {
  return withEach(article, ({ source }) => ({ target: source, ...more }));
}

const all = [
  ['xliff', {}],
  ['xliff', { units: 'pair' }],
  ['xliff', { inline: 'text' }],
  ['xliff', { inline: 'strip' }],
  ['xliff1.2', {}],
  ['xliff1.2', { inline: 'text' }],
] as const;

describe('articles that are to be translated, as XLIFF', () => {
  it.each(all)('are valid, and known to be as they were written: %s %j', (format, options) => {
    const each = [article, filled({}), filled({ state: 'reviewed' }), filled({ state: 'initial', subState: 'ms:a' })];
    for (const some of each) {
      const other = { ...some, path: 'b.md' };
      const document = sourcesToString([some, other], format, { trgLang: 'de-DE', ...options });
      if (format === 'xliff') expect(validateXliff(document)).toEqual([]);
      expect(isAsWritten(document)).toBe(true);
      // A target that somebody wrote, or changed.
      const source = '</source>';
      const edited =
        some === article
          ? document.replace(source, `${source}<target>A</target>`)
          : document.replace('<target>', '<target>A');
      expect(isAsWritten(edited)).toBe(false);
    }
  });

  it('have no target where there is none', () => {
    const document = sourcesToString([article], 'xliff', { trgLang: 'de-DE' });
    expect(document).toContain('<segment id="102" state="initial">\n<source>See <ph id="1"');
    expect(document.match(/<target>/g)).toHaveLength(1);
    expect(document).toContain('<ignorable>\n<source> </source>\n<target> </target>\n</ignorable>');
    // The codes of a text that has no translation yet must be in it.
    expect(document).toContain('type="link" subType="md:link" canCopy="no" canDelete="no"');
    expect(sourcesToString([article], 'xliff1.2', { trgLang: 'de-DE' })).not.toContain('<target');
  });

  it('have states', () => {
    const stateIn = (more: Partial<SourceSegment>): string | undefined =>
      /<segment id="101"([^>]*)>/.exec(sourcesToString([filled(more)], 'xliff'))?.[1];
    expect(stateIn({})).toBe(' state="translated"');
    expect(stateIn({ state: 'final' })).toBe(' state="final"');
    expect(stateIn({ state: 'translated', subState: 'ms:mt' })).toBe(' state="translated" subState="ms:mt"');
    const isApproved = (more: Partial<SourceSegment>): boolean =>
      sourcesToString([filled(more)], 'xliff1.2').includes('approved="yes"');
    expect([isApproved({}), isApproved({ state: 'reviewed' }), isApproved({ state: 'final' })]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('are numbered where they have no path, and nothing where there is no text', () => {
    const { path: _, ...nameless } = article;
    expect(sourcesToString([nameless, nameless], 'xliff')).toMatch(/original="article-1"[\s\S]*original="article-2"/);
    expect(sourcesToString([sourceOf('```\nx\n')], 'xliff')).toBe('');
    expect(sourcesToString([], 'xliff1.2')).toBe('');
  });

  it('are written by exporters that take them', () => {
    expect(() => sourcesToString([article], 'csv')).toThrow(
      `${csv.title} takes pairs, and no article that is to be translated.`,
    );
    const own: Exporter = {
      name: 'words',
      title: 'words',
      extension: '.txt',
      scope: 'article',
      begin: () => '',
      article: () => [],
      source: ({ article: { units }, path, trgLang }) => [`${path} ${trgLang} ${units.length}\n`],
      end: () => '',
    };
    expect(sourcesToString([article], own, { trgLang: 'ja' })).toBe('docs/a.md ja 2\n');
    const wrong = { ...own, source: 1 } as unknown as Exporter;
    expect(() => sourcesToString([article], wrong)).toThrow(/function source/);
  });
});
