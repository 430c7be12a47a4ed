import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, sspr, tree } from '../support/cli.js';
import { pair } from '../support/pairs.js';

const sha1 = (text: string, algorithm = 'sha1'): string => createHash(algorithm).update(text).digest('hex');

/** The side-by-side article of an original with the title and heading `One`, and a body below it. */
function article(original: string, language = 'de-DE', hash: string = sha1(original)): string {
  return `---\ntitle: Eins\nkeywords:\n- a\nms.openlocfilehash: ${hash}\nms.contentlocale: ${language}\n---\n# <a name="one"></a>${pair('1a2b3-102', 'Eins', 'One')}\n\n${pair('1a2b3-103', 'Zwei drei.', 'Two three.')}\n`;
}
const plain = '---\ntitle: One\nkeywords:\n- a\n---\n# One\n\nTwo three.\n';
const spelled = '---\r\ntitle: "One"\r\nkeywords: \r\n  - "a"\r\n---\r\n\r\n# One\r\n\r\nTwo three.\r\n';

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');
const reportOf = (cwd: string): Record<string, unknown> => JSON.parse(read(cwd, 'report.json'));

describe('outputs', () => {
  it('are both languages, each below its own folder', () => {
    const cwd = tree({ 'in/a.md': article(plain), 'in/sub/b.md': article(plain, 'ja-JP'), 'in/README.md': '# Text\n' });
    const { status, stdout, stderr } = sspr(['split', 'in', '-o', 'out', '--report', 'report.json'], { cwd });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(filesBelow(join(cwd, 'out'))).toEqual(['de-DE/a.md', 'en-US/a.md', 'en-US/sub/b.md', 'ja-JP/sub/b.md']);
    expect(read(cwd, 'out/en-US/a.md')).toBe(plain);
    expect(read(cwd, 'out/de-DE/a.md')).toContain('# <a name="one"></a>Eins\n\nZwei drei.\n');
    expect(stderr).toContain('4 pairs, split: 2 source, 2 target');
    expect(reportOf(cwd)).toMatchObject({
      articles: 3,
      withPairs: 2,
      pairs: { found: 4 },
      sides: { source: 2, target: 2 },
      diagnostics: {},
      outputs: ['out/en-US/a.md', 'out/de-DE/a.md', 'out/en-US/sub/b.md', 'out/ja-JP/sub/b.md'],
    });
  });

  it('are the same with any number of threads, and so is the report', () => {
    const files: Record<string, string | Buffer> = { 'in/README.md': '# Text\n' };
    for (let index = 0; index < 400; index++) {
      const original = [plain, spelled, spelled.replaceAll('\r', ''), `${plain} `, 'Something else'][
        index % 5
      ] as string;
      const text = article(original, index % 7 === 0 ? 'ja-JP' : 'de-DE', index % 11 === 0 ? '' : sha1(original));
      files[`in/${index % 3}/${index}.md`] =
        index % 50 === 0 ? Buffer.concat([Buffer.from(text), Buffer.from([0xe9])]) : text;
      files[`real/en-US/${index % 3}/${index}.md`] = original;
    }
    const cwd = tree(files);
    const runs = ['1', '2', '5'].map((jobs) => {
      const args = ['split', 'in', '-o', 'out', '--verify', '--against', 'real', '--report', 'report.json', '-j', jobs];
      const { status, stderr } = sspr(args, { cwd });
      const written = filesBelow(join(cwd, 'out')).map((file) => [
        file,
        readFileSync(join(cwd, 'out', file)).toString('latin1'),
      ]);
      rmSync(join(cwd, 'out'), { recursive: true });
      return { status, stderr, written, report: reportOf(cwd) };
    });
    const [one] = runs;
    expect(one?.written).toHaveLength(800);
    expect(one?.report).toMatchObject({ articles: 401, verify: { match: 210 }, sides: { source: 400, target: 400 } });
    for (const run of runs) expect(run).toEqual(one);
    expect(sspr(['split', 'in', '-o', 'out', '-j', '0'], { cwd }).status).toBe(2);
  });

  it('go to standard output, one side of one article', () => {
    expect(sspr(['split', '-', '--side', 'source', '-o', '-', '-q'], { input: article(plain) })).toEqual({
      status: 0,
      stdout: plain,
      stderr: '',
    });
    const cwd = tree({ 'a.md': article(plain), 'b.md': article(plain) });
    expect(sspr(['split', 'a.md', '--side', 'target', '-o', '-'], { cwd }).stdout).toContain('Zwei drei.');
    expect(sspr(['split', 'a.md', '-o', '-'], { cwd }).status).toBe(2);
    expect(sspr(['split', '.', '--side', 'target', '-o', '-'], { cwd }).status).toBe(2);
    expect(sspr(['split', 'a.md', '--side', 'source', '-o', '-', '--report', '-'], { cwd }).status).toBe(2);
  });

  it('keep bytes that are not UTF-8, with a diagnostic', () => {
    const bytes = Buffer.concat([Buffer.from(article(plain)), Buffer.from([0x20, 0xe9, 0xff, 0x0a])]);
    const cwd = tree({ 'in/a.md': bytes });
    const { status, stderr } = sspr(['split', 'in', '-o', 'out'], { cwd });
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('input/invalid-utf-8') });
    expect(readFileSync(join(cwd, 'out/de-DE/a.md')).subarray(-4)).toEqual(bytes.subarray(-4));
    expect(readFileSync(join(cwd, 'out/en-US/a.md'))).toEqual(Buffer.concat([Buffer.from(plain), bytes.subarray(-4)]));
  });

  it('need a language on the target side only', () => {
    const cwd = tree({ 'a.md': `${pair('1a2b3-102', 'Eins', 'One')}\n` });
    expect(sspr(['split', 'a.md', '-o', 'out'], { cwd }).status).toBe(1);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['en-US/a.md']);
    expect(sspr(['split', 'a.md', '-o', 'out', '--trg-lang', 'de-de', '--src-lang', 'en-gb'], { cwd }).status).toBe(0);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['de-DE/a.md', 'en-GB/a.md', 'en-US/a.md']);
  });

  it('are not made of articles in another language than is asked for', () => {
    const cwd = tree({ 'a.md': article(plain) });
    const { status, stderr } = sspr(['split', 'a.md', '-o', 'out', '--trg-lang', 'fr-FR'], { cwd });
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('language/conflict') });
    expect(sspr(['split', 'a.md', '-o', 'out', '--trg-lang', 'fr-FR', '--force-lang'], { cwd }).status).toBe(0);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['en-US/a.md', 'fr-FR/a.md']);
  });

  it('of an earlier run are no inputs', () => {
    const cwd = tree({ 'in/a.md': article(plain) });
    for (let run = 0; run < 2; run++) expect(sspr(['split', 'in', '-o', 'in/out'], { cwd }).status).toBe(0);
    expect(filesBelow(join(cwd, 'in'))).toEqual(['a.md', 'out/de-DE/a.md', 'out/en-US/a.md']);
  });
});

describe('titles that stay in the target language', () => {
  const titled = (title: string, hash = 'x'): string => article(hash).replace('title: Eins', `title: ${title}`);

  it('are counted in one line, and listed with their places in the report', () => {
    const own = '---\ntitle: Uno\nkeywords:\n- a\n---\n# One\n\nTwo three.\n';
    const cwd = tree({
      'in/a.md': titled('Eins'),
      'in/b.md': titled('Etwas anderes'),
      'in/c.md': titled('"Noch\u00a0etwas"'),
      'in/d.md': titled('One'),
      // The hash proves that the original has this very title.
      'in/e.md': titled('Uno', own),
      'in/f.md': `${pair('1a2b3-102', 'Eins', 'One')}\n`,
    });
    const args = ['split', 'in', '--trg-lang', 'de-DE', '--report', 'report.json'];
    const { status, stderr } = sspr([...args, '--side', 'source', '-o', 'out', '--fail-on', 'warning'], { cwd });
    expect(status).toBe(0);
    expect(stderr.match(/stay in the target language.*/g)).toHaveLength(1);
    expect(stderr).toContain('2 of 5 titles of the source stay in the target language; --report FILE lists them\n');
    const report = reportOf(cwd) as { files: { path: string; diagnostics: { code: string }[] }[] };
    expect(report).toMatchObject({
      titles: { found: 5, untranslated: 2 },
      diagnostics: { 'split/title-untranslated': 2 },
    });
    const codes = (path: string) => report.files.find((file) => file.path === path)?.diagnostics;
    expect(codes('b.md')).toMatchObject([
      {
        code: 'split/title-untranslated',
        severity: 'info',
        line: 2,
        column: 8,
        message: expect.stringMatching(/: Etwas anderes$/),
      },
    ]);
    expect(codes('e.md')).toEqual([]);
    expect(read(cwd, 'out/en-US/e.md')).toContain('title: Uno');
    // With anchors kept, it is not the original that is written.
    sspr([...args, '--side', 'source', '-o', 'out', '--anchors', 'keep'], { cwd });
    expect(reportOf(cwd)).toMatchObject({ titles: { found: 5, untranslated: 3 } });
  });

  it('do not matter on the target side', () => {
    const cwd = tree({ 'a.md': titled('Etwas anderes') });
    const { stderr } = sspr(['split', 'a.md', '--side', 'target', '-o', 'out', '--report', 'report.json'], { cwd });
    expect(stderr).not.toContain('stay');
    expect(reportOf(cwd)).toMatchObject({ titles: { found: 0, untranslated: 0 }, diagnostics: {} });
  });

  it('have their place and text where the article is not all UTF-8', () => {
    const cwd = tree({ 'a.md': Buffer.concat([Buffer.from(titled('Größe')), Buffer.from([0xff, 0x0a])]) });
    sspr(['split', 'a.md', '--side', 'source', '-o', 'out', '--report', 'report.json'], { cwd });
    expect(JSON.stringify(reportOf(cwd))).toContain('stays in the target language: Größe"');
  });
});

describe('--verify', () => {
  it('says what the hash proves, and writes nothing by itself', () => {
    const cwd = tree({
      'in/as-is.md': article(plain),
      'in/crlf.md': article(plain.replaceAll('\n', '\r\n')),
      'in/spelled.md': article(spelled),
      'in/other.md': article('Other\n'),
      'in/sha256.md': article(spelled, 'de-DE', sha1(spelled, 'sha256')),
      'in/none.md': `${pair('1a2b3-102', 'Eins', 'One')}\n`,
    });
    const { status } = sspr(['split', 'in', '--verify', '--trg-lang', 'de-DE', '--report', 'report.json'], { cwd });
    expect(status).toBe(0);
    expect(filesBelow(cwd).filter((file) => !file.startsWith('in/'))).toEqual(['report.json']);
    const report = reportOf(cwd) as { verify: object; files: { path: string; verify: string }[] };
    expect(report.verify).toEqual({ match: 4, differs: 1, 'no hash': 1 });
    expect(report.files.filter(({ verify }) => verify !== 'match').map(({ path }) => path)).toEqual([
      'none.md',
      'other.md',
    ]);
  });

  it('writes the very bytes that were hashed; without it, line ends are those of the article', () => {
    const cwd = tree({ 'a.md': article(spelled) });
    sspr(['split', 'a.md', '--side', 'source', '-o', 'out', '--verify'], { cwd });
    expect(read(cwd, 'out/en-US/a.md')).toBe(spelled);
    sspr(['split', 'a.md', '--side', 'source', '-o', 'out'], { cwd });
    expect(read(cwd, 'out/en-US/a.md')).toBe(spelled.replaceAll('\r\n', '\n'));
    sspr(['split', 'a.md', '--side', 'source', '-o', 'out', '--verify', '--anchors', 'keep'], { cwd });
    expect(read(cwd, 'out/en-US/a.md')).toContain('# <a name="one"></a>One');
  });
});

describe('--against', () => {
  it('fails where the folder has none of the articles, whatever the side', () => {
    const pairs = `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', 'Eins', 'One')}\n`;
    const cwd = tree({ 'in/a.md': pairs, 'in/b.md': pairs, 'real/other.md': 'One', 'some/b.md': 'One' });
    for (const side of [[], ['--side', 'source'], ['--side', 'target']]) {
      const { status, stderr } = sspr(['split', 'in', '--against', 'real', ...side], { cwd });
      expect(status).toBe(1);
      expect(stderr).toContain(
        'real:1:1 error input/no-real-articles No article that was split is in real; name the folder',
      );
      expect(sspr(['split', 'in', '--against', 'some', ...side], { cwd }).status).toBe(0);
    }
  });

  it('says how each side differs from the real articles', () => {
    const cwd = tree({
      'in/a.md': article(plain),
      'in/b.md': article('x'),
      'in/c.md': article(plain),
      'real/en-US/a.md': plain,
      'real/en-US/b.md': plain.replace('title: One', 'title: Another').replaceAll('\n', '\r\n'),
      'real/de-DE/a.md': '---\n',
      'originals/a.md': plain.replace('\n# One', '\n\n# One'),
    });
    expect(sspr(['split', 'in', '--against', 'real', '--report', 'report.json'], { cwd }).status).toBe(0);
    expect(reportOf(cwd)).toMatchObject({
      against: { source: { equal: 1, title: 1, missing: 1 }, target: { other: 1, missing: 2 } },
      outputs: [],
      files: [{ against: { source: 'equal', target: 'other' } }, { against: { source: 'title' } }, {}],
    });
    sspr(['split', 'in', '--against', 'originals', '--report', 'report.json'], { cwd });
    expect(reportOf(cwd)['against']).toEqual({ source: { 'white-space': 1, missing: 2 } });
    expect(sspr(['split', 'in', '--against', 'nowhere'], { cwd }).status).toBe(3);
  });
});

describe('faults', () => {
  it('two articles with one output path are refused before anything is written', () => {
    const cwd = tree({ 'x/stdin.md': article(plain) });
    const { status, stderr } = sspr(['split', '-', 'x/stdin.md', '-o', 'out'], { cwd, input: article(plain) });
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('stdin and x/stdin.md') });
    expect(filesBelow(cwd)).toEqual(['x/stdin.md']);
  });

  it('articles of several inputs stand after the names of these', () => {
    const cwd = tree({ 'x/a.md': article(plain), 'y/a.md': article(plain, 'ja-JP') });
    expect(sspr(['split', 'x', 'y', '-o', 'out'], { cwd }).status).toBe(0);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['de-DE/x/a.md', 'en-US/x/a.md', 'en-US/y/a.md', 'ja-JP/y/a.md']);
  });

  it('an input is never written to', () => {
    const cwd = tree({ 'de-DE/a.md': article(plain) });
    expect(sspr(['split', 'de-DE', '--side', 'target'], { cwd }).status).toBe(2);
    expect(read(cwd, 'de-DE/a.md')).toBe(article(plain));
  });

  it('an output that cannot be written leaves nothing half-written', () => {
    const cwd = tree({ 'in/a.md': article(plain), 'out/en-US': 'a file in the place of a folder' });
    const { status, stderr } = sspr(['split', 'in', '-o', 'out'], { cwd });
    expect({ status, stderr }).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('error output/blocked It is not written to out/en-US/a.md'),
    });
    // The other side may have been finished; what is there is whole, and no temporary file is left.
    expect(filesBelow(join(cwd, 'out')).filter((file) => file !== 'de-DE/a.md')).toEqual(['en-US']);
  });

  it('wrong usage is reported', () => {
    expect(sspr(['split']).status).toBe(2);
    expect(sspr(['split', '-', '--side', 'both']).status).toBe(2);
    expect(sspr(['split', 'nowhere.md']).status).toBe(3);
    expect(sspr(['split', '--help']).stdout).toContain('--verify');
  });
});
