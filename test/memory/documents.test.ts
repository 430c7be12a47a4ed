import { describe, expect, it } from 'vitest';
import {
  type CreateMemoryOptions,
  createMemory,
  entriesToString,
  type MemoryEntry,
  moses,
  validateTmx,
} from '../../src/index.js';

const documentOf = (units: string): string => `<tmx version="1.4"><header srclang="en-US"/><body>${units}</body></tmx>`;
const variants = '<tuv xml:lang="en-US"><seg>Source</seg></tuv><tuv xml:lang="de-DE"><seg>Ziel</seg></tuv>';

function entriesOf(document: string, options: CreateMemoryOptions = {}): readonly MemoryEntry[] {
  const memory = createMemory(options);
  memory.add(document);
  return memory.entries();
}

describe('documents in a memory', () => {
  it('never have a count that is none, whatever they say', () => {
    const huge = documentOf(`<tu usagecount="2000000000">${variants}</tu>`.repeat(2));
    expect(entriesOf(huge)[0]?.targets[0]?.count).toBe(2_147_483_647);
    const absurd = documentOf(`<tu usagecount="999999999999999">${variants}</tu>`);
    expect(entriesOf(absurd)[0]?.targets[0]?.count).toBe(2_147_483_647);
  });

  it('with nothing but codes, or white space that is no XML, stand where they are counted', () => {
    const unit = (source: string, target: string): string =>
      `<tu><tuv xml:lang="en-US"><seg>${source}</seg></tuv><tuv xml:lang="de-DE"><seg>${target}</seg></tuv></tu>`;
    const units = [
      unit('<ph x="1"/>', '<ph x="1"/>'),
      unit('<ph x="1">{1}</ph>', ' <ph x="1">{1}</ph>'),
      unit('\u00a0', '\u2028'),
      unit('A<ph x="1"/>', 'B'),
    ];
    for (const [inline, left] of [
      ['codes', {}],
      ['text', { 'document/empty-source': 1 }],
      ['strip', { 'document/empty-source': 2 }],
    ] as const) {
      const memory = createMemory({ keep: 'all', inline });
      memory.add(documentOf(units.join('')));
      const { found, entries, leftOut } = memory.count();
      expect([found, leftOut]).toEqual([4, left]);
      for (const format of ['jsonl', 'tmx', 'csv'] as const) {
        const text = entriesToString(memory.entries(), format, { inline });
        expect(text.split('\n').filter((line) => /^\{|^<tu |,en-US,/.test(line))).toHaveLength(entries);
        expect(text).not.toContain('<seg></seg>');
      }
      const [lines, others] = [moses, ...(moses.beside ?? [])].map((file) =>
        memory.entries().flatMap((each) => [...(file.entry?.(each, { inline }) ?? [])].join('')),
      );
      const pairs = lines?.map((line, index) => line + (others?.[index] ?? '')).filter((pair) => pair !== '');
      expect(pairs?.sort()).toEqual(inline === 'strip' ? ['A\nB\n'] : ['A\nB\n', '{1}\n{1}\n']);
    }
  });

  it('keep what other tools say of a place that nothing else names', () => {
    const props =
      '<prop type="file">a.html</prop><prop type="prev">Before</prop><prop type="next">After</prop><prop type="id">7</prop>';
    const types = (entries: readonly MemoryEntry[]) =>
      entries[0]?.targets[0]?.props?.map(({ type, value }) => `${type}=${value}`);
    const expected = ['file=a.html', 'id=7', 'next=After', 'prev=Before'];
    for (const context of ['none', 'omegat', 'memoq'] as const) {
      const entries = entriesOf(documentOf(`<tu>${props}${variants}</tu>`), { context });
      expect(types(entries)).toEqual(expected);
      const written = entriesToString(entries, 'tmx', { context });
      expect(validateTmx(written)).toEqual([]);
      expect(types(entriesOf(written, { context }))).toEqual(expected);
    }
  });

  it.each(['omegat', 'memoq'] as const)('keep the neighbours that %s has, without the articles', (context) => {
    const props = (number: number): string =>
      `<prop type="x-article">a.md</prop><prop type="x-pair">abcde-${number}</prop>`;
    const neighbours =
      context === 'omegat'
        ? '<prop type="file">a.md</prop><prop type="prev">Before</prop><prop type="next">After</prop>'
        : '<prop type="x-context-pre">&lt;seg&gt;Before&lt;/seg&gt;</prop><prop type="x-context-post">&lt;seg&gt;After&lt;/seg&gt;</prop>';
    const given = documentOf(`<tu>${props(1)}${neighbours}${variants}</tu>`);
    for (const join of [false, true]) {
      const options = { context, join };
      const entries = entriesOf(given, options);
      expect(entries[0]?.targets[0]).toMatchObject({ previous: { text: 'Before' }, next: { text: 'After' } });
      const written = entriesToString(entries, 'tmx', { context });
      expect(written).toContain('Before');
      expect(entriesToString(entriesOf(written, options), 'tmx', { context })).toBe(written);
    }
    expect(entriesOf(given)[0]?.targets[0]?.previous).toBeUndefined();
  });

  it('are the same again without markup, where what was replaced looks like Markdown', () => {
    const unit = (target: string, date: string): string =>
      `<tu changedate="${date}T000000Z"><tuv xml:lang="en-US"><seg>a *b* c</seg></tuv><tuv xml:lang="de-DE"><seg>${target}</seg></tuv></tu>`;
    const given = documentOf(unit('neu *b*', '20210101') + unit('alt *b*', '20200101'));
    const written = entriesToString(entriesOf(given, { inline: 'strip' }), 'tmx', { inline: 'strip' });
    expect(written).toContain('<prop type="x-replaced">alt *b*</prop>');
    expect(entriesToString(entriesOf(written, { inline: 'strip' }), 'tmx', { inline: 'strip' })).toBe(written);
  });

  it('say of several translations that were replaced which is the best, in any order', () => {
    const unit = (text: string, type: string, day: string): string =>
      documentOf(
        `<tu><prop type="x-replaced">${text}</prop>${type === '' ? '' : `<prop type="x-replaced-type">${type}</prop>`}<prop type="x-replaced-date">${day}</prop>${variants}</tu>`,
      );
    const alike = [unit('Alt', 'MT', '2019-01-02'), unit('Alt', '', '2019-01-02'), unit('Neu', 'MT', '2019-01-02')];
    const documents = [...alike, unit('Mensch', 'HT', '2018-01-02'), unit('Alt', 'HT', '2017-01-02')];
    const replacedBy = (keep: 'best' | 'latest', given: readonly string[]): unknown => {
      const memory = createMemory({ keep });
      for (const document of given) memory.add(document);
      return memory.entries()[0]?.targets[0]?.replaced;
    };
    expect(replacedBy('best', documents)).toMatchObject({ text: 'Mensch' });
    expect(replacedBy('latest', documents)).toMatchObject({ text: 'Alt', lastHandoff: '2019-01-02' });
    for (const given of [documents, alike]) {
      for (const keep of ['best', 'latest'] as const) {
        for (let turn = 0; turn < given.length; turn++) {
          const turned = [...given.slice(turn), ...given.slice(0, turn)];
          expect(replacedBy(keep, turned)).toEqual(replacedBy(keep, given));
          expect(replacedBy(keep, turned.toReversed())).toEqual(replacedBy(keep, given));
        }
      }
    }
  });

  it('come in the order of the characters of their texts, then of their languages, where they have no place', () => {
    const unit = (source: string, language: string): string =>
      `<tu><tuv xml:lang="en-US"><seg>${source}</seg></tuv><tuv xml:lang="${language}"><seg>T</seg></tuv></tu>`;
    const sources = ['same b', '\u{1F600} x', 'same a', '\uFFFD x', 'same', 'same a b'];
    const given = documentOf(sources.flatMap((each) => [unit(each, 'fr-FR'), unit(each, 'de-DE')]).join(''));
    const shown = entriesOf(given).map(({ source, targets }) => `${source.text} ${targets[0]?.trgLang}`);
    const inOrder = ['same', 'same a', 'same a b', 'same b', '\uFFFD x', '\u{1F600} x'];
    expect(shown).toEqual(inOrder.flatMap((each) => [`${each} de-DE`, `${each} fr-FR`]));
  });

  it('have the same names and order when they are read again, whatever white space stands at their ends', () => {
    const unit = (source: string): string =>
      `<tu><tuv xml:lang="en-US"><seg>${source}</seg></tuv><tuv xml:lang="de-DE"><seg> <ph>1</ph> T<ph>2</ph>\n</seg></tuv></tu>`;
    const given = documentOf(
      [' b<ph>1</ph>', 'a<ph>1</ph> ', '<ph>1</ph> c &#32;', '\tb <ph>2</ph>d '].map(unit).join(''),
    );
    const written = entriesToString(entriesOf(given), 'tmx');
    expect(entriesToString(entriesOf(written), 'tmx')).toBe(written);
    expect(entriesOf(given).map(({ source }) => source.content)).toEqual(
      entriesOf(written).map(({ source }) => source.content),
    );
  });

  it('have the same names and order when they are read again, whatever types their codes had', () => {
    const unit = (source: string): string =>
      `<tu><tuv xml:lang="en-US"><seg>${source}</seg></tuv><tuv xml:lang="de-DE"><seg>T</seg></tuv></tu>`;
    const codes = ['x="1"', 'x="3" type="x-foo"', 'x="2" type="x-zoo" assoc="p"', 'type="image"', 'type="x-\u00e4"'];
    const data = ['&lt;x/&gt;', '&lt;br/&gt;', '{0}', ''];
    const given = documentOf(
      codes.flatMap((code) => data.map((each) => unit(`<ph ${code}>${each}</ph> ${code.length}`))).join(''),
    );
    const written = entriesToString(entriesOf(given), 'tmx');
    expect(entriesToString(entriesOf(written), 'tmx')).toBe(written);
  });
});
