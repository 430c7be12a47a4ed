import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { leverageCorpus } from '../../../src/corpus/leverage/leverage.js';
import type { LeverageCorpusOptions } from '../../../src/corpus/leverage/leverage-usage.js';
import type { LeverageReport } from '../../../src/corpus/leverage/report.js';
import { filesBelow, tree } from '../../support/cli.js';
import { written } from '../../support/memory-trees.js';

type Variant = readonly [lang: string, text: string];

function tmx(...units: readonly (readonly Variant[])[]): string {
  const body = units.map(
    (variants) =>
      `<tu>${variants.map(([lang, text]) => `<tuv xml:lang="${lang}"><seg>${text}</seg></tuv>`).join('')}</tu>`,
  );
  return `<?xml version="1.0"?>\n<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body>${body.join('')}</body></tmx>`;
}

function row(source: string, target: string, more: object = {}): string {
  return `${JSON.stringify({ source, target, srcLang: 'en-US', trgLang: 'de-DE', ...more })}\n`;
}

const xliff = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en-US" trgLang="de-DE"><file id="f"><unit id="u"><segment state="final"><source>Go</source><target>Los</target></segment></unit></file></xliff>`;
const sideBySide = written({ pairs: [['Go', 'Los']] });

async function run(
  cwd: string,
  memory: readonly string[],
  options: Partial<LeverageCorpusOptions> = {},
): Promise<LeverageReport> {
  return leverageCorpus([join(cwd, 'in.md')], {
    trgLang: 'de-DE',
    jobs: 1,
    formats: ['md'],
    output: join(cwd, 'out'),
    ...options,
    memory: memory.map((name) => (name === '-' ? name : join(cwd, name))),
  });
}

const filledIn = (cwd: string, name = 'out/in.md'): string => readFileSync(join(cwd, name), 'utf8');

describe('a memory whose name does not say what it is', () => {
  const forms = [
    [
      'TMX',
      tmx([
        ['en-US', 'Go'],
        ['de-DE', 'Los'],
      ]),
    ],
    [
      'TMX in UTF-16',
      Buffer.from(
        `\ufeff${tmx([
          ['en-US', 'Go'],
          ['de-DE', 'Los'],
        ])}`,
        'utf16le',
      ),
    ],
    ['XLIFF', `<!-- made -->\n${xliff}`],
    ['JSONL', row('Go', 'Los')],
    ['JSONL with a mark', `\ufeff${row('Go', 'Los')}`],
    ['a side-by-side article', sideBySide],
  ] as const;

  it.each(forms)('is read by what it holds: %s', async (_form, content) => {
    // An article that ends in .xml is read as one.
    const names = content === sideBySide ? [] : ['old.xml'];
    for (const name of ['memory', 'memory.txt', 'm.tmx.bak', ...names]) {
      const cwd = tree({ [name]: content, 'in.md': 'Go\n' });
      expect((await run(cwd, [name])).filled).toBe(1);
      expect(filledIn(cwd)).toBe('Los\n');
    }
  });

  it.each(forms)('is read from standard input: %s', async (_form, content) => {
    const bytes = Buffer.from(content);
    for (const pieces of [[bytes], [bytes.subarray(0, 1), bytes.subarray(1, 40), bytes.subarray(40)]]) {
      const cwd = tree({ 'in.md': 'Go\n' });
      const { filled, memories } = await run(cwd, ['-'], { stdin: Readable.from(pieces, { objectMode: false }) });
      expect([filled, memories]).toEqual([1, [{ name: '-', entries: 1, translations: 1 }]]);
      expect(filledIn(cwd)).toBe('Los\n');
    }
  });

  it('is one thing where it is standard input', async () => {
    const cwd = tree({ 'in.md': 'Go\n' });
    const stdin = Readable.from([]);
    await expect(run(cwd, ['-', '-'], { stdin })).rejects.toThrow(/Standard input \(-\) is one thing/);
    await expect(run(cwd, ['-'], { stdin, filesFrom: '-' })).rejects.toThrow(/is one thing/);
    const both = { memory: ['-'], trgLang: 'de-DE', stdin, output: join(cwd, 'out') };
    await expect(leverageCorpus(['-'], both)).rejects.toThrow(/is one thing/);
    expect(filesBelow(cwd)).toEqual(['in.md']);
  });

  it('says what it is not', async () => {
    const cwd = tree({ 'in.md': 'Go\n', 'other.xml': '<html><body/></html>', empty: '' });
    for (const name of ['other.xml', 'empty']) {
      expect((await run(cwd, [name])).diagnostics).toMatchObject({ 'memory/no-language': 1 });
    }
    expect((await run(cwd, ['-'], { stdin: Readable.from([]) })).diagnostics).toMatchObject({
      'memory/no-language': 1,
    });
  });
});

describe('side-by-side articles that name no language', () => {
  const spans = (target: string, source: string): string =>
    `<span data-ttu-id="1a2b3-101">${target}</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">${source}</span></span>\n`;

  it('are in the language that is asked for, where nothing says another one', async () => {
    const cwd = tree({ 'in.md': 'Go\n', 'known/a.md': spans('Los', 'Go'), 'known/b.md': spans('Halt', 'Stop') });
    for (const [memory, more] of [
      ['known', {}],
      ['known/a.md', { jobs: 2 }],
      ['-', { stdin: Readable.from([spans('Los', 'Go')]) }],
    ] as const) {
      expect((await run(cwd, [memory], more)).diagnostics).toEqual({});
      expect(filledIn(cwd)).toBe('Los\n');
    }
  });

  it('may be turned around', async () => {
    const cwd = tree({ 'in.md': 'Los\n', 'a.md': spans('Los', 'Go') });
    await run(cwd, ['a.md'], { srcLang: 'de-DE', trgLang: 'en-US', reverse: true });
    expect(filledIn(cwd)).toBe('Go\n');
  });

  it.each([
    ['docs.ja-JP/a.md', spans('行け', 'Go'), { 'memory/no-language': 1 }],
    [
      'docs/a.md',
      spans('アカウントを使用してサインインします。', 'Go'),
      { 'language/missing': 1, 'memory/no-language': 1 },
    ],
  ])('are not, where their path or their script is another one: %s', async (name, text, diagnostics) => {
    const cwd = tree({ 'in.md': 'Go\n', [name]: text });
    expect((await run(cwd, [name.slice(0, name.indexOf('/'))])).diagnostics).toEqual(diagnostics);
    expect(filledIn(cwd)).toBe('Go\n');
  });
});

describe('languages that are tagged otherwise', () => {
  const cases: readonly (readonly [
    content: string,
    name: string,
    options: Partial<LeverageCorpusOptions>,
    near: string,
  ])[] = [
    [
      tmx([
        ['en', 'Go'],
        ['de', 'Los'],
      ]),
      'm.tmx',
      {},
      '1 from en to de',
    ],
    [
      tmx([
        ['en', 'Go'],
        ['de-DE', 'Los'],
      ]),
      'm.tmx',
      { srcLang: 'en-us' },
      '1 from en to de-DE',
    ],
    [
      tmx([
        ['en-US', 'Go'],
        ['de-DE', 'Los'],
      ]),
      'm.tmx',
      { srcLang: 'en' },
      '1 from en-US to de-DE',
    ],
    [
      tmx([
        ['de', 'Los'],
        ['en', 'Go'],
      ]),
      'm.tmx',
      {},
      '1 from en to de',
    ],
    [row('Go', 'Los', { srcLang: 'en' }), 'm.jsonl', {}, '1 from en to de-DE'],
    [
      tmx([
        ['de', 'Go'],
        ['en', 'Los'],
      ]),
      'm.tmx',
      { srcLang: 'de-DE', trgLang: 'en-US' },
      '1 from de to en',
    ],
    [
      tmx([
        ['en', 'Los'],
        ['de', 'Go'],
      ]),
      'm.tmx',
      { srcLang: 'de-DE', trgLang: 'en-US', reverse: true },
      '1 from de to en',
    ],
    [xliff.replace('en-US', 'en').replace('de-DE', 'de'), 'm.xlf', {}, '1 from en to de'],
  ];

  it.each(cases)('serve, and it says so: %#', async (content, name, options, near) => {
    const cwd = tree({ [name]: content, 'in.md': 'Go\n' });
    const report = await run(cwd, [name], options);
    expect(filledIn(cwd)).toBe('Los\n');
    const [found] = report.files.flatMap(({ diagnostics }) => diagnostics);
    expect(report.diagnostics).toEqual({ 'memory/near-language': 1 });
    expect([found?.severity, found?.message]).toEqual([
      'info',
      `The memory has ${near}; they are taken for ${options.srcLang ?? 'en-US'} to ${options.trgLang ?? 'de-DE'}.`,
    ]);
  });

  it('come after those that are the same, in each unit', async () => {
    const cwd = tree({
      'm.tmx': tmx(
        [
          ['en', 'Gone'],
          ['en-US', 'Go'],
          ['de-DE', 'Los'],
        ],
        [
          ['en', 'Stay'],
          ['de-DE', 'Bleib'],
        ],
        [
          ['en-GB', 'Colour'],
          ['de-DE', 'Farbe'],
        ],
      ),
      'in.md': 'Go\n\nStay\n\nGone\n\nColour\n',
    });
    const report = await run(cwd, ['m.tmx']);
    expect(filledIn(cwd)).toBe('Los\n\nBleib\n\nGone\n\nColour\n');
    expect(report.diagnostics).toMatchObject({ 'document/no-source': 1, 'memory/near-language': 1 });
  });
});

describe('JSONL', () => {
  it('has rows that cannot be read, and says why', async () => {
    const cwd = tree({
      'm.jsonl': Buffer.concat([
        Buffer.from(`\ufeff${row('Go', 'Los')}\r\n  \n`),
        Buffer.from(row('Stay caf\xe9', 'Bleib'), 'latin1'),
        Buffer.from(row('Line\u2028end', 'Zeile')),
        Buffer.from(row('x'.repeat(16_000_000), 'Lang')),
        Buffer.from(row('Last', 'Letzte').trimEnd()),
      ]),
      'in.md': 'Go\n\nStay\n\nLast\n',
    });
    const report = await run(cwd, ['m.jsonl']);
    expect(report.memories).toEqual([{ name: join(cwd, 'm.jsonl'), entries: 3, translations: 3 }]);
    expect(filledIn(cwd)).toBe('Los\n\nStay\n\nLetzte\n');
    expect(
      report.files.flatMap(({ diagnostics }) => diagnostics.map(({ line, message }) => `${line} ${message}`)),
    ).toEqual([
      '4 The line is no pair: it is not UTF-8; it is left out.',
      '6 The line is no pair: it has more than 16,000,000 bytes; it is left out.',
    ]);
  });

  it('has fields that have no such value, and says so once for each', async () => {
    const odd = {
      count: -3,
      translationType: 'human',
      contexts: 'x',
      line: '7',
      path: 3,
      id: 'a',
      lastHandoff: 'yesterday',
      service: null,
      more: {},
    };
    const cwd = tree({
      'm.jsonl': `${row('Stay', 'Bleib', { count: 2, lastHandoff: '2020-01-02' })}${row('Go', 'Los', odd)}${row('Go on', 'Weiter', { count: 1.5, contexts: [1] })}`,
      'in.md': 'Go\n',
    });
    const report = await run(cwd, ['m.jsonl']);
    expect(filledIn(cwd)).toBe('Los\n');
    const found = report.files.flatMap(({ diagnostics }) => diagnostics);
    expect(found.map(({ code, line }) => `${code} ${line}`)).toEqual(Array(6).fill('document/row-field 2'));
    expect(found.map(({ message }) => /field (\w+) .*\((\d) in all/.exec(message)?.slice(1).join(' ')).sort()).toEqual([
      'contexts 2',
      'count 2',
      'lastHandoff 1',
      'line 1',
      'path 1',
      'translationType 1',
    ]);
  });
});

describe('a folder for outputs within an input', () => {
  const m = written({ pairs: [['Go', 'Los']] });
  const go = async (cwd: string, inputs: readonly string[], output: string): Promise<LeverageReport> =>
    leverageCorpus(
      inputs.map((name) => join(cwd, name)),
      { memory: [join(cwd, 'm.sxs')], trgLang: 'de-DE', jobs: 1, formats: ['md', 'xliff'], output: join(cwd, output) },
    );

  it('is not read the next time', async () => {
    const cwd = tree({ 'm.sxs': m, 'in/a.md': 'Go\n', 'in/b/c.markdown': 'Go\n' });
    for (let time = 0; time < 3; time++) expect((await go(cwd, ['in'], 'in/de')).articles).toBe(2);
    const files = ['a.md', 'b/c.markdown', 'de/a.md', 'de/a.xlf', 'de/b/c.md', 'de/b/c.xlf'];
    expect(filesBelow(join(cwd, 'in'))).toEqual(files);
  });

  it('is not read the next time where there are several inputs', async () => {
    const cwd = tree({ 'm.sxs': m, 'one/a.md': 'Go\n', 'two/a.md': 'Go\n' });
    for (let time = 0; time < 2; time++) expect((await go(cwd, ['one', 'two'], 'one/de')).articles).toBe(2);
    expect(filesBelow(join(cwd, 'one/de'))).toEqual(['one/a.md', 'one/a.xlf', 'two/a.md', 'two/a.xlf']);
  });

  it('may have articles of its own', async () => {
    const cwd = tree({ 'm.sxs': m, 'in/a.md': 'Go\n', 'in/docs/b.md': 'Go\n' });
    for (let time = 0; time < 2; time++) expect((await go(cwd, ['in'], 'in/docs')).articles).toBe(2);
    expect(filesBelow(join(cwd, 'in/docs'))).toEqual(['a.md', 'a.xlf', 'b.md', 'docs/b.md', 'docs/b.xlf']);
    expect(readFileSync(join(cwd, 'in/docs/b.md'), 'utf8')).toBe('Go\n');
  });
});

describe('a wrong output', () => {
  it.each([
    [
      'x.txt',
      undefined,
      /\.txt is the extension of a file; name a folder, a file \(\.xlf, \.xliff, \.md, \.markdown\)/,
    ],
    [
      'x.tmx',
      undefined,
      /\.tmx is the extension of a file; name a folder, a file \(\.xlf, \.xliff, \.md, \.markdown\)/,
    ],
    ['x.md', ['xliff'], /xliff is asked for; ask for md only/],
    ['x.xlf', ['md'], /md is asked for; ask for xliff only/],
    ['out', ['xliff', 'xliff1.2'], /same files; ask for one of them, or for each in a run of its own/],
  ] as const)('is refused, with what to do: %s', async (output, formats, message) => {
    const cwd = tree({ 'm.jsonl': row('Go', 'Los'), 'in.md': 'Go\n' });
    const { formats: _usual, ...options } = { formats: undefined, output: join(cwd, output) };
    await expect(
      leverageCorpus([join(cwd, 'in.md')], {
        memory: [join(cwd, 'm.jsonl')],
        trgLang: 'de-DE',
        jobs: 1,
        ...options,
        ...(formats === undefined ? {} : { formats }),
      }),
    ).rejects.toThrow(message);
    expect(existsSync(join(cwd, output))).toBe(false);
  });
});
