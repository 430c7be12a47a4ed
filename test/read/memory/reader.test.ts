import { describe, expect, it } from 'vitest';
import { createMemoryReader, type DocumentUnit, entryOf, readMemoryText, validateTmx } from '../../../src/index.js';
import { documents } from './documents.js';

/** A content in a line: codes as `kind id type/subType "data"`. */
function shown(unit: DocumentUnit | undefined, index: number): string {
  const content = unit?.variants[index]?.content ?? [];
  return content
    .map((piece) =>
      piece.kind === 'text'
        ? piece.text
        : `{${piece.kind}${piece.kind !== 'ph' && piece.isolated ? '!' : ''} ${piece.id} ${piece.type}${piece.subType === undefined ? '' : `/${piece.subType}`} ${piece.data}}`,
    )
    .join('');
}

it('takes text, and no bytes, of which a part may end in a character', () => {
  const bytes = Buffer.from('<tmx version="1.4"><header srclang="en-US"/><body/></tmx>') as unknown as string;
  const decode = 'the document is no text; decode its bytes first';
  expect(() => createMemoryReader().push(bytes)).toThrow(decode);
  expect(() => readMemoryText(bytes)).toThrow(decode);
  expect(() => validateTmx(bytes)).toThrow(decode);
});

describe('a memory', () => {
  it.each([
    [
      'its source',
      '',
      'creationdate="20180101T000000Z" changedate="20190101T000000Z"',
      'creationdate="20240601T000000Z"',
    ],
    ['its unit', 'changedate="20200101T000000Z"', '', 'creationdate="20240601T000000Z"'],
    ['its unit, of creation', 'creationdate="20250101T000000Z"', '', 'changedate="20240601T000000Z"'],
  ])('takes no date of %s that contradicts what a translation says', (_, ofUnit, ofSource, ofTarget) => {
    const { units } = readMemoryText(
      `<tmx version="1.4"><body><tu ${ofUnit}><tuv xml:lang="en" ${ofSource}><seg>Hi</seg></tuv><tuv xml:lang="de" ${ofTarget}><seg>Hallo</seg></tuv></tu></body></tmx>`,
    );
    const [target] = entryOf(units[0] as DocumentUnit).targets;
    expect([target?.firstHandoff, target?.lastHandoff]).toEqual(['2024-06-01', '2024-06-01']);
  });

  it('takes dates that its unit and its source say in part', () => {
    const { units } = readMemoryText(
      '<tmx version="1.4"><body><tu changedate="20200101T000000Z"><tuv xml:lang="en" creationdate="20180101T000000Z" changedate="20190101T000000Z"><seg>Hi</seg></tuv><tuv xml:lang="de"><seg>Hallo</seg></tuv></tu></body></tmx>',
    );
    const [target] = entryOf(units[0] as DocumentUnit).targets;
    expect([target?.firstHandoff, target?.lastHandoff]).toEqual(['2018-01-01', '2020-01-01']);
  });

  it('of Trados style keeps codes, properties, dates and counts', () => {
    const { units, diagnostics, format } = readMemoryText(documents.trados);
    expect([format, diagnostics, units.length]).toEqual(['tmx', [], 1]);
    expect(shown(units[0], 0)).toBe('Press {sc 1 fmt/xlf:b }{ph 2 other }OK{ec 1 fmt/xlf:b } now');
    expect(shown(units[0], 1)).toBe('{sc 1 fmt/xlf:b }OK{ec 1 fmt/xlf:b }{ph 2 other } jetzt');
    expect(units[0]).toMatchObject({
      srcLang: 'en-US',
      line: 6,
      column: 1,
      usageCount: 4,
      lastUsageDate: '20200102T000000Z',
    });
    const { targets, leftOut } = entryOf(units[0] as DocumentUnit);
    expect(leftOut).toEqual([]);
    expect(targets[0]).toMatchObject({
      trgLang: 'de-DE',
      firstHandoff: '2019-03-04',
      lastHandoff: '2020-01-01',
      count: 4,
      places: [],
    });
    expect(targets[0]?.props).toEqual([
      { type: 'x-LastUsedBy', value: 'someone' },
      { type: 'x-Context', value: '0, 0' },
      { type: 'x-Origin', value: 'TM' },
      { type: 'note', value: 'look & see' },
    ]);
    expect(JSON.stringify(targets)).not.toContain('HOST');
  });

  it('of memoQ style has its neighbours and pairs without x', () => {
    const [unit] = readMemoryText(documents.memoq).units;
    expect(shown(unit, 0)).toBe('One {sc 1 other {}}two{ec 1 other {}} {ph 2 fmt/xlf:lb <br/>}');
    const { targets, srcLang } = entryOf(unit as DocumentUnit);
    expect(srcLang).toBe('en-US');
    expect(targets[0]).toMatchObject({ trgLang: 'hu', previous: { text: 'Before {}it{}' }, next: { text: 'After' } });
    expect(targets[0]?.props?.map(({ type }) => type)).toEqual([
      'client',
      'project',
      'x-context-pre',
      'x-context-post',
    ]);
  });

  it('of OmegaT style and TMX 1.1 has languages by lang', () => {
    const [unit] = readMemoryText(documents.omegat).units;
    expect(unit?.variants.map(({ lang, text }) => [lang, text])).toEqual([
      ['en-US', 'Hello <b0>you</b0>'],
      ['fr', 'Bonjour'],
    ]);
    expect(entryOf(unit as DocumentUnit).targets[0]).toMatchObject({
      firstHandoff: '2022-05-05',
      lastHandoff: '2022-05-05',
      count: 1,
    });
  });

  it('of Okapi style: *all*, hi, sub, it; what is no variant is counted', () => {
    const [unit] = readMemoryText(documents.okapi).units;
    expect(unit?.srcLang).toBeUndefined();
    expect(shown(unit, 0)).toBe('See the {sc! 1 fmt/xlf:i <i>}file{ph 2 link/md:footnote [1: A ! note]}.');
    const { targets, leftOut } = entryOf(unit as DocumentUnit, { srcLang: 'EN' });
    expect(targets.map(({ trgLang }) => trgLang)).toEqual(['sr-Latn-RS']);
    expect(leftOut.map(({ code }) => code).toSorted()).toEqual([
      'document/empty-target',
      'document/language',
      'document/no-text',
    ]);
    expect(entryOf(unit as DocumentUnit, { srcLang: 'ja' })).toMatchObject({ targets: [], leftOut: { length: 5 } });
  });

  it('in XLIFF 2: segments by state, annotations, data, prefixes; matches are not taken', () => {
    const { units, diagnostics, format } = readMemoryText(documents.xliff2);
    expect([format, diagnostics]).toEqual(['xliff', []]);
    expect(units.map(({ id }) => id)).toEqual(['s1', 's2', 's3', 's4']);
    expect(shown(units[0], 0)).toBe('Run {sc 1 fmt/xlf:b **}it{ec 1 fmt/xlf:b **}');
    expect(shown(units[2], 0)).toBe('Use {ph 1 fmt/md:code `c`}\u0001');
    const entries = units.map((unit) => entryOf(unit));
    expect(entries.map(({ targets, leftOut }) => targets[0]?.text ?? leftOut[0]?.code)).toEqual([
      '**Rode**',
      'document/not-translated',
      'Usar `c`',
      'document/no-target',
    ]);
    expect(entries[0]?.targets[0]).toMatchObject({
      trgLang: 'pt-BR',
      translationType: 'ht',
      places: [{ path: 'a/b.md', id: 's1' }],
    });
  });

  it('in XLIFF 1.2: codes of both kinds; alt-trans is not taken', () => {
    const { units, diagnostics, format } = readMemoryText(documents.xliff12);
    expect([format, diagnostics]).toEqual(['xliff1.2', []]);
    expect(shown(units[0], 1)).toBe('En {sc 1 fmt/xlf:b }b{ec 1 fmt/xlf:b } {ph 2 fmt/md:code }');
    expect(shown(units[1], 0)).toBe('{sc 1 fmt/xlf:b <b>}Z{ec 1 fmt/xlf:b </b>}{sc! 3 fmt/xlf:i <i>}');
    const entries = units.map((unit) => entryOf(unit));
    expect(entries.map(({ targets, leftOut }) => targets[0]?.translationType ?? leftOut[0]?.code)).toEqual([
      'ht',
      'mt',
      'document/not-translated',
    ]);
  });
});

describe('a memory in pieces', () => {
  it.each(Object.entries(documents))('%s is the same however it is cut', (_, text) => {
    const windows = text.replaceAll('\n', '\r\n');
    const whole = readMemoryText(windows).units;
    expect(whole.map(({ variants }) => variants)).toEqual(readMemoryText(text).units.map(({ variants }) => variants));
    for (let cut = 1; cut < windows.length; cut++) {
      const reader = createMemoryReader();
      const units = [...reader.push(windows.slice(0, cut)), ...reader.push(windows.slice(cut)), ...reader.end()];
      expect(units).toEqual(whole);
    }
    const reader = createMemoryReader();
    expect([...windows].flatMap((character) => reader.push(character)).concat(reader.end())).toEqual(whole);
  });
});

const unit = (id: string, text = 'x'): string =>
  `<tu tuid="${id}"><tuv xml:lang="en"><seg>${text}</seg></tuv><tuv xml:lang="de"><seg>y</seg></tuv></tu>\n`;
const memory = (...units: readonly string[]): string =>
  `<tmx version="1.4"><header srclang="en"/><body>\n${units.join('')}</body></tmx>`;

describe('a damaged memory', () => {
  it.each([
    ['an illegal character', unit('b', 'a\u0001b')],
    ['a reference to one', unit('b', '&#x1;')],
    ['an entity that is not there', unit('b', '&nbsp;')],
    ['an ampersand', unit('b', 'a & b')],
    ['a tag that is not closed', unit('b', '<bpt i="1">x')],
    ['a unit that is not closed', unit('b').replace('</tu>', '')],
    ['a quote that is missing', unit('b').replace('en"', 'en')],
    ['two attributes alike', unit('b').replace('tuid="b"', 'tuid="b" tuid="c"')],
    ['an end too much', `${unit('b')}</tu>`.replace('<tu tuid="b">', '')],
  ])('with %s loses one unit, and says where', (_, damaged) => {
    const text = memory(unit('a'), damaged, unit('c'), unit('d'));
    const { units, diagnostics } = readMemoryText(text);
    expect(units.map(({ id }) => id)).toEqual(['a', 'c', 'd']);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.every(({ code }) => code === 'document/damaged')).toBe(true);
    expect(diagnostics[0]?.line).toBe(3);
    expect(units[1]).toMatchObject({ offset: text.indexOf('<tu tuid="c"'), line: 4 });
    const reader = createMemoryReader();
    const pieces = Array.from({ length: Math.ceil(text.length / 7) }, (_unused, index) =>
      text.slice(index * 7, index * 7 + 7),
    );
    expect(pieces.flatMap((piece) => reader.push(piece)).concat(reader.end())).toEqual(units);
  });

  it('that ends too early gives the units before', () => {
    const text = memory(unit('a'), unit('b'));
    const { units, diagnostics } = readMemoryText(text.slice(0, text.indexOf('tuid="b"') + 30));
    expect(units.map(({ id }) => id)).toEqual(['a']);
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['document/damaged', 3]]);
  });

  it('gives up where nearly all is damaged', () => {
    const { units, diagnostics } = readMemoryText(
      memory(...Array.from({ length: 3000 }, (_, n) => unit(`${n}`, '&x;'))),
    );
    expect(units).toEqual([]);
    expect(diagnostics.length).toBe(1001);
    expect(diagnostics.at(-1)?.code).toBe('document/unreadable');
  });

  it.each([
    ['nothing', ''],
    ['no XML', 'hello'],
    ['another document', '<html/>'],
    ['entities', '<!DOCTYPE tmx [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><tmx><body/></tmx>'],
    [
      'a file of the system',
      '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx><body><tu>&x;</tu></body></tmx>',
    ],
  ])('is refused: %s', (_, text) => {
    const { units, diagnostics } = readMemoryText(text);
    expect(units).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['document/unreadable']);
  });

  it.each(Object.entries(documents))('never throws: %s with each byte removed, doubled, or another', (_, text) => {
    for (let at = 0; at < text.length; at++) {
      for (const damaged of [
        text.slice(0, at),
        text.slice(0, at) + text.slice(at + 1),
        `${text.slice(0, at)}<${text.slice(at)}`,
      ]) {
        for (const each of readMemoryText(damaged).units) entryOf(each, { markdown: true });
      }
    }
  });
});
