import { describe, expect, it } from 'vitest';
import { exportToString, mergeXliff } from '../../../src/index.js';
import { articleOf, pair } from '../../support/pairs.js';
import { documentOf, mergedInto, sourceOf } from '../../support/sources.js';
import { outcomeOf } from '../documents.js';

/** The article in German, where "Help *me*" is "Hilf *mir*". */
function translated(text: string, format: 'xliff' | 'xliff1.2' = 'xliff'): ReturnType<typeof mergedInto> {
  const article = sourceOf(text);
  const document = documentOf(article, {}, format).replace(
    /<source>(.*?)<\/source>/g,
    (source, inside: string) =>
      `${source}<target>${inside.replace('See', 'Siehe').replace('Help', 'Hilf').replace('me', 'mir')}</target>`,
  );
  return mergedInto(article, document);
}

describe('a reference whose label is what it shows', () => {
  it.each(['xliff', 'xliff1.2'] as const)('is the same link with another text: %s', (format) => {
    for (const [text, expected] of [
      ['See [Help].', 'Siehe [Hilf][Help].'],
      ['See [Help][].', 'Siehe [Hilf][Help].'],
      ['See [help].', 'Siehe [help].'],
      ['See [Help me].', 'Siehe [Hilf mir][Help me].'],
      ['See [Help *me*].', 'Siehe [Hilf *mir*][Help *me*].'],
      ['See [Help *me*][].', 'Siehe [Hilf *mir*][Help *me*].'],
      ['See ![Help].', 'Siehe ![Hilf][Help].'],
      ['> See [![Help](a.png)][H].', '> Siehe [![Hilf](a.png)][H].'],
      ['| See [Help] | [H] |\n|---|---|', '| Siehe [Hilf][Help] | [H] |\n|---|---|'],
    ]) {
      const definitions = '\n\n[Help]: a.md\n[Help me]: b.md\n[Help *me*]: c.md\n[h]: d.md\n';
      expect(translated(`${text}${definitions}`, format)).toEqual({
        text: `${expected}${definitions}`,
        found: [],
        untranslated: [],
      });
    }
  });

  it('keeps its form where its new text is defined, too, or nothing was', () => {
    expect(translated('See [Help][].\n\n[Help]: a.md\n[hilf]: b.md\n').text).toContain('Siehe [Hilf][].');
    expect(translated('See [Help][] and [Help].\n').text).toBe('Siehe [Hilf][] and [Help].\n');
  });

  it('is that of the target in a pair', () => {
    const article = articleOf(`${pair('1a2b3-102', 'Siehe [Hilfe].', 'See [Help].')}\n\n[Help]: a.md\n[Hilfe]: a.md\n`);
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
    const { changes } = outcomeOf(mergeXliff(article, document.replace('>Hilfe<', '>Beistand<')), article);
    expect(changes).toEqual({ '1a2b3-102': 'Siehe [Beistand][Hilfe].' });
  });

  it.each(['xliff', 'xliff1.2'] as const)('stays that link when the same document is merged again: %s', (format) => {
    for (const [target, source, expected] of [
      ['Siehe [Hilfe].', 'See [Help].', 'Siehe [Beistand][Hilfe].'],
      ['Siehe [Hilfe][].', 'See [Help][].', 'Siehe [Beistand][Hilfe].'],
      ['Siehe ![Hilfe][].', 'See ![Help][].', 'Siehe ![Beistand][Hilfe].'],
    ] as const) {
      const textWith = (text: string): string => `${pair('1a2b3-102', text, source)}\n\n[Help]: a.md\n[Hilfe]: a.md\n`;
      const document = exportToString([articleOf(textWith(target))], format, { trgLang: 'de-DE' });
      const edited = document.replaceAll('Hilfe<', 'Beistand<').replaceAll('Hilfe&', 'Beistand&');
      const once = outcomeOf(mergeXliff(articleOf(textWith(target)), edited), articleOf(textWith(target)));
      expect(once.changes).toEqual({ '1a2b3-102': expected });
      const merged = articleOf(textWith(expected));
      expect(outcomeOf(mergeXliff(merged, edited), merged)).toEqual({ changes: {}, codes: [] });
      const more = outcomeOf(mergeXliff(merged, edited.replace('>Siehe ', '>Vgl. ')), merged);
      expect([more.changes, more.codes]).toEqual([{ '1a2b3-102': expected.replace('Siehe', 'Vgl.') }, []]);
    }
  });
});
