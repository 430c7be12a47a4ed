import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { leverageCorpus } from '../../../src/corpus/leverage/leverage.js';
import type { LeverageCorpusOptions } from '../../../src/corpus/leverage/leverage-usage.js';
import type { LeverageReport } from '../../../src/corpus/leverage/report.js';
import { filesBelow, tree } from '../../support/cli.js';
import { written } from '../../support/memory-trees.js';

const memory = written({
  type: 'HT',
  pairs: [
    ['Plan your costs', 'Kosten planen'],
    ['Select **Save**.', 'Wählen Sie **Speichern** aus.'],
    ['A budget is set for each month.', 'Ein Budget gilt für einen Monat.'],
    ['Wait for 10 minutes.', 'Warten Sie 10 Minuten.'],
  ],
});
const english = `---
title: Plan your costs
ms.topic: article
---

# Plan your costs

A budget is set for each month. Select **Save**.

* Wait for 20 minutes.
* Nobody said this before, and nothing is like it.
`;

async function run(
  cwd: string,
  inputs: readonly string[],
  options: Partial<LeverageCorpusOptions> = {},
): Promise<LeverageReport> {
  const paths = (options.memory ?? ['m']).map((path) => join(cwd, path));
  const output = options.output ?? join(cwd, 'out');
  const all = { trgLang: 'de-DE', jobs: 1, ...options, memory: paths, output };
  return leverageCorpus(
    inputs.map((path) => join(cwd, path)),
    all,
  );
}

const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');

describe('leverageCorpus', () => {
  it('writes what is text in a TMX as text, as merge does', async () => {
    const unit = (source: string, target: string): string =>
      `<tu><tuv xml:lang="en-US"><seg>${source}</seg></tuv><tuv xml:lang="de-DE"><seg>${target}</seg></tuv></tu>`;
    const units = [unit('Enter a title.', '&lt;Titel&gt; eingeben.'), unit('Press it.', 'Taste *Stern* drücken.')];
    const cwd = tree({
      'a.md': 'Enter a title. Press it.\n',
      'm.tmx': `<tmx version="1.4"><header srclang="en-US"/><body>${units.join('')}</body></tmx>`,
    });
    await run(cwd, ['a.md'], { memory: ['m.tmx'], output: join(cwd, 'de.md') });
    expect(read(cwd, 'de.md')).toBe('\\<Titel> eingeben. Taste \\*Stern* drücken.\n');
  });

  it('gives the article in the target language, and says what was filled', async () => {
    const cwd = tree({ 'm/a.md': memory, 'in/new.md': english });
    const report = await run(cwd, ['in'], { formats: ['md'] });
    expect(read(cwd, 'out/new.md')).toBe(`---
title: Kosten planen
ms.topic: article
---

# Kosten planen

Ein Budget gilt für einen Monat. Wählen Sie **Speichern** aus.

* Wait for 20 minutes.
* Nobody said this before, and nothing is like it.
`);
    expect(report).toMatchObject({ articles: 1, segments: 6, filled: 4, outputs: [join(cwd, 'out/new.md')] });
    const { bands, total } = report.analysis.all;
    expect([bands.context.segments + bands.exact.segments, bands.near.segments, bands.new.segments]).toEqual([4, 1, 1]);
    expect(total.words).toBe(3 + 3 + 7 + 2 + 4 + 9);
    expect(report.memories).toEqual([{ name: join(cwd, 'm'), entries: 4, translations: 4 }]);
  });

  it('fills near matches with the new numbers, where that is asked for', async () => {
    const cwd = tree({ 'm/a.md': memory, 'in/new.md': english });
    const { filled } = await run(cwd, ['in'], { formats: ['md'], fill: 95 });
    expect(filled).toBe(5);
    expect(read(cwd, 'out/new.md')).toContain('* Warten Sie 20 Minuten.\n* Nobody said');
  });

  it.each([
    ['See page 10 of 10.', 'Siehe Seite 10 von 10.', 'See page 11 of 12.'],
    ['Chapter 1', 'Kapitel eins', 'Chapter 2'],
    ['Version 1.2.3', 'Version 1.2.3', 'Version 2.0'],
  ])('does not fill %s where numbers differ and have no clear place', async (source, target, asked) => {
    const cwd = tree({ 'm/a.md': written({ pairs: [[source, target]] }), 'in.md': `${asked}\n` });
    const { filled, analysis } = await run(cwd, ['in.md'], { formats: ['md'], fill: 95 });
    expect([filled, analysis.all.bands.near.segments]).toEqual([0, 1]);
    expect(read(cwd, 'out/in.md')).toBe(`${asked}\n`);
  });

  it('takes TMX, JSONL and trees, and the first of them wins a tie', async () => {
    const tmx = (target: string): string =>
      `<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="en-US"/><body><tu><tuv xml:lang="en-US"><seg>Go</seg></tuv><tuv xml:lang="de-DE"><seg>${target}</seg></tuv></tu></body></tmx>\n`;
    const row = `${JSON.stringify({ source: 'Go', target: 'Zeile', srcLang: 'en-US', trgLang: 'de-DE', count: 1 })}\n`;
    const cwd = tree({
      'a.tmx': tmx('Eins'),
      'b.jsonl': row,
      'm/a.md': written({ pairs: [['Go', 'Baum']] }),
      'in.md': 'Go\n',
    });
    const filledBy = async (paths: readonly string[], penalties: Record<string, number>): Promise<string> => {
      await run(cwd, ['in.md'], { formats: ['md'], memory: paths, penalties });
      return read(cwd, 'out/in.md').trim();
    };
    // With the same score, nothing decides between different targets.
    expect(await filledBy(['a.tmx', 'b.jsonl', 'm'], {})).toBe('Go');
    for (const [paths, target] of [
      [['a.tmx', 'b.jsonl', 'm'], 'Eins'],
      [['b.jsonl', 'm', 'a.tmx'], 'Zeile'],
      [['m', 'a.tmx', 'b.jsonl'], 'Baum'],
    ] as const) {
      expect(await filledBy(paths, { memory: 1 })).toBe(target);
    }
    const named = { [join(cwd, 'a.tmx')]: 2, [join(cwd, 'b.jsonl')]: 1 };
    expect(await filledBy(['a.tmx', 'b.jsonl', 'm'], named)).toBe('Baum');
  });

  it('turns memories around', async () => {
    const cwd = tree({ 'm/a.md': memory, 'in.md': 'Ein Budget gilt für einen Monat.\n' });
    await run(cwd, ['in.md'], { formats: ['md'], srcLang: 'de-DE', trgLang: 'en-US', reverse: true });
    expect(read(cwd, 'out/in.md')).toBe('A budget is set for each month.\n');
  });

  it('fills the same text in two files', async () => {
    const cwd = tree({ 'm/a.md': memory, 'in/a.md': english, 'in/b/a.md': english });
    const report = await run(cwd, ['in'], { formats: ['md'] });
    expect(report.filled).toBe(8);
    expect(read(cwd, 'out/a.md')).toBe(read(cwd, 'out/b/a.md'));
    expect(report.analysis.all.bands.repetition.segments).toBe(2);
  });

  it('writes the analysis by article', async () => {
    const cwd = tree({ 'm/a.md': memory, 'in/=a.md': english, 'in/b.md': 'Go <there>\n' });
    for (const extension of ['json', 'csv', 'html']) {
      const file = join(cwd, `analysis.${extension}`);
      const { outputs } = await run(cwd, ['in'], { formats: ['md'], analysis: file });
      expect(outputs.at(-1)).toBe(file);
    }
    const { analysis } = await run(cwd, ['in'], { formats: ['md'] });
    expect(JSON.parse(read(cwd, 'analysis.json'))).toEqual(analysis);
    const [head, first, second, all] = read(cwd, 'analysis.csv').slice(1).split('\r\n');
    expect(head).toMatch(/^path,segments,words,characters,context segments,/);
    expect([first, second, all].map((line) => line?.split(',').slice(0, 3).join(','))).toEqual([
      "'=a.md,6,28",
      'b.md,1,1',
      ',7,29',
    ]);
    expect(read(cwd, 'analysis.html')).toContain('class="path">=a.md</th><td>6</td><td>28</td>');
    await expect(run(cwd, ['in'], { analysis: join(cwd, 'a.txt') })).rejects.toThrow(
      /ends in none of \.json, \.csv, \.html/,
    );
  });

  it('says what cannot be used, and goes on', async () => {
    const cwd = tree({
      'm/a.md': memory,
      'fr.jsonl': `${JSON.stringify({ source: 'Go', target: 'Allez', srcLang: 'en-US', trgLang: 'fr-FR', count: 1 })}\n{]\n[1]\n`,
      'in/pairs.md': memory,
      'in/good.md': 'Go\n',
      'in/latin.md': Buffer.from('Caf\xe9\n', 'latin1'),
    });
    const report = await run(cwd, ['in'], { formats: ['md'], memory: ['m', 'fr.jsonl'] });
    expect(filesBelow(join(cwd, 'out'))).toEqual(['good.md']);
    expect(report.diagnostics).toEqual({
      'document/row': 2,
      'input/invalid-utf-8': 1,
      'memory/no-language': 1,
      'source/side-by-side': 1,
    });
    const told = report.files.flatMap(({ path, diagnostics }) =>
      diagnostics.map(({ message, line }) => `${path}:${line} ${message}`),
    );
    expect(told).toContain('latin.md:1 These bytes are not UTF-8; the article is left out.');
    expect(told.join('\n')).toMatch(/fr\.jsonl:2 The line is no pair: it is no JSON/);
    expect(told.join('\n')).toMatch(
      /fr\.jsonl:1 The memory has nothing from en-US to de-DE; it has 1 from en-US to fr-FR\./,
    );
  });

  it('fills what would make other blocks of the article with escapes, or not at all', async () => {
    const cwd = tree({
      'm/a.md': written({
        pairs: [
          ['Go', '- Los'],
          ['Stay', 'Bleib'],
          ['Wait <!-- x --> here.', '<!-- x --> Warte.'],
        ],
      }),
      'in.md': 'Go\n\nStay\n\n| A | B |\n| - | - |\n| Go | Stay |\n\nWait <!-- x --> here.\n',
    });
    const report = await run(cwd, ['in.md'], { formats: ['md'] });
    expect(read(cwd, 'out/in.md')).toBe(
      '\\- Los\n\nBleib\n\n| A | B |\n| - | - |\n| - Los | Bleib |\n\nWait <!-- x --> here.\n',
    );
    expect(report).toMatchObject({ filled: 4, diagnostics: { 'source/other-blocks': 1 } });
    expect(report.files[0]?.diagnostics).toMatchObject([{ line: 9, severity: 'warning' }]);
  });

  it('refuses what makes no sense before anything is written', async () => {
    const cwd = tree({ 'm/a.md': memory, 'in/a.md': 'Go\n', 'in/b.md': 'Go\n' });
    const failing: readonly [Partial<LeverageCorpusOptions>, RegExp][] = [
      [{ memory: [] }, /Name a memory/],
      [{ formats: ['tmx' as 'xliff'] }, /takes pairs, and no articles/],
      [{ penalties: { mtt: 1 } }, /"mtt" is no penalty, and no memory .*did you mean mt\?/],
      [{ penalties: { mt: 101 } }, /no whole number from 0 to 100/],
      [{ output: join(cwd, 'all.md') }, /takes one article, and there are 2/],
      [{ formats: ['md'], output: join(cwd, 'in') }, /is the same file as the input/],
      [{ memory: ['nowhere.tmx'] }, /nowhere\.tmx/],
      [{ memory: ['nowhere.jsonl'] }, /nowhere\.jsonl: cannot be read/],
      [{ srx: join(cwd, 'no.srx') }, /no\.srx: cannot be read/],
      [{ formats: ['md'], analysis: join(cwd, 'out/a.md') }, /ends in none of/],
    ];
    for (const [options, message] of failing) await expect(run(cwd, ['in'], options)).rejects.toThrow(message);
    expect(filesBelow(cwd)).toEqual(['in/a.md', 'in/b.md', 'm/a.md']);
  });

  it('says what it takes where there is no article', async () => {
    const cwd = tree({ 'm/a.md': memory, 'in/notes.txt': 'Nothing to translate.' });
    const files = filesBelow(cwd);
    await expect(run(cwd, ['in'])).rejects.toThrow(
      /no article in it: .*What is translated here is Markdown without pairs/,
    );
    expect(filesBelow(cwd)).toEqual(files);
  });

  it('writes nothing over a file of a memory, however the memory is named', async () => {
    const tmx = '<tmx version="1.4"><header srclang="en-US"/><body/></tmx>\n';
    const files = { 'm/a.md': memory, 'm/b/c.md': memory, 'x/a.tmx': tmx, 'in/a.md': english };
    const cwd = tree(files);
    const failing: readonly [Partial<LeverageCorpusOptions>, string][] = [
      [{ formats: ['md'], output: join(cwd, 'm') }, 'm/a.md'],
      [{ formats: ['md'], output: join(cwd, 'm/a.md') }, 'm/a.md'],
      [{ memory: ['m/**/*.md'], formats: ['md'], output: join(cwd, 'm/b/c.md') }, 'm/b/c.md'],
      [{ memory: ['x/*.tmx'], alsoWrites: [join(cwd, 'x/a.tmx')] }, 'x/a.tmx'],
      [{ alsoWrites: [join(cwd, 'm/b/c.md')] }, 'm/b/c.md'],
    ];
    for (const [options, path] of failing) {
      await expect(run(cwd, ['in/a.md'], options)).rejects.toThrow(`${path} is the same file as`);
    }
    for (const [path, text] of Object.entries(files)) expect(read(cwd, path)).toBe(text);
    expect(filesBelow(cwd)).toEqual(['in/a.md', 'm/a.md', 'm/b/c.md', 'x/a.tmx']);
  });

  it('reports progress for each article, after that of the memories', async () => {
    const cwd = tree({ 'm/a.md': memory, 'in/a.md': 'Go\n', 'in/b.md': english, 'in/c.md': 'Stop\n' });
    const seen: string[] = [];
    const options = { memory: [join(cwd, 'm')], trgLang: 'de-DE', jobs: 1, output: join(cwd, 'out') };
    await leverageCorpus([join(cwd, 'in')], options, ({ articles, total }) => seen.push(`${articles}/${total}`));
    expect(seen.slice(-3)).toEqual(['1/3', '2/3', '3/3']);
    expect(seen).toContain('1/1');
  });

  it('cuts sentences by rules of SRX', async () => {
    const rules = `<srx version="2.0"><header segmentsubflows="yes" cascade="no"/><body><languagerules><languagerule languagerulename="Any"><rule break="yes"><beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="Any"/></maprules></body></srx>`;
    const cwd = tree({ 'm/a.md': memory, 'in.md': 'One; two. Three.\n', 'own.srx': rules });
    expect((await run(cwd, ['in.md'], { formats: ['md'] })).segments).toBe(2);
    const srx = join(cwd, 'own.srx');
    expect((await run(cwd, ['in.md'], { formats: ['md'], srx })).segments).toBe(2);
    writeFileSync(srx, `\ufeff<?xml version="1.0" encoding="UTF-16"?>\n${rules}`, 'utf16le');
    expect((await run(cwd, ['in.md'], { formats: ['md'], srx })).segments).toBe(2);
    for (const [declared, message] of [
      ['UTF-8', 'not all of it is UTF-8'],
      ['klingon', 'it declares klingon'],
    ]) {
      writeFileSync(srx, `<?xml version="1.0" encoding="${declared}"?>\n<!-- \xe4 -->${rules}`, 'latin1');
      await expect(run(cwd, ['in.md'], { formats: ['md'], srx })).rejects.toThrow(message);
    }
  });

  it('writes one article to standard output', async () => {
    const cwd = tree({ 'm/a.md': memory, 'in.md': english });
    const chunks: Buffer[] = [];
    const stdout = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
    });
    await leverageCorpus([join(cwd, 'in.md')], {
      trgLang: 'de-DE',
      memory: [join(cwd, 'm')],
      formats: ['md'],
      output: '-',
      stdout,
      jobs: 1,
    });
    expect(Buffer.concat(chunks).toString()).toContain('# Kosten planen');
  });

  it('keeps an article whose bytes are none of its segments', async () => {
    const odd =
      '\ufeff---\r\ntitle: "Plan your costs"\r\n---\r\n\r\n<!-- Go -->\r\n```\r\nGo\r\n```\r\n> Select **Save**.\r\n';
    const cwd = tree({ 'm/a.md': memory, 'in.md': odd });
    await run(cwd, ['in.md'], { formats: ['md'] });
    expect(read(cwd, 'out/in.md')).toBe(
      odd.replace('Plan your costs', 'Kosten planen').replace('Select **Save**.', 'Wählen Sie **Speichern** aus.'),
    );
    writeFileSync(join(cwd, 'none.md'), '```\nGo\n```\n');
    await run(cwd, ['none.md'], { formats: ['md'] });
    expect(read(cwd, 'out/none.md')).toBe('```\nGo\n```\n');
  });

  it('gives the same of memories that are read in passes', async () => {
    const unit = (source: string, target: string, more = ''): string =>
      `<tu>${more}<tuv xml:lang="en-US"><seg>${source}</seg></tuv><tuv xml:lang="de-DE"><seg>${target}</seg></tuv></tu>`;
    const tmx = (units: readonly string[]): string =>
      `<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="en-US"/><body>${units.join('\n')}</body></tmx>\n`;
    const row = (source: string, target: string, more: object = {}): string =>
      `${JSON.stringify({ source, target, srcLang: 'en-US', trgLang: 'de-DE', count: 1, ...more })}\n`;
    const cwd = tree({
      'a.tmx': tmx([
        unit('A budget is set for each month. Select Save.', 'Ein Budget gilt je Monat. Speichern.'),
        unit('Wait for 10 minutes.', 'Warten Sie 10 Minuten.'),
        unit('Nobody said this before.', 'Niemand sagte das.'),
        unit('', 'Nichts'),
        ...Array.from({ length: 200 }, (_, at) => unit(`Nobody said this ${at} times, and it is like it.`, `N ${at}`)),
      ]),
      'b.jsonl': `${row('Plan your costs', 'Kosten planen')}no row\n${row('Plan your costs', 'Planung', { translationType: 'mt' })}`,
      'm/a.md': memory,
      'fr.tmx': tmx([]).replace('</body>', '<tu><tuv xml:lang="fr"><seg>Un</seg></tuv></tu></body>'),
      'in/a.md': english,
      'in/b.md': `${english}\nA budget is set for each month. Select Save. Nobody said this 7 times, and all is like it.\n`,
    });
    const options = { memory: ['a.tmx', 'b.jsonl', 'm', 'fr.tmx'], formats: ['xliff'], penalties: { mt: 1 } } as const;
    const kept = await run(cwd, ['in'], { ...options, output: join(cwd, 'kept') });
    const inPasses = await run(cwd, ['in'], { ...options, output: join(cwd, 'passes'), mostKept: 1 });
    const files = filesBelow(join(cwd, 'kept'));
    expect(files.length).toBe(2);
    for (const file of files) expect(read(cwd, `passes/${file}`)).toBe(read(cwd, `kept/${file}`));
    expect(read(cwd, 'kept/b.xlf')).toContain('mtc:match');
    const { outputs: _kept, ...expected } = kept;
    const { outputs: _passes, ...report } = inPasses;
    expect(report).toEqual(expected);
    expect(Object.keys(report.diagnostics)).toEqual([
      'document/empty-source',
      'document/no-source',
      'document/row',
      'memory/no-language',
    ]);
    expect(report.memories.map(({ entries, translations }) => [entries, translations])).toEqual([
      [203, 203],
      [2, 2],
      [4, 4],
      [0, 0],
    ]);
  });
});
