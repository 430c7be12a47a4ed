import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createGrains,
  diagnosticsOf,
  exportToString,
  mergedSourceOf,
  mergeSource,
  mergeXliff,
  readSource,
  recutSource,
  type SentenceRules,
  type SourceArticle,
  sourceArticleOf,
  sourceSegmentsOf,
  sourcesToString,
} from '../../../src/index.js';
import { articleOf, pair } from '../../support/pairs.js';
import { documentOf, mergedInto, sourceOf } from '../../support/sources.js';

const text = `---
title: The garden
description: "Water it. Then wait."
author: someone
---

# The garden

Water the **roses** twice. Then
wait for [rain](rain.md).

> [!TIP]
> Cut what
> is dry.

| Plant | When |
|-------|------|
| Rose  | May  |

* One \`tool\` is enough.

\`\`\`sh
water --all
\`\`\`
`;
const garden = sourceOf(text, { path: 'docs/garden.md' });

const forms = [
  ['XLIFF 2.0', 'xliff', {}],
  ['XLIFF 2.0, a unit for each segment', 'xliff', { units: 'pair' }],
  ['XLIFF 2.0, Markdown as text', 'xliff', { inline: 'text' }],
  ['XLIFF 1.2', 'xliff1.2', {}],
] as const;

/** The article with blocks cut into some of their texts, in their order. */
function cutInto(article: SourceArticle, texts: readonly string[]): SourceArticle {
  return recutSource(article, (unit) => {
    const grains = [...createGrains(article).of(unit)];
    let end = 0;
    return texts.flatMap((wanted) => {
      const grain = grains.find(({ range, text: own }) => own === wanted && range.start >= end);
      end = grain?.range.end ?? end;
      return grain ?? [];
    });
  });
}

describe('an article and the document that was made of it', () => {
  it.each(forms)('gives the same bytes where nothing was translated: %s', (_, format, options) => {
    for (const given of [
      text,
      text.replaceAll('\n', '\r\n'),
      `\ufeff${text}`,
      text.trimEnd(),
      '# One',
      'a\u0001b *c*',
    ]) {
      const article = sourceOf(given);
      const { untranslated, ...merged } = mergedInto(article, documentOf(article, {}, format, options));
      expect(merged).toEqual({ text: given, found: [] });
      expect(untranslated).toEqual(Array.from(sourceSegmentsOf(article), ({ id }) => id));
    }
  });

  it.each(forms)('gives the same bytes where targets are the sources: %s', (_, format, options) => {
    const document = documentOf(garden, {}, format, options).replace(
      /<source>((?:[^<]|<(?!\/source))*)<\/source>(?!\s*<target>)/g,
      '$&<target>$1</target>',
    );
    expect(mergedInto(garden, document)).toEqual({ text, found: [], untranslated: [] });
  });

  it('gives the same bytes for texts put together at random', () => {
    const pieces = [
      '---\ntitle: "a: b"\n---\n',
      '# ',
      '> ',
      '- ',
      '\n',
      '\r\n',
      '\n\n',
      '  \n',
      '**',
      '`',
      '[',
      '](b)',
    ];
    pieces.push(
      '![',
      '<br>',
      '<td>',
      '<!--',
      '-->',
      '| a | b |\n|---|---|\n',
      '```\n',
      'See it. ',
      'Why? ',
      'x',
      '&lt;',
    );
    const texts = array(constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
    assert(
      property(texts, constantFrom(...forms), (given, [, format, options]) => {
        const article = sourceArticleOf(readSource(given));
        const document = article && sourcesToString([article], format, options);
        if (article === undefined || document === undefined || document === '') return;
        const merged = mergedInto(article, document);
        expect({ text: merged.text, found: merged.found }).toEqual({ text: given, found: [] });
      }),
      { numRuns: 600 },
    );
  });

  it('keeps references that are all of a segment', () => {
    const article = sourceOf('- [Help][]\n- [Rain]\n\n[help]: a.md\n[rain]: b.md\n');
    const { text, found } = mergedInto(article, documentOf(article, { Help: 'Hilfe', Rain: 'Regen' }));
    expect({ text, found }).toEqual({
      text: '- [Hilfe][Help]\n- [Regen][Rain]\n\n[help]: a.md\n[rain]: b.md\n',
      found: [],
    });
  });

  it('keeps references whose definition has its address in the next line', () => {
    const article = sourceOf('See the [Plan].\r\nSee [Note].\n\n[plan]:\r\n  a.md\n\n[note]:\nThis is none.\n');
    const document = documentOf(article);
    const { text, found } = mergedInto(
      article,
      document.replace(
        /<source>(See the .*?)<\/source>/,
        (all, source: string) => `${all}<target>${source.replace('>Plan<', '>Karte<')}</target>`,
      ),
    );
    expect({ text, found }).toEqual({
      text: 'See the [Karte][Plan].\r\nSee [Note].\n\n[plan]:\r\n  a.md\n\n[note]:\nThis is none.\n',
      found: [],
    });
  });

  it('puts targets in place of their segments, and nothing else is another', () => {
    const document = documentOf(garden, {
      'The garden': 'Der Garten: klein',
      'Water it.': 'Gie\u00dfe ihn.',
      'Cut what is dry.': 'Schneide &lt;alles&gt; ab.',
      Rose: 'Rose | Dorn',
      May: 'Mai',
    });
    const merged = mergedInto(garden, document);
    expect(merged.found).toEqual([]);
    expect(merged.text).toBe(
      text
        .replace('title: The garden', 'title: "Der Garten: klein"')
        .replace('# The garden', '# Der Garten: klein')
        .replace('Water it.', 'Gie\u00dfe ihn.')
        .replace('Cut what\n> is dry.', 'Schneide \\<alles> ab.')
        .replace('| Rose  | May  |', '| Rose \\| Dorn  | Mai  |'),
    );
    expect(merged.untranslated).toHaveLength(6);
  });

  it('writes codes as the article spells them, by their data or without', () => {
    for (const [format, start, end] of [
      ['xliff', 'pc', 'pc'],
      ['xliff1.2', 'g', 'g'],
    ] as const) {
      const document = documentOf(garden, {}, format).replace(
        new RegExp(`<source>Water the (<${start} [^>]*>)roses(</${end}>) twice.</source>`),
        '$&<target>Zweimal $1Rosen$2 w\u00e4ssern.</target>',
      );
      expect(mergedInto(garden, document)).toMatchObject({
        text: text.replace('Water the **roses** twice.', 'Zweimal **Rosen** w\u00e4ssern.'),
        found: [],
      });
    }
  });

  it('has a target for a segment over several lines in one', () => {
    const article = sourceOf('> - One\n>   line.  Two.\n\nEnd.');
    const document = documentOf(article, { 'One line.': '\n  Eine\n  Zeile.\n' });
    expect(mergedInto(article, document)).toEqual({
      text: '> - Eine Zeile.  Two.\n\nEnd.',
      found: [],
      untranslated: ['102', '103'],
    });
  });

  it('takes an empty target for none, and asks for all where it is told to', () => {
    const article = sourceOf('One.\n\nTwo.\n\nThree.');
    const document = documentOf(article, { 'One.': 'Eins.', 'Two.': ' \n ' });
    expect(mergedInto(article, document)).toEqual({
      text: 'Eins.\n\nTwo.\n\nThree.',
      found: [],
      untranslated: ['102', '103'],
    });
    const { text: refused, found } = mergedInto(article, document, { requireAll: true });
    expect(refused).toBeUndefined();
    expect(found).toEqual(['merge/untranslated 102', 'merge/untranslated 103']);
    const whole = documentOf(article, { 'One.': 'Eins.', 'Two.': 'Two.', 'Three.': 'Drei.' });
    expect(mergedInto(article, whole, { requireAll: true })).toEqual({
      text: 'Eins.\n\nTwo.\n\nDrei.',
      found: [],
      untranslated: [],
    });
  });

  it('places what lacks a target where it stands in the document', () => {
    const article = sourceOf('One.\n\nTwo.');
    const document = documentOf(article, { 'One.': 'Eins.' });
    const [diagnostic] = diagnosticsOf(mergeSource(article, document, { requireAll: true }));
    expect(document.slice(diagnostic?.offset)).toMatch(/^<segment id="102"/);
    // A segment that is not in the document at all is one of its file.
    const without = document.replace(/<unit id="102"[\s\S]*?<\/unit>\n/, '');
    const [other] = diagnosticsOf(mergeSource(article, without, { requireAll: true }));
    expect(without.slice(other?.offset)).toMatch(/^<file /);
    expect(other?.code).toBe('merge/untranslated');
  });

  it('says what was approved', () => {
    const article = sourceOf('One.\n\nTwo.\n\nThree.');
    const document = documentOf(article, { 'One.': 'Eins.', 'Two.': 'Zwei.' }).replace(
      'id="101" state="initial"',
      'id="101" state="final"',
    );
    const merged = mergedSourceOf(mergeSource(article, document));
    const states = Array.from(sourceSegmentsOf(merged?.article as SourceArticle), ({ state, target }) => [
      state,
      target?.text,
    ]);
    expect(states).toEqual([
      ['reviewed', 'Eins.'],
      ['translated', 'Zwei.'],
      [undefined, undefined],
    ]);
    expect(merged?.trgLang).toBe('de-DE');
  });
});

describe('a document that is cut otherwise than the article is read', () => {
  const plain = sourceOf('One **a**: b. Two `c`. Three.\n\nFour. Five.');

  /** The grains with these texts. */
  function cutTo(article: SourceArticle, texts: readonly string[]): SourceArticle {
    const grains = createGrains(article);
    return recutSource(article, (unit) => {
      const chosen = [...grains.of(unit)].filter((grain) => texts.includes(grain.text));
      return chosen.length === 0 ? undefined : chosen;
    });
  }

  it.each(forms)('is merged as it is cut: %s', (_, format, options) => {
    const joined = cutTo(plain, ['One **a**: b. Two `c`.', 'Three.']);
    expect(Array.from(sourceSegmentsOf(joined), ({ id }) => id)).toEqual(['101', '103', '104', '105']);
    const document = documentOf(joined, { 'Three.': 'Drei.', 'Five.': 'F\u00fcnf.' }, format, options);
    const translated = document.replace(/<source>(One .*?)<\/source>/, '$&<target>Und $1</target>');
    expect(mergedInto(plain, translated)).toEqual({
      text: 'Und One **a**: b. Two `c`. Drei.\n\nFour. F\u00fcnf.',
      found: [],
      untranslated: ['104'],
    });
    const finer = cutTo(plain, ['One **a**:', 'b.', 'Two `c`.', 'Three.']);
    const parts = documentOf(finer, { 'b.': 'be.' }, format, options);
    expect(mergedInto(plain, parts)).toMatchObject({ text: plain.text.replace(' b.', ' be.'), found: [] });
  });

  it.each([[['Wait. Go.', 'Wait.', 'Stop.']], [['Wait.', 'Go. Wait.', 'Stop.']], [['Wait. Go. Wait.', 'Stop.']]])(
    'is merged where a part of what is joined stands again: %j',
    (texts) => {
      const article = sourceOf('Wait. Go. Wait. Stop.');
      const cut = cutInto(article, texts);
      const targets = Object.fromEntries(texts.map((text) => [text, `(${text})`]));
      expect(mergedInto(article, documentOf(cut, targets))).toMatchObject({
        text: texts.map((text) => `(${text})`).join(' '),
        found: [],
      });
    },
  );

  it.each(forms.filter(([, , options]) => !('inline' in options)))(
    'is merged where other rules for sentences cut it: %s',
    (_, format, options) => {
      const given =
        '---\ntitle: Open it, then wait\ndescription: One, two. Three\n---\n\n# Open it, then wait\n\nSelect **Save, or** `Go`, and it runs, e.g. now. See [one](a.md); then &lt;go&gt;, **stop**.\n\n> これは、テスト、です。Go, now.\n\nSame, same, same. Last.\n';
      const ends = (mark: RegExp): SentenceRules => ({
        inCodes: true,
        ends: (read) => Array.from(read.matchAll(mark), ({ index }) => ({ at: index + 1, isSure: true })),
      });
      const whole = sourceOf(given);
      for (const [mark, least] of [
        [/[,;.](?=\s)|、/g, 20],
        [/;(?=\s)/g, 6],
        [/\b[a-z](?=\s)/g, 5],
      ] as const) {
        const cut = sourceOf(given, { sentences: ends(mark) });
        const segments = Array.from(sourceSegmentsOf(cut));
        expect(segments.length).toBeGreaterThanOrEqual(least);
        // Where both have a segment, it has the same number.
        const numbers = new Map(Array.from(sourceSegmentsOf(whole), ({ id, range }) => [range.start, id]));
        for (const { id, range } of segments) expect(numbers.get(range.start) ?? id).toBe(id);
        const document = documentOf(cut, {}, format, options).replace(
          /<source>(.*?\S.*?)<\/source>(?!\n<target>)/g,
          '$&<target>\u00dc$1</target>',
        );
        const merged = mergedInto(whole, document);
        expect([merged.found, merged.untranslated]).toEqual([[], []]);
        expect(merged.text?.replaceAll('\u00dc', '')).toBe(given);
        expect(merged.text?.match(/\u00dc/g)).toHaveLength(segments.length);
      }
    },
  );

  it.each([
    ['https://a.example, https://b.example', /,(?=\s)/g],
    ['https://a.example\nhttps://b.example', /\n/g],
    ['https://a.example/b/c', /\/(?=b|c)/g],
  ])('is merged where only one of the two cuts gives %j a segment', (block, mark) => {
    const given = `---\ntitle: One\ndescription: '${block.replace('\n', ', ')}'\n---\n\n# One\n\n${block}\n\nTwo.\n\n* ${block.replace('\n', '\n  ')}\n* Three.\n`;
    const whole = sourceOf(given);
    const cut = sourceOf(given, {
      sentences: { ends: (read) => Array.from(read.matchAll(mark), ({ index }) => ({ at: index + 1, isSure: true })) },
    });
    const idsIn = (article: SourceArticle): ReadonlyMap<string, string> =>
      new Map(Array.from(sourceSegmentsOf(article), ({ id, source }) => [source.text, id]));
    const ids = idsIn(whole);
    for (const read of ['Two.', 'Three.']) expect(idsIn(cut).get(read)).toBe(ids.get(read));
    const merged = mergedInto(whole, documentOf(cut, { One: 'Eins', 'Two.': 'Zwei.', 'Three.': 'Drei.' }));
    expect(merged.found).toEqual([]);
    expect(merged.text).toBe(given.replaceAll('One', 'Eins').replace('Two.', 'Zwei.').replace('Three.', 'Drei.'));
  });

  it('is merged where a tool split a segment into what another block is cut into', () => {
    const article = sourceOf('# Files and videos\n\nFiles last. Look.');
    const document = documentOf(article, {})
      .replace(
        /<segment id="101".*\s*<source>Files and videos<\/source>/,
        '<segment id="a"><source>Files </source><target>Akten </target></segment><segment id="101"><source>and videos</source><target>und Videos</target>',
      )
      .replace(
        /<segment id="102"[\s\S]*<source>Look\.<\/source>/,
        '<segment id="b"><source>Files </source><target>Dateien </target></segment><segment id="102"><source>last. Look.</source><target>dauern. Da.</target>',
      );
    expect(mergedInto(article, document)).toEqual({
      text: '# Akten und Videos\n\nDateien dauern. Da.',
      found: [],
      untranslated: [],
    });
  });

  it('is merged where a tool split a segment into what stands elsewhere in its block', () => {
    const article = sourceOf('The `<Fact>` is run. The test starts.');
    const document = documentOf(article, { 'The test starts.': 'Der Test startet.' });
    const split = document
      .replace(
        '<source>The test starts.</source><target>Der Test startet.</target>',
        '<source>The</source>\n<target>Der</target>\n</segment><ignorable><source> </source><target> </target></ignorable><segment><source>test starts.</source><target>Test startet.</target>',
      )
      .replace(/<source>(The .*? is run\.)<\/source>/, '$&<target>Ja, $1</target>');
    expect(mergedInto(article, split)).toEqual({
      text: 'Ja, The `<Fact>` is run. Der Test startet.',
      found: [],
      untranslated: [],
    });
  });

  it.each(['"Open\\x20it"', '>-\n  Open\n  it', '|\n  Open it'])(
    'is merged where a tool split what cannot be cut: %s',
    (title) => {
      const article = sourceOf(`---\ntitle: ${title}\n---\n\nOne.\n`);
      const document = documentOf(article, { 'One.': 'Eins.' });
      const split = document.replace(
        '<source>Open it</source>',
        '<source>Open </source>\n<target>Auf</target>\n</segment>\n<segment>\n<source>it</source>\n<target>machen</target>',
      );
      const { text, found, untranslated } = mergedInto(article, split);
      expect(text).toMatch(/^---\ntitle: (?:"Aufmachen"|Aufmachen)\n---\n\nEins\.\n$/);
      expect([found, untranslated]).toEqual([[], []]);
    },
  );

  it.each(forms)(
    'is merged where a sentence stands twice, and a code beside it is none of it: %s',
    (_, format, options) => {
      const twice = sourceOf('Open it.\n`a`\nOpen it.');
      const cut = cutTo(twice, ['Open it.']);
      expect(Array.from(sourceSegmentsOf(cut), ({ source }) => source.text)).toEqual(['Open it.', 'Open it.']);
      expect(mergedInto(twice, documentOf(cut, { 'Open it.': 'Zu.' }, format, options))).toEqual({
        text: 'Zu.\n`a`\nZu.',
        found: [],
        untranslated: [],
      });
    },
  );

  it('has its signs at the starts of lines where a tool laid it out anew', () => {
    const laidOut = (text: string, source: string, target: string): string => {
      const document = documentOf(sourceOf(text)).replace(/<source>[^<]*/, `<source>${source}`);
      return document.replace('</source>', `</source><target>${target}</target>`);
    };
    for (const start of ['', '> ']) {
      const text = `${start}Allow it from\n${start}version >= 10 on.\n`;
      const document = laidOut(text, 'Allow it\n  from version &gt;= 10 on.', 'Erlaubt ab\n  Version\n  &gt;= 10.');
      expect(mergedInto(sourceOf(text), document)).toEqual({
        text: `${start}Erlaubt ab Version >= 10.\n`,
        found: [],
        untranslated: [],
      });
    }
  });

  it('is merged where a tool split a segment, or joined two', () => {
    const article = sourceOf('One two. Three.\n\nFour.');
    const document = documentOf(article);
    const split = document.replace(
      '<segment id="101" state="initial">\n<source>One two.</source>\n</segment>',
      '<segment id="a"><source>One </source><target>Eins </target></segment><segment id="b"><source>two.</source><target>zwei.</target></segment>',
    );
    expect(mergedInto(article, split)).toMatchObject({ text: 'Eins zwei. Three.\n\nFour.', found: [] });
    const joined = document.replace(
      /<segment id="101"[\s\S]*?<\/unit>/,
      '<segment id="101"><source>One two. Three.</source><target>Eins zwei drei.</target></segment></unit>',
    );
    expect(mergedInto(article, joined)).toMatchObject({ text: 'Eins zwei drei.\n\nFour.', found: [] });
  });

  it.each([
    ['with an id of its own', 'One here ', 's1', 'and over.'],
    ['with the white space in the second part', 'One here', '101b', ' and over.'],
    ['inside of a line', 'One ', '2', 'here and over.'],
  ])('is merged where a tool split a segment over two lines, %s', (_, one, id, two) => {
    const article = sourceOf('> One here\n> and over. Two.\n\nThree.');
    const splitAs = (first: string, second: string): string =>
      documentOf(article).replace(
        /<segment id="101"[\s\S]*?<\/segment>/,
        `<segment id="101"><source>${one}</source><target>${first}</target></segment>` +
          `<segment id="${id}"><source>${two}</source><target>${second}</target></segment>`,
      );
    expect(mergedInto(article, splitAs('Eins', ' und mehr.'))).toEqual({
      text: '> Eins und mehr. Two.\n\nThree.',
      found: [],
      untranslated: ['102', '103'],
    });
    // A target may be its source.
    expect(mergedInto(article, splitAs(one, two))).toEqual({
      text: '> One here\n> and over. Two.\n\nThree.',
      found: [],
      untranslated: ['102', '103'],
    });
  });

  it.each([
    ['', ''],
    ['> ', '> '],
    ['> - ', '>   '],
    ['- ', '  '],
  ])('is merged where a tool joined segments over the end of a line: after "%s"', (first, second) => {
    const article = sourceOf(`${first}One \`a\`.\n${second}Two \`b\`.`);
    const joined = documentOf(article)
      .replace(/<\/source>\n<\/segment>\n<ignorable>\n<source>([\s\S]*?)<\/source>[\s\S]*?<source>/, '$1')
      .replace(/<source>([\s\S]*?)<\/source>/, (source, text: string) => {
        return `${source}<target>${text.replace('One', 'Eins').replace('Two', 'Zwei')}</target>`;
      });
    expect(joined.match(/<segment/g)).toHaveLength(1);
    expect(mergedInto(article, joined)).toEqual({
      text: `${first}Eins \`a\`. Zwei \`b\`.`,
      found: [],
      untranslated: [],
    });
  });

  it('has no target for what it lacks of a segment of which it has a part', () => {
    const article = sourceOf('One thing; `x` another. Two.');
    const whole = '<source>One thing; <ph id="1" dataRef="d1" equiv="x" disp="x"/> another.</source>';
    const part = '<source>One thing;</source><target>Eins;</target>';
    const document = documentOf(article)
      .replace(/<source>One thing.*<\/source>/, whole)
      .replace(whole, part);
    expect(mergedInto(article, document)).toMatchObject({
      text: 'Eins; `x` another. Two.',
      untranslated: ['101.2', '102'],
    });
    const all = document.replace('<source>Two.</source>', '$&<target>Zwei.</target>');
    expect(mergedSourceOf(mergeSource(article, all, { requireAll: true }))).toBeUndefined();
  });

  it('is merged where a tool joined segments with codes, which have the numbers of several', () => {
    const article = sourceOf('Use `a` and **b**. See [*c*](d.md) now. Then `e`.');
    const parts = [...documentOf(article).matchAll(/<source>(.*?)<\/source>/g)].map(([, part = '']) => part);
    const [one = '', , two = '', , three = ''] = parts;
    const joinedAs = (segments: readonly (readonly [source: string, target: string])[]): string =>
      documentOf(article).replace(
        /<segment id="101"[\s\S]*<\/segment>/,
        segments
          .map(
            ([source, target], at) =>
              `<segment id="${at}"><source>${source}</source><target>${target}</target></segment>`,
          )
          .join('<ignorable><source> </source></ignorable>'),
      );
    const german = (part: string): string =>
      part.replace('Use', 'Nutze').replace('See', 'Siehe').replace('Then', 'Dann');
    expect(two).toContain('"2-');
    const all = joinedAs([[`${one} ${two} ${three}`, `${german(three)} ${german(one)} ${german(two)}`]]);
    expect(mergedInto(article, all)).toEqual({
      text: 'Dann `e`. Nutze `a` and **b**. Siehe [*c*](d.md) now.',
      found: [],
      untranslated: [],
    });
    const last = joinedAs([
      [one, german(one)],
      [`${two} ${three}`, `${german(two)} ${german(three)}`],
    ]);
    expect(mergedInto(article, last)).toMatchObject({
      text: 'Nutze `a` and **b**. Siehe [*c*](d.md) now. Dann `e`.',
      found: [],
    });
    const first = joinedAs([
      [`${one} ${two}`, `${german(one)} ${german(two)}`],
      [three, german(three)],
    ]);
    expect(mergedInto(article, first)).toMatchObject({
      text: 'Nutze `a` and **b**. Siehe [*c*](d.md) now. Dann `e`.',
      found: [],
    });
    const lost = joinedAs([[`${one} ${two} ${three}`, 'Nichts.']]);
    expect(mergedInto(article, lost)).toMatchObject({ found: expect.arrayContaining(['merge/lost-code 101']) });
  });

  it('is refused where a tool joined segments over half of a link, which would be text', () => {
    const article = sourceOf('![one](a.svg) [![two](b.svg)](c.md)');
    const document = documentOf(article);
    const [, one = '', between = '', two = ''] =
      /<source>(.*?)<\/source>[\s\S]*<source>(.*?)<\/source>[\s\S]*<source>(.*?)<\/source>/.exec(document) ?? [];
    expect(between).toBe(' [');
    const joinedAs = (source: string): string =>
      document.replace(
        /<segment [\s\S]*<\/segment>/,
        `<segment id="101"><source>${source}</source><target>${source.replaceAll(/>(one|two)</g, '>neu<')}</target></segment>`,
      );
    expect(mergedInto(article, joinedAs(`${one} [${two}`))).toMatchObject({ found: ['merge/unwritable 101'] });
    // As it is cut, each is translated.
    const apart = document.replaceAll(/<source>(.*?>)(one|two)(<.*?)<\/source>/g, '$&<target>$1neu$3</target>');
    expect(mergedInto(article, apart)).toMatchObject({ text: '![neu](a.svg) [![neu](b.svg)](c.md)', found: [] });
  });
});

describe('an article that has changed since', () => {
  it.each([
    ['(A one. B two.) (Go now.)', ['Go now.', 'A one. B two.']],
    ['(A one. B two.) (C three. D four.) (Go now.)', ['Go now.', 'C three. D four.', 'A one. B two.']],
    ['(Wait. Go.) (Wait.) (Stop now.)', ['Stop now.', 'Wait. Go.', 'Wait.']],
  ])('gets targets of joined sentences where the first one now stands last: %s', (expected, texts) => {
    const before = sourceOf(texts.join(' '));
    const cut = cutInto(before, texts);
    const document = documentOf(cut, Object.fromEntries(texts.map((read) => [read, `(${read})`])));
    const now = sourceOf(expected.replace(/[()]/g, ''));
    expect(mergedInto(now, document)).toEqual({ text: expected, found: [], untranslated: [] });
  });

  const before = sourceOf('# Head\n\nOne. Two.\n\n- Three\n- Four', { path: 'a.md' });
  const document = documentOf(before, { Head: 'Kopf', 'One.': 'Eins.', 'Two.': 'Zwei.', Three: 'Drei', Four: 'Vier' });

  it('gets the targets whose sources it still has, wherever they stand; the others are reported', () => {
    const after = sourceOf('New.\n\n# Head\n\nAlso new. One. Two more.\n\n- Four\n- Three', { path: 'a.md' });
    expect(mergedInto(after, document)).toEqual({
      text: 'New.\n\n# Kopf\n\nAlso new. Eins. Two more.\n\n- Vier\n- Drei',
      found: ['merge/source-differs 103'],
      untranslated: ['101', '103', '105'],
    });
  });

  it('gets the targets of segments that a tool joined, and split, whatever stands before their block now', () => {
    const was = sourceOf('# Head\n\nOne **a**. Two **b**.\n\nThree four.', { path: 'a.md' });
    const returned = documentOf(was, { Head: 'Kopf' })
      .replace(
        /<source>One [\s\S]*?<\/source>[\s\S]*?<source>Two ([\s\S]*?)<\/source>/,
        (all, two: string) => `${/<source>One .*(?=<\/source>)/.exec(all)?.[0]} Two ${two}</source>`,
      )
      .replace(
        /<source>(One .*)<\/source>/,
        (all, joined: string) => `${all}<target>${joined.replace('One', 'Eins').replace('Two', 'Zwei')}</target>`,
      )
      .replace(
        '<source>Three four.</source>',
        '<source>Three </source><target>Drei </target></segment><segment id="x"><source>four.</source><target>vier.</target>',
      );
    const after = sourceOf('New here. And there.\n\n# Head\n\nOne **a**. Two **b**.\n\nThree four.', { path: 'a.md' });
    expect(mergedInto(after, returned)).toEqual({
      text: 'New here. And there.\n\n# Kopf\n\nEins **a**. Zwei **b**.\n\nDrei vier.',
      found: [],
      untranslated: ['101', '102'],
    });
  });

  it('gets both targets of equal segments where a tool split the first one', () => {
    const head = '---\ntitle: One two\n---\n\n';
    const returned = documentOf(sourceOf(`${head}# One two`), { 'One two': 'Zwei eins' }).replace(
      /<source>One two<\/source>\s*<target>.*<\/target>/,
      '<source>One </source><target>Eins </target></segment><segment id="x"><source>two</source><target>zwei</target>',
    );
    expect(mergedInto(sourceOf(`${head}New.\n\n# One two`), returned)).toEqual({
      text: '---\ntitle: Eins zwei\n---\n\nNew.\n\n# Zwei eins',
      found: [],
      untranslated: ['102'],
    });
  });

  it('is refused where it is another one', () => {
    const other = sourceOf('# Other\n\nWhat. Two.\n\nWhy?', { path: 'b.md' });
    expect(mergedInto(other, document)).toEqual({ text: undefined, found: ['merge/other-article'], untranslated: [] });
    // One that was renamed is not another one.
    const renamed = sourceOf(before.text, { path: 'b.md' });
    expect(mergedInto(renamed, document).text).toBe('# Kopf\n\nEins. Zwei.\n\n- Drei\n- Vier');
  });

  it('is found among many in a document, by its path or its sources', () => {
    const other = sourceOf('# Head\n\nSomething else. And more.', { path: 'c.md' });
    const both = sourcesToString([other, before], 'xliff', { trgLang: 'de-DE' }).replace(
      '<source>Three</source>',
      '$&<target>Drei</target>',
    );
    for (const path of ['a.md', 'docs/a.md', undefined]) {
      const article = sourceOf(before.text, path === undefined ? {} : { path });
      expect(mergedInto(article, both)).toMatchObject({ text: before.text.replace('Three', 'Drei'), found: [] });
    }
  });
});

describe('a target that cannot be written', () => {
  const article = sourceOf('One **a**.\n\nTwo [b](c.md).\n\nThree.');

  it('is reported as in side-by-side articles, and the others are written', () => {
    const document = documentOf(article, { 'Three.': 'Drei.' })
      .replace(/<source>One .*?<\/source>/, '$&<target>Eins a.</target>')
      .replace(/<source>Two .*?<\/source>/, '$&<target>Zwei.</target>');
    expect(mergedInto(article, document)).toEqual({
      text: 'Eins a.\n\nTwo [b](c.md).\n\nDrei.',
      found: ['merge/deleted-code 101', 'merge/lost-code 102'],
      untranslated: ['102'],
    });
    expect(mergedInto(article, document, { force: true }).text).toBe('Eins a.\n\nZwei.\n\nDrei.');
    expect(mergedInto(article, document, { requireAll: true })).toMatchObject({
      text: undefined,
      found: expect.arrayContaining(['merge/untranslated 102']),
    });
  });

  it('may be an address, and nothing else', () => {
    const read = sourceOf('One.\n\nTwo.');
    const merged = mergedInto(read, documentOf(read, { 'One.': 'https://a.b', 'Two.': 'Zwei.' }));
    expect(merged).toEqual({ text: 'https://a.b\n\nZwei.', found: [], untranslated: [] });
  });

  it('costs only itself', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `Line ${index}.`);
    const read = sourceOf(lines.join('\n\n'));
    const targets = Object.fromEntries(
      lines.map((line, index) => [line, index % 4 === 0 ? '&lt;!-- x' : `Zeile ${index}.`]),
    );
    const merged = mergedInto(read, documentOf(read, targets, 'xliff', { inline: 'text' }), { inline: 'text' });
    expect(merged.found.filter((found) => found.startsWith('merge/unwritable'))).toHaveLength(10);
    expect(merged.text?.match(/Zeile/g)).toHaveLength(30);
  });
});

describe('a document of an article of another kind', () => {
  const sideBySide = articleOf(pair('1a2b3-101', 'Hallo', 'Hello'), 'a.md');
  const english = sourceOf('Hello', { path: 'a.md' });

  it.each(['xliff', 'xliff1.2'] as const)('is refused with what it is: %s', (format) => {
    const ofPairs = exportToString([sideBySide], format, { trgLang: 'de-DE' });
    expect(mergedInto(english, ofPairs).found).toEqual(['merge/side-by-side 101']);
    const [found] = diagnosticsOf(mergeXliff(sideBySide, documentOf(english, { Hello: 'Hallo' }, format)));
    expect(found?.code).toBe('merge/one-language');
  });

  it('is refused where it is no XLIFF', () => {
    for (const document of ['', 'no XML', '<tmx version="1.4"/>', '<xliff version="2.0"/>']) {
      const { text: none, found } = mergedInto(english, document);
      expect(none).toBeUndefined();
      expect(found[0]).toMatch(/^merge\/(?:unreadable|other-article)$/);
    }
  });
});
