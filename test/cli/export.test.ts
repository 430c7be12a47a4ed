import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/index.js';
import { filesBelow, sspr, tree } from '../support/cli.js';
import { pair } from '../support/pairs.js';

const header = (language: string, type = 'HT'): string =>
  `---\ntitle: Eins\nms.openlocfilehash: 9dbb88492a3906f6780a345cf880327d411dcc66\nms.translationtype: ${type}\nms.contentlocale: ${language}\n---\n`;
const article = (language = 'de-DE', type = 'HT'): string =>
  `${header(language, type)}# ${pair('1a2b3-102', 'Eins', 'One')}\n\n${pair('1a2b3-103', 'Zwei', 'Two')} ${pair('1a2b3-104', 'Drei', 'Three')}\n`;

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

describe('outputs', () => {
  it('are an XLIFF file for each article and a TMX file for each language', () => {
    const cwd = tree({
      'in/a.md': article(),
      'in/sub/b.md': article('ja-JP'),
      'in/README.md': '# Text\n',
      'in/.git/c.md': article(),
      'in/node_modules/d.md': article(),
    });
    const { status, stdout, stderr } = sspr(['export', 'in', '-o', 'out', '--report', 'report.json'], { cwd });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(filesBelow(join(cwd, 'out'))).toEqual(['a.xlf', 'en-US_de-DE.tmx', 'en-US_ja-JP.tmx', 'sub/b.xlf']);
    expect(stderr).toContain('3 articles, 2 with pairs');
    expect(JSON.parse(read(cwd, 'report.json'))).toMatchObject({
      articles: 3,
      withPairs: 2,
      pairs: { found: 6, exported: 6, skipped: {} },
      segments: { ht: 6, mt: 0, unknown: 0 },
      diagnostics: {},
      outputs: ['out/a.xlf', 'out/sub/b.xlf', 'out/en-US_de-DE.tmx', 'out/en-US_ja-JP.tmx'],
      files: [
        { path: 'README.md', pairs: 0, diagnostics: [] },
        { path: 'a.md', pairs: 3, diagnostics: [] },
        { path: 'sub/b.md', pairs: 3, diagnostics: [] },
      ],
    });
    expect(read(cwd, 'out/sub/b.xlf')).toContain('trgLang="ja-JP">\n<file id="sub_b.md.');
    expect(read(cwd, 'out/sub/b.xlf')).toContain(' original="sub/b.md" ');
  });

  it('are one file where a file is named', () => {
    const cwd = tree({ 'a.md': article(), 'b.md': article() });
    expect(sspr(['export', 'a.md', 'b.md', '-f', 'xliff', '-o', 'all.xlf'], { cwd }).status).toBe(0);
    expect(read(cwd, 'all.xlf').match(/<file /g)?.length).toBe(2);
    expect(sspr(['export', '.', '-f', 'tmx', '-o', 'all.tmx'], { cwd }).status).toBe(0);
    // Two articles with the same source: their units still have ids of their own.
    expect(read(cwd, 'all.tmx').match(/tuid="[^"]*"/g)).toEqual([
      'tuid="9dbb88492a39-102"',
      'tuid="9dbb88492a39-103"',
      'tuid="9dbb88492a39-104"',
      'tuid="9dbb88492a39.2-102"',
      'tuid="9dbb88492a39.2-103"',
      'tuid="9dbb88492a39.2-104"',
    ]);
  });

  it.each([1, 2])('keep the articles of one source apart, however many there are, with --jobs %i', (jobs) => {
    // More than a batch, of more bytes than a block.
    const names = Array.from({ length: 120 }, (_, index) => `a${String(index).padStart(3, '0')}`);
    const text = 'Zwei '.repeat(2000);
    const one = (name: string): string =>
      `${header('de-DE')}${pair('1a2b3-102', name, name)} ${pair('1a2b3-103', text, text)}\n`;
    const cwd = tree(Object.fromEntries(names.map((name) => [`in/${name}.md`, one(name)])));
    expect(sspr(['export', 'in', '-f', 'tmx', '-o', 'all.tmx', '-j', String(jobs)], { cwd }).status).toBe(0);
    const memory = read(cwd, 'all.tmx');
    expect(memory.match(/tuid="[^"]*"/g)).toEqual(
      names.flatMap((_, index) =>
        [102, 103].map((id) => `tuid="9dbb88492a39${index === 0 ? '' : `.${index + 1}`}-${id}"`),
      ),
    );
    const sources = names.flatMap((name) => [name, text.trim()]);
    expect(Array.from(memory.matchAll(/<seg>([^<]*)<\/seg>/g), ([, words]) => words?.trim())).toEqual(
      sources.flatMap((words) => [words, words]),
    );
  });

  it('go to standard output, from standard input', () => {
    const { status, stdout } = sspr(['export', '-', '-f', 'tmx', '-o', '-', '-q'], { input: article() });
    expect(status).toBe(0);
    expect(stdout.match(/<tu /g)?.length).toBe(3);
    expect(stdout.endsWith('</tmx>\n')).toBe(true);
  });

  it('are found by globs', () => {
    const cwd = tree({ 'x/a.md': article(), 'x/b.yml': `a: ${pair('1a2b3-101', 'Eins', 'One')}\n`, 'x/c.txt': 'x' });
    const { status, stderr } = sspr(['export', 'x/*.{md,yml}', '-o', 'out', '-f', 'tmx', '--report', '-'], { cwd });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(read(cwd, 'out/en-US_de-DE.tmx').match(/<tu /g)?.length).toBe(4);
  });

  it('stand below the folder that a glob starts from where that is elsewhere', () => {
    const cwd = tree({ 'in/x/a.md': article(), 'in/y/a.md': article(), 'here/b.md': article() });
    for (const glob of ['../in/*/*.md', join(cwd, 'in/**/*.md')]) {
      expect(sspr(['export', glob, '-f', 'xliff', '-o', 'out'], { cwd: join(cwd, 'here') }).status).toBe(0);
      expect(filesBelow(join(cwd, 'here'))).toEqual(['b.md', 'out/x/a.xlf', 'out/y/a.xlf']);
      rmSync(join(cwd, 'here/out'), { recursive: true });
    }
  });

  it.each([
    ['x.tmx', '<tmx version="1.4">'],
    ['X.TMX', '<tmx version="1.4">'],
    ['sub/x.xlf', 'version="2.0"'],
    ['x.xliff', 'version="2.0"'],
    ['x.xlf', 'version="1.2"', '-f', 'xliff1.2'],
    ['x.Xliff', 'version="1.2"', '--format', 'xliff1.2'],
  ])('have the format that the name of the file says: %s', (output, start, ...args) => {
    const cwd = tree({ 'a.md': article(), 'b.md': article() });
    expect(sspr(['export', '.', '-o', output, ...args], { cwd })).toMatchObject({ status: 0 });
    expect(filesBelow(cwd).filter((file) => !file.endsWith('.md'))).toEqual([output]);
    expect(read(cwd, output)).toContain(start);
  });

  it('hold only what is asked for', () => {
    const cwd = tree({ 'a.md': article(), 'b.md': article('de-DE', 'MT'), 'c.md': pair('1a2b3-102', 'Eins', 'One') });
    const { status, stdout, stderr } = sspr(
      ['export', '.', '-f', 'tmx', '-o', 'o', '--only', 'mt', '--no-metadata', '--report', '-'],
      { cwd },
    );
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.pairs).toEqual({ found: 7, exported: 3, skipped: { only: 4 } });
    expect(report.segments).toEqual({ ht: 0, mt: 3, unknown: 0 });
    expect(stderr).toContain('skipped: 4 of another translation type (--only)\n');
    expect(read(cwd, 'o/en-US_de-DE.tmx')).not.toContain('x-translation-type');
  });

  it('are the same bytes whatever the number of threads', () => {
    const files = Array.from({ length: 150 }, (_, index) => [
      `in/${index % 7}/${index}.md`,
      index % 10 === 0 ? pair('1a2b3-102', `${index}`, 'x') : article(),
    ]);
    const cwd = tree(Object.fromEntries(files));
    const outputs = ['1', '2', '5'].map((jobs) => {
      const { status, stderr } = sspr(['export', 'in', '-o', `out-${jobs}`, '-j', jobs, '--report', `${jobs}.json`], {
        cwd,
      });
      expect({ status, stderr: stderr.includes('420 exported') ? 'ok' : stderr }).toEqual({ status: 0, stderr: 'ok' });
      return [
        read(cwd, `${jobs}.json`).replaceAll(`"out-${jobs}/`, '"'),
        ...filesBelow(join(cwd, `out-${jobs}`)).map((file) => file + read(cwd, `out-${jobs}`, file)),
      ];
    });
    expect(outputs[0]?.length).toBe(152);
    expect(outputs[1]).toEqual(outputs[0]);
    expect(outputs[2]).toEqual(outputs[0]);
  });

  it('are the same bytes in each run, with a date only from SOURCE_DATE_EPOCH', () => {
    const cwd = tree({ 'a.md': article() });
    const once = sspr(['export', 'a.md', '-f', 'tmx', '-o', '-'], { cwd }).stdout;
    expect(sspr(['export', 'a.md', '-f', 'tmx', '-o', '-'], { cwd }).stdout).toBe(once);
    expect(once).not.toContain('creationdate');
    const dated = sspr(['export', 'a.md', '-f', 'tmx', '-o', '-'], { cwd, env: { SOURCE_DATE_EPOCH: '1600000000' } });
    expect(dated.stdout).toContain('creationdate="20200913T122640Z"');
  });
});

describe('languages', () => {
  it('come from the command where the article names none, else from a neighbour', () => {
    const cwd = tree({ 'a/x.md': article('ja-JP'), 'b/y.md': pair('1a2b3-102', 'Eins', 'One'), 'b/z.md': article() });
    const { stdout } = sspr(['export', '.', '-f', 'tmx', '-o', 'o', '--report', '-'], { cwd });
    expect(JSON.parse(stdout).files[1].diagnostics).toMatchObject([
      { code: 'language/inferred', message: 'The article names no target language; took de-DE from b/z.md.' },
    ]);
    expect(sspr(['export', 'b/y.md', '-f', 'tmx', '-o', '-', '--trg-lang', 'fr-fr'], { cwd }).stdout).toContain(
      'xml:lang="fr-FR"',
    );
  });

  it('are those of all articles of the folder, past those that name none', () => {
    const nameless = pair('1a2b3-102', 'Eins', 'One');
    const cwd = tree({
      ...Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`m/${1000 + index}.md`, nameless])),
      'a/x.md': article('ja-JP'),
      'm/1100.md': article('de-DE'),
      'm/sub/z.md': article('de-DE'),
    });
    const { stdout } = sspr(['export', '.', '-f', 'tmx', '-o', 'o', '--report', '-', '-j', '1'], { cwd });
    const { files } = JSON.parse(stdout);
    const from = (index: number): string => files[index].diagnostics[0].message;
    expect(from(1)).toContain('took de-DE from m/1100.md');
    expect(from(50)).toContain('took de-DE from m/1100.md');
    expect(from(150)).toContain('took de-DE from m/1100.md');
    const parallel = sspr(['export', '.', '-f', 'tmx', '-o', 'o', '--report', '-', '-j', '3'], { cwd });
    expect(JSON.parse(parallel.stdout)).toEqual(JSON.parse(stdout));
  });

  it('must be named where nothing names them', () => {
    const cwd = tree({ 'a.md': pair('1a2b3-102', 'Eins', 'One') });
    const { status, stdout, stderr } = sspr(['export', 'a.md', '-o', 'out', '--report', '-'], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain(
      'a.md:1:1 error language/missing The article names no target language; give one with --trg-lang.',
    );
    expect(JSON.parse(stdout).pairs).toEqual({ found: 1, exported: 0, skipped: { 'language/missing': 1 } });
    expect(filesBelow(cwd)).toEqual(['a.md']);
  });

  it('may not contradict the command, unless forced', () => {
    const cwd = tree({ 'a.md': article('de-DE') });
    const args = ['export', 'a.md', '-f', 'tmx', '-o', '-', '--trg-lang', 'fr-FR'];
    expect(sspr(args, { cwd })).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('language/conflict'),
    });
    expect(sspr([...args, '--force-lang'], { cwd })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('xml:lang="fr-FR"'),
    });
  });

  it('that cannot be written are reasons in words', () => {
    const empty = article().replaceAll('Zwei', ' ');
    const cwd = tree({ 'a.md': article('de-DE'), 'b.md': article('ja-JP'), 'c.md': empty });
    const { stderr } = sspr(['export', '.', '-o', 'all.xlf'], { cwd });
    expect(stderr).toMatch(
      /^skipped: 3 of articles in another language than the rest of the file \(language\/mixed\), 1 without target text \(pair\/empty-target\)$/m,
    );
    expect(sspr(['export', 'b.md', '-o', 'o', '--trg-lang', 'fr-FR'], { cwd }).stderr).toMatch(
      /^skipped: 3 of articles in another language than --trg-lang \(language\/conflict\)$/m,
    );
  });

  it('of one XLIFF document are one', () => {
    const cwd = tree({ 'a.md': article('de-DE'), 'b.md': article('ja-JP') });
    const { status, stderr } = sspr(['export', '.', '-f', 'xliff', '-o', 'all.xlf'], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain('b.md:1:1 error language/mixed');
    expect(read(cwd, 'all.xlf')).not.toContain('ja-JP');
  });
});

describe('wrong usage exits with 2', () => {
  it.each([
    [['export'], "missing required argument 'input'"],
    [['exprot', 'a.md'], "unknown command 'exprot'"],
    [['export', 'a.md', '--frobnicate'], "unknown option '--frobnicate'"],
    [['export', 'a.md', '-f', 'docx'], '"docx" is none of'],
    [['export', 'a.md', '--inline', 'fancy'], "argument 'fancy' is invalid"],
    [['export', 'a.md', '--units', 'page'], "argument 'page' is invalid"],
    [['export', 'a.md', '--trg-lang', 'de_DE'], '"de_DE" is no language tag'],
    [['export', 'a.md', '-j', '0'], 'It is a number from 1 to 256'],
    [['export', 'a.md', '-o', '-'], 'Standard output takes one format'],
    [['export', 'a.md', '-f', 'xliff', '-o', 'x.tmx'], 'x.tmx names a file of one format, but xliff is asked for'],
    [['export', 'a.md', '-f', 'xliff,tmx', '-o', 'x.TMX'], 'but xliff, tmx are asked for; ask for tmx only'],
    [['export', 'a.md', '-f', 'tmx', '-o', 'x.xliff'], 'x.xliff names a file of one format'],
    [['export', 'a.md', '-f', 'xlf'], `is none of ${Object.keys(formats).join(', ')}; did you mean xliff or xlsx?`],
    [['export', 'a.md', '-f', 'tmx,XLIFF'], 'did you mean xliff or xliff1.2?'],
    [['export', 'a.md', '-f', 'tmx,tbx'], 'did you mean tmx?'],
    [['export', 'a.md', '--context', 'memQ'], 'did you mean memoq?'],
    [['export', 'a.md', '--only', 'HT'], 'It is one of ht, mt, unknown; did you mean ht'],
    [['export', 'a.md', '--fail-on', 'warn'], 'It is one of error, warning, never; did you mean warning?'],
    [['split', 'a.md', '--side', 'sorce'], 'It is one of source, target; did you mean source?'],
    [['split', 'a.md', '--anchors', 'dorp'], 'did you mean drop?'],
    [['merge', 'a.md', 'a.xlf', '--inline', 'code'], 'did you mean codes?'],
    [['check', 'a.md', '--format', 'jsn'], 'did you mean json?'],
    [['check', 'a.md', '--rule', 'check/numbers=warn'], 'did you mean warning?'],
    [['export', 'a.md', '-o', '-', '-f', 'tmx', '--report', '-'], 'cannot both go to standard output'],
    [['export', 'a/x.md', 'a/x.markdown', '-o', 'out'], 'a/x.markdown and a/x.md would both be written to out/x.xlf'],
    [['export', 'a.md', '--report', './a.md'], './a.md is the same file as the input a.md; name another output'],
    [
      ['export', 'in.xlf', '-f', 'xliff', '-o', '.'],
      'in.xlf is the same file as the input in.xlf; name another output',
    ],
    [
      ['export', 'in.xlf', '-f', 'xliff', '-o', 'in.xlf'],
      'in.xlf is the same file as the input in.xlf; name another output',
    ],
    [['export', 'a', 'b', '-o', 'out'], 'a/x.markdown and a/x.md would both be written to out/a/x.xlf'],
  ])('%j', (args, message) => {
    const cwd = tree({
      'a.md': article(),
      'a/x.md': article(),
      'a/x.markdown': article(),
      'b/x.md': article(),
      'in.xlf': article(),
    });
    const before = filesBelow(cwd);
    const { status, stdout, stderr } = sspr(args, { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(filesBelow(cwd)).toEqual(before);
  });

  it('but help and version with 0', () => {
    expect(sspr(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('export') });
    expect(sspr(['export', '--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('--trg-lang') });
    expect(sspr(['--version'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe('inputs that cannot be read exit with 3', () => {
  it.each([
    [['missing.md'], 'missing.md: cannot be read: no such file or folder.'],
    [
      ['empty'],
      'empty: there is no article in it: Markdown (.md, .markdown), XML with pairs (.xml), YAML with pairs (.yml, .yaml).',
    ],
    [['*.docx'], '*.docx: no such file, and no file matches it as a glob.'],
    [['binary.md'], 'binary.md:1:1 error input/binary The file is not text (it holds NUL bytes); not read.'],
    [['packed.gz'], 'The file is not text (it is compressed by gzip: unpack it first, gzip -d); not read.'],
    [['packed.zip'], 'The file is not text (it is a ZIP archive: unpack it first); not read.'],
    [['utf16.md'], 'utf16.md:1:1 error input/utf-16'],
  ])('%j', (inputs, message) => {
    const cwd = tree({
      'binary.md': Buffer.from([1, 0, 2]),
      'packed.gz': gzipSync(article()),
      'packed.zip': Buffer.from('PK\u0003\u0004'),
      'utf16.md': Buffer.from(`\ufeff${article()}`, 'utf16le'),
    });
    const before = filesBelow(cwd);
    mkdirSync(join(cwd, 'empty'));
    const { status, stdout, stderr } = sspr(['export', ...inputs, '-o', 'out'], { cwd });
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain(message);
    expect(filesBelow(cwd)).toEqual(before);
  });

  it('and the others are exported all the same', () => {
    const cwd = tree({ 'a.md': article(), 'b.md': Buffer.from([1, 0, 2]), 'c.md': article() });
    expect(sspr(['export', '.', '-o', 'out'], { cwd }).status).toBe(3);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['a.xlf', 'c.xlf', 'en-US_de-DE.tmx']);
  });

  it('and the report names all files in the order of the bytes of their paths', () => {
    const cwd = tree({
      'b.md': article(),
      'c.yml': `x: 1\ny: ${pair('1a2b3-101', 'Eins', 'One')}\n<span data-stu-id="1a2b3-102">\n`,
      'd.yml': 'no: pair\n',
      'a.xml': '<p>\n\n<span data-stu-id="1a2b3-101">One</span></p>',
      'a.txt': 'no pair',
    });
    const { stdout } = sspr(['export', '.', '-f', 'tmx', '-o', 'out', '--report', '-'], { cwd });
    const files: { path: string; diagnostics: Record<string, unknown>[] }[] = JSON.parse(stdout).files;
    expect(
      files.map(({ path, diagnostics }) => [
        path,
        ...diagnostics.map(({ code, line, column }) => [code, line, column]),
      ]),
    ).toEqual([
      ['a.xml', ['pair/unmatched-source', 3, 1]],
      ['b.md'],
      ['c.yml', ['language/inferred', 1, 1], ['pair/unmatched-source', 3, 1]],
    ]);
  });

  it('reports each pair that holds what is no UTF-8', () => {
    const bytes = Buffer.from(article());
    for (const word of ['Eins</span>', 'Drei']) bytes[bytes.indexOf(word)] = 0xff;
    const cwd = tree({ 'a.md': bytes });
    const { stdout } = sspr(['export', 'a.md', '-f', 'tmx', '-o', 'out', '--report', '-'], { cwd });
    const { pairs, diagnostics } = JSON.parse(stdout);
    expect(pairs).toEqual({ found: 3, exported: 1, skipped: { 'input/invalid-utf-8': 2 } });
    expect(diagnostics).toEqual({ 'input/invalid-utf-8': 2 });
  });

  it('leaves out only the pairs that hold what is no UTF-8', () => {
    const bytes = Buffer.from(article());
    bytes[bytes.indexOf('Zwei')] = 0xff;
    const cwd = tree({ 'a.md': bytes });
    const { status, stdout, stderr } = sspr(['export', 'a.md', '-f', 'tmx', '-o', 'out', '--report', '-'], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain('a.md:9:31 error input/invalid-utf-8');
    expect(JSON.parse(stdout).pairs).toEqual({ found: 3, exported: 2, skipped: { 'input/invalid-utf-8': 1 } });
  });
});

describe('outputs that cannot be written exit with 3, and older files stay', () => {
  it.each([
    ['a file in the place of a folder', ['-o', 'file'], 'a part of the path is not a folder'],
    ['a folder in the place of a file', ['-f', 'tmx', '-o', 'folder.tmx'], 'it is a folder'],
    ['a report in the place of a folder', ['-o', 'out', '--report', 'folder.tmx'], 'it is a folder'],
  ])('%s', (_, args, message) => {
    const cwd = tree({ 'a.md': article(), file: 'old' });
    mkdirSync(join(cwd, 'folder.tmx'));
    const { status, stderr } = sspr(['export', 'a.md', ...args], { cwd });
    expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringContaining(message) });
    expect(filesBelow(cwd).filter((file) => !file.startsWith('out'))).toEqual(['a.md', 'file']);
    expect(read(cwd, 'file')).toBe('old');
  });
});

describe('the name of an output', () => {
  it.each([
    ['a.md', 'a.md is the same file as the input a.md; name another output.'],
    ['./docs/../a.md', 'is the same file as the input a.md'],
    ['link', 'link is the same file as the input a.md'],
    [
      'x.txt',
      'x.txt would be a folder, but .txt is the extension of a file; name a folder, a file (.csv, .jsonl, .ndjson, .parquet, .tmx, .xlf, .xliff, .xlsx)',
    ],
    ['new/a.JSON', 'new/a.JSON would be a folder, but .JSON is'],
    ['memory.tmx.gz', 'or memory.tmx.gz/ if it is to be a folder.'],
  ])('must not be that of an input, or of a file of no format: %s', (output, message) => {
    const cwd = tree({ 'a.md': article(), 'docs/b.md': article() });
    symlinkSync('a.md', join(cwd, 'link'));
    for (const command of ['export', 'split']) {
      const { status, stderr } = sspr([command, 'a.md', '-o', output, '--trg-lang', 'de-DE'], { cwd });
      const said =
        command === 'split'
          ? message.replace(
              ' a file (.csv, .jsonl, .ndjson, .parquet, .tmx, .xlf, .xliff, .xlsx)',
              ' or - for standard output',
            )
          : message;
      expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(said) });
    }
    expect(filesBelow(cwd).sort()).toEqual(['a.md', 'docs/b.md', 'link']);
    expect(read(cwd, 'a.md')).toBe(article());
  });

  it.each(['out', 'x.txt/', 'docs.ja-JP', 'docs.de', 'docs.ja-JP.v2', '.out', 'there.txt', '1.0'])(
    'may be that of a folder: %s',
    (output) => {
      const cwd = tree({ 'a.md': article() });
      mkdirSync(join(cwd, 'there.txt'));
      expect(sspr(['export', 'a.md', '-f', 'tmx', '-o', output], { cwd }).status).toBe(0);
      expect(filesBelow(cwd)).toContain(`${output.replace('/', '')}/en-US_de-DE.tmx`);
    },
  );
});

describe('diagnostics', () => {
  const damaged = `${header('de-DE')}${pair('1a2b3-102', 'Eins', '')}\n<span data-ttu-id="1a2b3-103">Zwei</span>\n${pair('1a2b3-104', 'Drei', 'Three')}`;

  it('are printed with their place, and fail the run by their severity', () => {
    const cwd = tree({ 'a.md': damaged });
    const run = (...args: string[]): unknown => sspr(['export', 'a.md', '-o', 'out', ...args], { cwd });
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('a.md:8:1 error pair/unmatched-target') });
    expect(run('--fail-on', 'never')).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('a.md:7:1 warning pair/empty-source'),
    });
    expect(run('-q')).toMatchObject({ status: 1, stderr: expect.stringMatching(/^a\.md:8:1 error .*\n$/) });
  });

  it('of severity warning fail the run where that is asked for', () => {
    const cwd = tree({ 'a.md': `${header('de-DE')}${pair('1a2b3-102', 'Eins', '')}` });
    expect(sspr(['export', 'a.md', '-o', 'out'], { cwd }).status).toBe(0);
    expect(sspr(['export', 'a.md', '-o', 'out', '--fail-on', 'warning'], { cwd }).status).toBe(1);
  });

  it('are coloured only where that is asked for', () => {
    const cwd = tree({ 'a.md': damaged });
    expect(sspr(['export', 'a.md', '-o', 'out'], { cwd }).stderr).not.toContain('\u001b');
    expect(sspr(['export', 'a.md', '-o', 'out', '--color'], { cwd }).stderr).toContain('\u001b');
  });
});
