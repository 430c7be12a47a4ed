import { describe, expect, it } from 'vitest';
import {
  entryOf,
  leverage,
  type MemoryEntry,
  readMemoryText,
  sourcesToString,
  writeTargets,
} from '../../../src/index.js';
import { respelledTargets } from '../../../src/merge/source/respell.js';
import { known, matcherOf } from '../../leverage/tools.js';
import { mergedInto, sourceOf } from '../../support/sources.js';

/** Texts as a TMX has them, without codes, and what they are as Markdown. */
const pairs: readonly (readonly [source: string, target: string, spelled: string])[] = [
  ['Enter a title here.', '<titel> angeben.', '\\<titel> angeben.'],
  ['Press the star key.', 'Taste *Stern* drücken.', 'Taste \\*Stern* drücken.'],
  ['Open the map.', '[Karte](Plan) öffnen.', '\\[Karte](Plan) öffnen.'],
  ['Read all of it.', 'Alles `lesen` &amp; merken.', 'Alles \\`lesen` &amp;amp; merken.'],
  ['Wait a bit.', 'Etwas ~~warten~~.', 'Etwas \\~~warten~~.'],
];

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function entriesOfTmx(texts: readonly (readonly [string, string, ...string[]])[]): readonly MemoryEntry[] {
  const units = texts.map(
    ([source, target]) =>
      `<tu><tuv xml:lang="en-US"><seg>${escaped(source)}</seg></tuv><tuv xml:lang="de-DE"><seg>${escaped(target)}</seg></tuv></tu>`,
  );
  const document = `<tmx version="1.4"><header srclang="en-US"/><body>${units.join('')}</body></tmx>`;
  return readMemoryText(document).units.flatMap((unit, index): MemoryEntry[] => {
    const { source, targets } = entryOf(unit, { srcLang: 'en-US' });
    return source === undefined ? [] : [{ id: `${index}`, srcLang: 'en-US', source, targets }];
  });
}

describe('targets whose texts would be read as markup', () => {
  it.each(['# %\n', '> 1. %\n', '| A |\n| --- |\n| % |\n', '---\ntopic: x\n---\n\n* %\n'])(
    'are spelled as those of a document that comes back: %j',
    (frame) => {
      for (const [source, target, spelled] of pairs) {
        const text = frame.replace('%', source);
        const article = leverage(sourceOf(text), matcherOf(entriesOfTmx([[source, target]])));
        expect([...respelledTargets(article).values()]).toEqual([spelled]);
        const document = sourcesToString([article], 'xliff', { trgLang: 'de-DE' });
        expect(mergedInto(sourceOf(text), document).text).toBe(frame.replace('%', spelled));
      }
    },
  );

  it.each([
    ['[the help]', '[', ']', 'Hilfe', '[Hilfe][the help]'],
    ['[the help][]', '[', '][]', 'Hilfe', '[Hilfe][the help]'],
    ['[the help]', '[', ']', 'The Help', undefined],
    ['[the help][the help]', '[', '][the help]', 'Hilfe', undefined],
  ])('give references a label where nothing defines what they show: %s', (reference, start, end, shown, spelled) => {
    const text = `See ${reference} now.\n\n[the help]: a.md\n`;
    const seg = (before: string, label: string): string =>
      `<seg>${before} <bpt i="1">${start}</bpt>${label}<ept i="1">${end}</ept> now.</seg>`;
    const document = `<tmx version="1.4"><header srclang="en-US"/><body><tu><tuv xml:lang="en-US">${seg('See', 'the help')}</tuv><tuv xml:lang="de-DE">${seg('Siehe', shown)}</tuv></tu></body></tmx>`;
    const entries = readMemoryText(document).units.flatMap((unit): MemoryEntry[] => {
      const { source, targets } = entryOf(unit, { srcLang: 'en-US' });
      return source === undefined ? [] : [{ id: '1', srcLang: 'en-US', source, targets }];
    });
    const article = leverage(sourceOf(text), matcherOf(entries));
    expect([...respelledTargets(article).values()]).toEqual(spelled === undefined ? [] : [`Siehe ${spelled} now.`]);
  });

  it.each(['xliff', 'xliff1.2'] as const)('come back as they are where the source has escapes, from %s', (format) => {
    const entries = entriesOfTmx([['Set <a name> & go!', '<Ein-Übername> & los!']]);
    for (const source of ['Set \\<a name> & go!', 'Set &lt;a name&gt; & go!', 'Set \\<a name> &amp; go\\!']) {
      const article = leverage(sourceOf(`# ${source}\n`), matcherOf(entries));
      const document = sourcesToString([article], format, { trgLang: 'de-DE' });
      const { text } = writeTargets(article);
      expect(text).toBe('# <Ein-Übername> & los!\n');
      expect(mergedInto(sourceOf(`# ${source}\n`), document).text).toBe(text);
    }
  });

  it('are spelled where they would make other blocks', () => {
    const texts = [
      ['Use a bar.', 'a | b nutzen.'],
      ['Add a row.', 'Zeile einfügen.'],
      ['Go.', '- Los.'],
      ['Step one.', '1. Schritt.'],
    ] as const;
    const text = '| A | B |\n| --- | --- |\n| Use a bar. | Add a row. |\n\nGo.\n\nStep one. Use a bar.\n';
    const article = leverage(sourceOf(text), matcherOf(entriesOfTmx(texts)));
    const { unwritten } = writeTargets(article);
    expect(respelledTargets(article).size).toBe(0);
    expect(unwritten.length).toBeGreaterThan(2);
    const spelled = respelledTargets(article, new Set(unwritten));
    expect(new Set(spelled.values())).toEqual(new Set(['a \\| b nutzen.', '\\- Los.', '1\\. Schritt.']));
    const document = sourcesToString([article], 'xliff', { trgLang: 'de-DE' });
    expect(mergedInto(sourceOf(text), document).text).toBe(
      '| A | B |\n| --- | --- |\n| a \\| b nutzen. | Zeile einfügen. |\n\n\\- Los.\n\n1\\. Schritt. a | b nutzen.\n',
    );
  });

  it('stay as they are in a title, which has no markup', () => {
    const text = `---\ntitle: Open the map.\n---\n\n# Open the map.\n`;
    const article = leverage(sourceOf(text), matcherOf(entriesOfTmx(pairs)));
    expect([...respelledTargets(article).values()]).toEqual(['\\[Karte](Plan) öffnen.']);
  });

  it('stay as they are where a memory has them in Markdown, however they are spelled', () => {
    const own = [
      known('Select **Save** now.', 'Jetzt * *Speichern* * wählen.'),
      known('Use a_b and c.', 'Nutze a\\_b \\& c\\. &lt;d>'),
      known('See [1.', 'Siehe [1. ~ 2 * 3 < 4 & 5.'),
      known('Close it.', 'Schließe `es` mit <kbd>Alt</kbd>.'),
    ];
    const text = own.map(({ source }) => source.text).join('\n\n');
    expect(respelledTargets(leverage(sourceOf(text), matcherOf(own))).size).toBe(0);
  });
});
