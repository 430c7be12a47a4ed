import { describe, expect, it } from 'vitest';
import { diagnosticsOf, exportToString, mergeTmx, mergeXliff } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';
import { article, exported, merge, mergeEdited, outcomeOf } from './documents.js';

const other = articleOf(`---\nms.contentlocale: de-DE\n---\n${pair('9f8e7-102', 'Fremd', 'Other')}`, 'docs/b.md');

describe('mergeXliff refuses', () => {
  it('what belongs to another article', () => {
    expect(merge(exportToString([other], 'xliff'))).toEqual({ codes: ['merge/other-article'] });
    expect(merge(exportToString([other, { ...other, path: 'c.md' }], 'xliff1.2'))).toEqual({
      codes: ['merge/other-article'],
    });
    expect(merge('<xliff version="1.2"/>')).toEqual({ codes: ['merge/other-article'] });
  });

  it('what was exported without markup', () => {
    expect(merge(exported({ inline: 'strip' }))).toEqual({ codes: ['merge/stripped'] });
  });

  it('what is in another language, where it has other targets, unless it is forced', () => {
    for (const format of ['xliff', 'xliff1.2'] as const) {
      const edited = (tag: string): string =>
        exported({}, format)
          .replace(/(trgLang|target-language)="de-DE"/, `$1="${tag}"`)
          .replace('Zelle', 'Cella');
      for (const tag of ['ja-JP', 'zh-Hans', 'xx', 'den']) {
        expect(merge(edited(tag))).toEqual({ codes: ['merge/other-language'] });
        expect(merge(edited(tag), { force: true }).changes).toEqual({ '1a2b3-107': 'Cella' });
        expect(merge(edited(tag).replace('Cella', 'Zelle'))).toEqual({ changes: {}, codes: [] });
      }
      for (const tag of ['de', 'de-AT', 'DE-de', 'de_DE', 'de-Latn-DE', '']) {
        expect(merge(edited(tag))).toEqual({ changes: { '1a2b3-107': 'Cella' }, codes: [] });
      }
    }
  });

  it('what is no XLIFF', () => {
    expect(merge('')).toEqual({ codes: ['merge/unreadable'] });
    expect(merge('<html/>')).toEqual({ codes: ['merge/unreadable'] });
    expect(merge(exported().slice(0, -20))).toEqual({ codes: ['merge/unreadable'] });
    expect(outcomeOf(mergeTmx(article, exported()))).toEqual({ codes: ['merge/unreadable'] });
  });

  it.each([
    ['entities', `<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>${exported().slice(39)}`],
    ['an external entity', `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>`],
    ['elements nested 10,000 deep', '<xliff>'.repeat(10_000)],
    ['more text than any article has', ' '.repeat(129 * 1024 * 1024)],
  ])('%s', (_, document) => {
    expect(['merge/unreadable', 'merge/too-large']).toContain(merge(document).codes[0]);
  });

  it('never opens what `original` names', () => {
    expect(mergeEdited([['original="docs/a.md"', 'original="../../../etc/passwd"']])).toEqual({
      changes: {},
      codes: [],
    });
  });

  it('one target of thousands that would break the article, and writes the others', () => {
    const count = 2000;
    const pairs = Array.from({ length: count }, (_, index) => pair(`1a2b3-${102 + index}`, `Alt ${index}`, 'Old'));
    const large = articleOf(pairs.join('\n\n'), 'large.md');
    const document = exportToString([large], 'xliff', { trgLang: 'de-DE', inline: 'text' });
    const edited = document
      .replaceAll('<target>Alt', '<target>Neu')
      .replace('Neu 77<', '&lt;span data-ttu-id="x"&gt;<');
    const { changes = {}, codes } = outcomeOf(mergeXliff(large, edited, { inline: 'text' }), large);
    expect([Object.keys(changes).length, codes]).toEqual([count - 1, ['merge/unwritable']]);
  });

  it('takes the file of the article out of a document with many', () => {
    const document = exportToString([other, article], 'xliff');
    expect(merge(document)).toEqual({ changes: {}, codes: [] });
    expect(merge(document.replace('docs/a.md', 'moved/elsewhere.md'))).toEqual({ changes: {}, codes: [] });
    expect(merge(document.replace('>Zelle<', '>Feld<')).changes).toEqual({ '1a2b3-107': 'Feld' });
  });
});

describe('a target whose codes are not right', () => {
  const pc = /<pc id="1"[^>]*>fetter<\/pc> Satz/;
  const whole = '<pc id="1" dataRefStart="d1" dataRefEnd="d1">fetter</pc>';
  it.each([
    ['unknown', `${whole}<ph id="9"/> Satz`, ['merge/unknown-code'], undefined],
    [
      'of another segment',
      `${whole}<ph id="2-2" dataRef="d4"/> Satz`,
      ['merge/unknown-code'],
      'Erster **fetter**`x` Satz.',
    ],
    ['halved', '<sc id="1" dataRef="d1"/>fetter Satz', ['merge/lost-code'], 'Erster **fetter Satz.'],
    [
      'turned round',
      '<ec startRef="1" dataRef="d1"/>fetter<sc id="1" dataRef="d1"/> Satz',
      ['merge/broken-code'],
      undefined,
    ],
  ])('is reported, and written by force only: %s', (_, edited, codes, forced) => {
    expect(mergeEdited([[pc, edited]])).toEqual({ changes: {}, codes });
    const written = mergeEdited([[pc, edited]], { force: true });
    // Without the wrong code, a target may be the one of the article.
    expect(written).toEqual({ changes: forced === undefined ? {} : { '1a2b3-103': forced }, codes });
  });

  it.each([
    [
      'a link',
      'Siehe [den Text *dort*](a.md "T").',
      'See [the text *there*](a.md "T").',
      '[the text *there*](a.md "T")',
    ],
    ['a placeholder', 'Siehe ![Bild](a.png).', 'See ![image](a.png).', '![image](a.png)'],
    [
      'a long link',
      `Siehe [dort](https://example.org/${'x'.repeat(100)}/end).`,
      `See [there](https://example.org/${'x'.repeat(100)}/end).`,
      `[there](https://example.org/${'x'.repeat(22)}…${'x'.repeat(24)}/end)`,
    ],
    ['a code that only the target had', 'Siehe **dort**.', 'See there.', undefined],
  ])('is named with all its markup: %s', (_, target, source, name) => {
    const one = articleOf(pair('1a2b3-102', target, source), 'a.md');
    const document = exportToString([one], 'xliff', { trgLang: 'de-DE' });
    const edited = document.replace(/<target[^>]*>.*<\/target>/, '<target>Siehe.</target>');
    const codes = diagnosticsOf(mergeXliff(one, edited)).filter(({ code }) => /lost-code|deleted-code/.test(code));
    const named = codes.map(({ message }) => /the code (.*?)(?: no more)?\.$/.exec(message)?.[1]);
    if (name === undefined) expect(named).toEqual([]);
    else expect(named[0]).toBe(name);
  });

  it('is reported where Markdown is text, too', () => {
    expect(mergeEdited([['**fetter** Satz', '**fetter Satz']], { inline: 'text' })).toEqual({
      changes: {},
      codes: ['merge/lost-code'],
    });
  });

  it('is not guessed where the segment came back twice', () => {
    const twice = [/<unit id="1a2b3-107[\s\S]*?<\/unit>/, '$&$&'] as const;
    const changes = { '1a2b3-103': 'Neuer **fetter** Satz.' };
    expect(mergeEdited([twice, ['Erster ', 'Neuer ']])).toEqual({ changes, codes: [] });
    expect(mergeEdited([twice, ['>Zelle<', '>Feld<'], ['Erster ', 'Neuer ']])).toEqual({
      changes,
      codes: ['merge/duplicate-segment'],
    });
  });

  it('costs no other target', () => {
    expect(
      mergeEdited([
        [pc, '<sc id="1" dataRef="d1"/>fetter Satz'],
        ['>Zelle<', '>Feld<'],
      ]).changes,
    ).toEqual({ '1a2b3-107': 'Feld' });
  });

  it('may stand at other places', () => {
    expect(mergeEdited([[/Erster (<pc[^>]*>fetter<\/pc>) Satz/, 'Satz, $1er']]).changes).toEqual({
      '1a2b3-103': 'Satz, **fetter**er.',
    });
    const swapped = mergeEdited([[/Siehe (<pc.*<\/pc>) und (<ph[^>]*>)\./, '$2 und $1.']], { units: 'pair' });
    expect(swapped.changes).toEqual({ '1a2b3-104': '`x` und [hier](a.md).' });
  });

  it('tells with severity warning what was forced', () => {
    const forced = mergeXliff(article, exported().replace(pc, `${whole}<ph id="9"/>`), { force: true });
    expect(forced._tag === 'Both' ? forced.left.map(({ severity }) => severity) : []).toEqual(['warning']);
  });

  it('may lose what only the target had, and gain what only the source had', () => {
    const lone = articleOf(
      `${pair('1a2b3-102', 'Nur **hier**', 'Not here')}\n\n${pair('1a2b3-103', 'Hier nicht', 'Only **here**')}`,
    );
    const document = exportToString([lone], 'xliff', { trgLang: 'de-DE' });
    const edited = document
      .replace(/<pc[^>]*>hier<\/pc>/, 'hier')
      .replace('Hier nicht', 'Nur <pc id="1" dataRefStart="d1" dataRefEnd="d1">hier</pc>');
    expect(outcomeOf(mergeXliff(lone, edited), lone)).toEqual({
      changes: { '1a2b3-102': 'Nur hier', '1a2b3-103': 'Nur **hier**' },
      codes: [],
    });
  });
});
