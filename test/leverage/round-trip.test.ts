import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContents, sourcesToString, translateSource, validateXliff, writeTargets } from '../../src/index.js';
import { mergedInto, sourceOf } from '../support/sources.js';
import { known, leveraged } from './tools.js';

const formats = ['xliff', 'xliff1.2'] as const;

/** Sources with targets that a document does not say everything of. */
const pairs: readonly (readonly [what: string, source: string, target: string])[] = [
  ['escapes that no reader needs', 'Use a_b and c.', 'Nutze a\\_b \\& c\\.'],
  ['escapes in pairs', 'A matrix 1 & 0.', 'Matrix 1 & 0 \\\\ \\\\ 0'],
  ['character references', 'Ask R&D for x < y.', 'Frag R&amp;D nach x &lt; y &#33;'],
  ['an address of its own', 'See [help](https://x.org/en-us/a).', 'Siehe [Hilfe](https://x.org/de-de/a "Da").'],
  ['code with other data', 'Set $n$ first.', 'Zuerst $n $ setzen.'],
  ['two code spans side by side', '`true` if `a` is big.', '`true``a` ist groß.'],
  ['damaged bold', 'Select **Save** now.', 'Jetzt * *Speichern* * wählen.'],
  ['other marks of bold', 'Press **Go**.', '__Los__ drücken.'],
  ['bold as an element', 'Press **Stop**.', '<b>Halt</b> drücken.'],
  ['a code that the source does not have', 'Close it.', 'Schließe `es` mit **Alt**.'],
  ['codes that are missing', 'Open `a` and **b**.', 'Öffne beide.'],
  ['a hard space and a quote', 'Say "yes".', 'Sag „ja&nbsp;“.'],
  ['white space at the ends', 'Wait **here**.', 'Warte **hier**.  '],
  ['what would start a block elsewhere', 'One is - one.', 'Eins ist - eins'],
  ['a bracket that is not closed', 'See [1.', 'Siehe [1.'],
  ['emphasis side by side', 'Fire *Name***Done** now.', 'Jetzt *Name***Fertig** auslösen.'],
  ['emphasis that needs spaces', 'Select **Save:** now.', '选择**保存：**现在'],
  ['emphasis that needs spaces around a link', 'See **[it](a.md)** there.', '在**[这](a.md)**里'],
  ['emphasis within a word', 'Take _one_ now.', '取_一_个'],
  ['references in the source alone', 'A &#45; b &amp; c.', 'Eins - zwei & drei.'],
  ['a picture', 'Look: ![A map](en/map.png)', 'Schau: ![Eine \\[Karte\\]](de/map.png)'],
];

const english = [
  '---\ntitle: Use a_b and c.\n---\n',
  ...pairs.map(([, source]) => source),
  ...pairs.map(([, source]) => `> ${source}`),
  `| A | B |\n| --- | --- |\n${pairs.map(([, source]) => `| ${source} | ${source} |`).join('\n')}`,
  pairs.map(([, source]) => `- ${source}`).join('\n'),
].join('\n\n');

const entries = pairs.map(([, source, target]) => known(source, target));

/** Codes of one number, which are of several kinds. */
const otherKinds = [
  '**file**',
  '*file*',
  '~~file~~',
  '[file](a.md)',
  '![file](a.png)',
  '`file`',
  '<b>file</b>',
  '<span id="x">file</span>',
  '**[file](a.md)**',
  '`a` **file**',
  '[a](c.md) `file`',
  '<https://example.org/a>',
];

describe.each(formats)('what leverage fills, through %s', (format) => {
  it.each(pairs)('comes back byte for byte: %s', (_what, source, target) => {
    const article = leveraged(`# One\n\n${source}\n`, entries);
    const document = sourcesToString([article], format, { trgLang: 'de-DE' });
    expect(mergedInto(sourceOf(`# One\n\n${source}\n`), document)).toMatchObject({
      text: `# One\n\n${target}\n`,
      untranslated: ['101'],
    });
  });

  it('comes back in titles, quotes, tables and lists', () => {
    const article = leveraged(english, entries);
    const document = sourcesToString([article], format, { trgLang: 'de-DE' });
    if (format === 'xliff') expect(validateXliff(document)).toEqual([]);
    const { text } = writeTargets(article);
    expect(text.match(/`true``a`/g)).toHaveLength(5);
    expect(mergedInto(sourceOf(english), document).text).toBe(text);
    expect(mergedInto(sourceOf(english), document.replaceAll('\n', '\r\n')).text).toBe(text);
  });

  it.each([
    [
      'Select click set` to show what the whole account has.',
      'Select `account set` to show what the whole account has.',
      '`Kontosatz` zeigt, was das ganze Konto hat.',
    ],
    [
      'Open a file in the left pane of this window now.',
      'Open **a** file in the left pane of this window now.',
      'Öffne **eine** Datei links in diesem Fenster.',
    ],
    [
      'See [help](a.md) for the use of this long list.',
      'See [help](b.md) for the use of this longer list.',
      'Siehe [Hilfe](b.md) zum Gebrauch dieser Liste.',
    ],
  ])('comes back with codes that only a near source has: %s', (source, near, target) => {
    const article = leveraged(`${source}\n`, [known(near, target)], { fill: 70 });
    const { text } = writeTargets(article);
    expect(text).not.toBe(`${source}\n`);
    const document = sourcesToString([article], format, { trgLang: 'de-DE' });
    expect(mergedInto(sourceOf(`${source}\n`), document).text).toBe(text);
  });

  it.each(otherKinds)(
    'comes back where codes of a near source are another kind than those of the article: %s',
    (own) => {
      const source = `Open the ${own} in the left pane of this window now.\n`;
      for (const near of otherKinds) {
        for (const goal of new Set([near, '**file**', '*file* [list](l.md)', '`file`'])) {
          const target = `Öffne ${goal} links in diesem Fenster.`;
          const memory = [known(`Open the ${near} in the left pane of this old window now.`, target)];
          const article = leveraged(source, memory, { fill: 50 });
          const document = sourcesToString([article], format, { trgLang: 'de-DE' });
          expect([near, mergedInto(sourceOf(source), document).text]).toEqual([near, `${target}\n`]);
        }
      }
    },
  );

  it.each(['[]', ''])('gets the label of a reference that its text does not name: [Hilfe]%s', (after) => {
    const source = `See [help]${after} for a_b.`;
    const target = `Siehe [Hilfe]${after} zu a\\_b.`;
    const contents = readContents(source, target, { isDefined: () => true });
    const entry = known(source, target, { content: contents.target });
    const text = `${source}\n\n[help]: help.md\n`;
    const article = leveraged(text, [{ ...entry, source: { text: source, content: contents.source } }]);
    const document = sourcesToString([article], format, { trgLang: 'de-DE' });
    expect(mergedInto(sourceOf(text), document)).toEqual({
      text: 'Siehe [Hilfe][help] zu a_b.\n\n[help]: help.md\n',
      found: [],
      untranslated: [],
    });
  });

  it('keeps its lines where the target is the source', () => {
    const text = '$$\nx = y\n$$\n\nOne\ntwo.\n';
    const article = leveraged(text, [known('$$ x = y $$', '$$ x = y $$'), known('One two.', 'One two.')]);
    const document = sourcesToString([article], format, { trgLang: 'de-DE' });
    expect(writeTargets(article)).toEqual({ text, unwritten: [] });
    expect(translateSource(article)).toBe(text);
    expect(mergedInto(sourceOf(text), document)).toEqual({ text, found: [], untranslated: [] });
  });

  it('is spelled anew where somebody changed it', () => {
    const article = leveraged('Use a_b and c.\n\n`true` if `a` is big.\n', entries);
    const document = sourcesToString([article], format, { trgLang: 'de-DE' }).replace(
      /<target[^>]*>[\s\S]*?<\/target>/g,
      (target) => target.replace('Nutze a_b &amp; c.', 'Nutze *a_b* und c.').replace(' ist groß.', ' ist größer.'),
    );
    expect(mergedInto(sourceOf('Use a_b and c.\n\n`true` if `a` is big.\n'), document)).toEqual({
      text: 'Nutze \\*a_b* und c.\n\n`true` if `a` is big.\n',
      found: ['merge/unwritable-code 102'],
      untranslated: ['102'],
    });
  });

  it('comes back of any such texts', () => {
    const sources = pairs.map(([, source]) => source).filter((source) => source.endsWith('.'));
    assert(
      property(array(constantFrom(...sources, 'Nothing of it.'), { minLength: 1, maxLength: 6 }), (some) => {
        const text = some.join(' ');
        const article = leveraged(text, entries);
        const document = sourcesToString([article], format, { trgLang: 'de-DE' });
        expect(mergedInto(sourceOf(text), document).text).toBe(writeTargets(article).text);
      }),
    );
  });
});

describe('a target in a block of HTML', () => {
  it.each(formats)('comes back as the memory has it: %s', (format) => {
    const text = '<p>One is two.</p>\n';
    const article = leveraged(text, [known('One is two.', 'Eins a<b zwei')]);
    const document = sourcesToString([article], format, { trgLang: 'de-DE' });
    expect(mergedInto(sourceOf(text), document).text).toBe('<p>Eins a<b zwei</p>\n');
  });
});

describe('a target that would make other blocks', () => {
  it.each(formats)('is spelled so that it does not: %s', (format) => {
    const text = 'Minus one.\n\nWait here.\n';
    const article = leveraged(text, [known('Minus one.', '- eins \\! & &amp;'), known('Wait here.', ' Warte\\_hier.')]);
    const document = sourcesToString([article], format, { trgLang: 'de-DE' });
    expect(mergedInto(sourceOf(text), document)).toEqual({
      text: '\\- eins ! & &\n\nWarte_hier.\n',
      found: [],
      untranslated: [],
    });
  });
});

describe('a candidate', () => {
  const source = 'Ask R&D for x < y.';
  const two = [known(source, 'Frag R&amp;D nach x &lt; y.'), known(source, 'F&E fragen: x\\<y.')];

  it('comes back as the memory has it where somebody took it over', () => {
    const article = leveraged(source, two);
    const document = sourcesToString([article], 'xliff', { trgLang: 'de-DE' });
    expect(document).not.toContain('<segment id="101" state="translated"');
    const chosen = document.replace(
      /<\/source>\n<\/segment>/,
      '</source>\n<target>F&amp;E fragen: x&lt;y.</target></segment>',
    );
    expect(mergedInto(sourceOf(source), chosen).text).toBe('F&E fragen: x\\<y.');
  });

  it('is another one than one that is spelled otherwise', () => {
    const like = [known('Add 6 - wait.', '6 - dann warten.'), known('Add 77 - wait.', '77 &#45; dann warten.')];
    for (const format of formats) {
      const article = leveraged('Add 5 - wait.', like, { fill: 95 });
      const document = sourcesToString([article], format, { trgLang: 'de-DE' });
      expect(document.match(/spelling">/g)).toHaveLength(2);
      expect(mergedInto(sourceOf('Add 5 - wait.'), document).text).toBe(writeTargets(article).text);
    }
  });

  it('says how it is spelled only where that is needed', () => {
    const plain = [known('Press **Go** in `a`.', '**Los** in `a` drücken.'), known('Wait.', 'Warte & hoffe < kurz.')];
    const article = leveraged('Press **Go** in `a`.\n\nWait.\n', plain);
    for (const format of formats) {
      const document = sourcesToString([article], format, { trgLang: 'de-DE' });
      expect(document).toContain('Los');
      expect(document).not.toContain('spelling');
    }
    const marked = leveraged(source, two.slice(0, 1));
    for (const format of formats) {
      expect(sourcesToString([marked], format, { trgLang: 'de-DE' })).toContain('spelling');
      expect(sourcesToString([marked], format, { trgLang: 'de-DE', inline: 'text' })).not.toContain('spelling');
    }
  });
});
