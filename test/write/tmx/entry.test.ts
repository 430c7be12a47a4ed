import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Content,
  type EntryTarget,
  type ExportOptions,
  entriesToString,
  entryOf,
  type MemoryEntry,
  readContents,
  readMemoryText,
  toMarkdown,
  validateTmx,
} from '../../../src/index.js';

const hash = 'a'.repeat(40);
const plain = (text: string): Pick<EntryTarget, 'text' | 'content'> => ({ text, content: [{ kind: 'text', text }] });
const target = (text: string, trgLang = 'de-DE'): EntryTarget => ({
  ...plain(text),
  trgLang,
  translationType: 'mt',
  firstHandoff: '2019-12-31',
  lastHandoff: '2021-03-04',
  count: 7,
  places: [
    {
      path: 'a & "b".md',
      id: '1a2b3-p101',
      sourceHash: hash,
      sourceCommit: hash.replaceAll('a', 'b'),
      commit: hash.replaceAll('a', 'c'),
    },
    { path: 'c.md', id: '1a2b3-102' },
  ],
  service: 'azure',
  topic: 'how-to',
  findings: ['check/numbers', 'check/urls'],
  contexts: ['00000000-0123abcd', '0123abcd-00000000'],
  replaced: { ...plain('Alt'), translationType: 'ht', lastHandoff: '2018-01-02' },
  props: [
    { type: 'x-Origin"', value: 'TM <1>' },
    { type: 'note', value: 'a & b' },
  ],
});
const entry = (...targets: readonly EntryTarget[]): MemoryEntry => ({
  id: 'x-1',
  srcLang: 'en-US',
  source: plain('Hello'),
  targets,
});

function again(entries: readonly MemoryEntry[], options?: ExportOptions): MemoryEntry[] {
  const { units, diagnostics } = readMemoryText(entriesToString(entries, 'tmx', options));
  expect(diagnostics).toEqual([]);
  return units.map((unit) => {
    const { id = '', srcLang = '', source = plain(''), targets, leftOut } = entryOf(unit);
    expect(leftOut).toEqual([]);
    return { id, srcLang, source, targets };
  });
}

describe('an entry as TMX', () => {
  it('has what clients look for on the unit, and comes back as it was', () => {
    const [only] = [entry(target('Hallo'))];
    const text = entriesToString([only], 'tmx');
    expect(text).toContain(
      '<tu tuid="x-1" segtype="paragraph" creationdate="20191231T000000Z" creationid="sspr-tm" changedate="20210304T000000Z" changeid="sspr-tm" usagecount="7" lastusagedate="20210304T000000Z"><prop type="x-article">a &amp; "b".md</prop><prop type="x-pair">1a2b3-p101</prop>',
    );
    expect(text).toContain(
      '<note>a &amp; b</note><tuv xml:lang="en-US"><seg>Hello</seg></tuv><tuv xml:lang="de-DE"><seg>',
    );
    expect(validateTmx(text)).toEqual([]);
    expect(again([only])).toEqual([only]);
  });

  it('with several languages has it on each variant', () => {
    const joined = entry(target('Hallo'), { ...plain('こんにちは'), trgLang: 'ja-JP', count: 1, places: [] });
    const text = entriesToString([joined], 'tmx');
    expect(text).toContain('<tu tuid="x-1" segtype="paragraph"><tuv xml:lang="en-US"><seg>');
    expect(text).toContain('<tuv xml:lang="ja-JP" usagecount="1"><seg>');
    expect(validateTmx(text)).toEqual([]);
    expect(again([joined])).toEqual([joined]);
  });

  it('with several targets of one language is several units', () => {
    const [one, two] = [target('Hallo'), target('Guten Tag')];
    const ja = { ...plain('や'), trgLang: 'ja-JP', count: 1, places: [] };
    expect(again([entry(one, ja, two)])).toEqual([entry(one, ja), { ...entry(two), id: 'x-1.2' }]);
  });

  it('has neighbours in the way of a client, which come back', () => {
    const placed = entry({ ...target('Hallo'), previous: plain('Before <b>'), next: plain('After') });
    for (const context of ['omegat', 'memoq'] as const) {
      const text = entriesToString([placed], 'tmx', { context });
      expect(validateTmx(text)).toEqual([]);
      expect(again([placed], { context })).toEqual([placed]);
    }
    expect(entriesToString([placed], 'tmx', { context: 'omegat' })).toContain(
      'lastusagedate="20210304T000000Z"><prop type="file">a &amp; "b".md</prop><prop type="prev">Before &lt;b&gt;</prop><prop type="next">After</prop><tuv xml:lang="en-US"><prop type="x-article">',
    );
    expect(entriesToString([placed], 'tmx')).not.toContain('After');
  });

  it('has no front matter where none is wanted', () => {
    const text = entriesToString([entry(target('Hallo'))], 'tmx', { metadata: false });
    expect(text).not.toMatch(/x-translation-type|x-service|x-topic|x-source|x-replaced-type/);
    expect(text).toContain('x-article');
  });

  it('of Markdown as text is read with its codes where that is asked for', () => {
    const text = entriesToString([{ ...entry(target('**Hallo**')), source: plain('**Hi**') }], 'tmx', {
      inline: 'text',
    });
    const [unit] = readMemoryText(text).units;
    if (unit === undefined) throw new Error('There is a unit.');
    expect(entryOf(unit).targets[0]?.content.length).toBe(1);
    const read = entryOf(unit, { markdown: true });
    expect(read.source?.content.map(({ kind }) => kind)).toEqual(['sc', 'text', 'ec']);
    expect(read.targets[0]?.content.map(({ kind }) => kind)).toEqual(['sc', 'text', 'ec']);
  });
});

/** What a document says of a content: not where a code stands in an article, nor how a text is escaped there. */
function comparable(content: Content): unknown[] {
  return content.map((piece) => {
    if (piece.kind === 'text') return piece.text;
    const { kind, type, subType, data } = piece;
    return { kind, type, subType, data, ...(piece.kind === 'ph' ? {} : { isolated: piece.isolated }) };
  });
}

describe('any entry', () => {
  const part = fc.constantFrom(
    'a',
    ' ',
    '**',
    '*',
    '`x`',
    '[b](c)',
    '![d](e)',
    '<br>',
    '<b>',
    '</b>',
    '<kbd>',
    '&lt;',
    '\\*',
    '$x_1$',
    '[^1]',
    '<xref:A.B>',
    '<!-- c -->',
    '&',
    '語',
    '<a id="f">',
    '~~',
    ':::no-loc text="x":::',
    '[!INCLUDE [t](p)]',
    '\n',
    '\u0001',
  );
  const markdown = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => `s${parts.join('')}e`);

  it('is the same after it was written and read, and is written the same again', () => {
    fc.assert(
      fc.property(markdown, markdown, markdown, (source, german, japanese) => {
        const de = readContents(source, german);
        const ja = readContents(source, japanese);
        const targets = [
          { text: german, content: de.target, trgLang: 'de-DE', count: 1, places: [] },
          { text: japanese, content: ja.target, trgLang: 'ja-JP', count: 2, places: [] },
        ];
        for (const some of [targets, targets.slice(0, 1)]) {
          const whole: MemoryEntry = {
            id: '1',
            srcLang: 'en-US',
            source: { text: source, content: de.source },
            targets: some,
          };
          const text = entriesToString([whole], 'tmx');
          const read = again([whole]);
          expect(entriesToString(read, 'tmx')).toBe(text);
          if (text.includes('\u0001') || source.includes('\u0001') || german.includes('\u0001')) continue;
          expect(comparable(read[0]?.source.content ?? [])).toEqual(comparable(de.source));
          expect(comparable(read[0]?.targets[0]?.content ?? [])).toEqual(comparable(de.target));
          expect(read[0]?.targets[0]?.text).toBe(toMarkdown(read[0]?.targets[0]?.content ?? []));
        }
      }),
      { numRuns: 300 },
    );
  });
});
