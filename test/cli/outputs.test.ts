import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, readlinkSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportToString } from '../../src/index.js';
import { cli, filesBelow, sspr, temporaryFolder } from '../support/cli.js';
import { articleOf, pair } from '../support/pairs.js';

const text = (language: string): string =>
  `---\nms.contentlocale: ${language}\n---\n${pair('1a2b3-7', 'Türen', 'Doors')}\n`;

/** A tree of articles, documents, links of either kind, and a config file. */
function tree(): string {
  const root = temporaryFolder();
  const put = (path: string, content: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  const article = text('de-DE');
  put('a.md', article);
  put('t/de-DE/x.md', article);
  put('t/de-DE/y.md', article);
  put('real/de-DE/a.md', 'Türen\n');
  put('conf.json', '{}');
  const document = exportToString([articleOf(article, 'a.md')], 'xliff');
  put('ed.xlf', document.replace('Türen', 'Tore'));
  put('more/en-US_de-DE.tmx', article);
  put('more/y.md', article);
  put('out/keep.txt', '');
  symlinkSync('a.md', join(root, 'to-a.md'));
  symlinkSync('../a.md', join(root, 'out/to-a.xlf'));
  linkSync(join(root, 'a.md'), join(root, 'hard.xlf'));
  linkSync(join(root, 'ed.xlf'), join(root, 'hard-ed.md'));
  symlinkSync('t', join(root, 'alias'));
  symlinkSync('nowhere.json', join(root, 'dangling.json'));
  linkSync(join(root, 'more/y.md'), join(root, 'out/z.xlf'));
  put('more/z.md', article);
  symlinkSync('ed.xlf', join(root, 'to-ed.xlf'));
  return root;
}

/** All there is: contents, where links lead to, and which file it is. */
function snapshot(root: string): unknown {
  return filesBelow(root).map((file) => {
    const path = join(root, file);
    try {
      return [file, readlinkSync(path)];
    } catch {
      return [file, statSync(path).ino, readFileSync(path, 'utf8')];
    }
  });
}

describe('an output that is an input is refused, and nothing is written', () => {
  it.each([
    // Each command, each option that writes.
    ['view a.md -o a.md', 'a.md is the same file as the input a.md'],
    ['view a.md --changes ed.xlf -o ed.xlf', 'the document ed.xlf'],
    ['view a.md --changes to-ed.xlf -o hard-ed.md', 'the document to-ed.xlf'],
    ['view t -o alias/de-DE/y.md', 'the input t/de-DE/y.md'],
    ['view a.md --config conf.json -o ./conf.json', 'the config file conf.json'],
    ['check a.md -f json -o a.md', 'the input a.md'],
    ['check a.md ed.xlf -f sarif -o hard-ed.md', 'the input ed.xlf'],
    ['check t -o t/../t/de-DE/x.md', 'the input t/de-DE/x.md'],
    ['check a.md -o to-a.md', 'the input a.md'],
    ['check to-a.md -o a.md', 'the input to-a.md'],
    ['check a.md -o hard.xlf', 'the input a.md'],
    ['merge a.md ed.xlf -o a.md', 'the input a.md'],
    ['merge a.md ed.xlf -o hard-ed.md', 'the document ed.xlf'],
    ['merge a.md ed.xlf -o n.md --report to-a.md', 'the input a.md'],
    ['merge a.md ed.xlf -o n.md --report ed.xlf', 'the document ed.xlf'],
    ['merge a.md ed.xlf --in-place --report ./a.md', 'the output a.md'],
    ['merge a.md a.md --in-place', 'the document a.md'],
    ['merge a.md ed.xlf -o n.md --report conf.json --config conf.json', 'the config file conf.json'],
    ['export a.md -f xliff -o out/to-a.xlf', 'the input a.md'],
    ['export hard.xlf -f tmx -o out --report a.md', 'the input hard.xlf'],
    ['export more -f xliff -o out', 'out/z.xlf is the same file as the input more/y.md'],
    ['export t -o new --report alias/de-DE/x.md', 'the input t/de-DE/x.md'],
    ['export a.md more/en-US_de-DE.tmx -o more', 'more/en-US_de-DE.tmx is the same file as the input'],
    ['split t/de-DE -o t', 't/de-DE/x.md is the same file as the input t/de-DE/x.md'],
    ['split t/de-DE -o alias', 'alias/de-DE/x.md is the same file as the input t/de-DE/x.md'],
    ['split alias/de-DE -o t --side target', 't/de-DE/x.md is the same file as the input alias/de-DE/x.md'],
    ['split a.md -o new --report hard.xlf', 'the input a.md'],
    ['split a.md -o real --against real', 'the real article real/de-DE/a.md'],
    ['split a.md --against real --report real/de-DE/a.md', 'the real article real/de-DE/a.md'],
    // Two outputs of one run.
    ['merge a.md ed.xlf -o n.md --report n.md', 'n.md is the same file as the output n.md'],
    ['merge a.md ed.xlf -o out/n.md --report ./out/../out/n.md', 'the output out/n.md'],
    ['merge a.md ed.xlf -o nowhere.json --report dangling.json', 'the output nowhere.json'],
    ['export . -f tmx -o out --report out/en-US_de-DE.tmx', 'out/en-US_de-DE.tmx is the same file as the output'],
    ['export t -o new --report new/de-DE/y.xlf', 'new/de-DE/y.xlf is the same file as the output'],
    ['export a.md -f tmx -o nowhere.tmx --report nowhere.tmx', 'the output nowhere.tmx'],
    ['split a.md -o new --report new/de-DE/a.md', 'the output new/de-DE/a.md'],
  ])('%s', (line, message) => {
    const cwd = tree();
    const before = snapshot(cwd);
    const { status, stdout, stderr } = sspr(line.split(' '), { cwd });
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
    expect(stderr).toContain('; name another output.');
    expect(snapshot(cwd)).toEqual(before);
  });

  it('where the config file was found', () => {
    const cwd = tree();
    writeFileSync(join(cwd, 'sspr-tm.config.json'), '{}');
    const { status, stderr } = sspr(['view', 'a.md', '-o', 'sspr-tm.config.json'], { cwd });
    expect([status, stderr]).toEqual([2, expect.stringContaining('the config file')]);
    expect(readFileSync(join(cwd, 'sspr-tm.config.json'), 'utf8')).toBe('{}');
  });
});

it.each([
  ['check - -o a.md < hard.xlf', 2, 'a.md is the same file as standard input'],
  ['merge - ed.xlf -o a.md < a.md', 2, 'a.md is the same file as'],
  ['check - -o new.txt < a.md', 0, ''],
  ['merge a.md ed.xlf -o /dev/stdout | cat', 0, 'written: /dev/stdout'],
])('with what the shell opens: %s', (line, expected, message) => {
  const cwd = tree();
  const before = readFileSync(join(cwd, 'a.md'), 'utf8');
  const run = spawnSync('sh', ['-c', `"$0" "$1" ${line}`, process.execPath, cli], { cwd, encoding: 'utf8' });
  expect([run.status, run.stderr]).toEqual([expected, expect.stringContaining(message)]);
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(before);
});

describe('what is no input is written', () => {
  it.each([
    ['view a.md -o /dev/null', 0],
    ['check a.md -o /dev/null', 0],
    ['merge a.md ed.xlf -o /dev/null --report /dev/null', 0],
    ['merge a.md ed.xlf --in-place --report r.json', 0],
    ['export a.md -f tmx -o out --report /dev/null', 0],
    // Files that are there, but are none of this run.
    ['export a.md -f tmx -o more', 0],
    ['split t/de-DE -o more', 0],
    ['split a.md -o t', 0],
    ['split alias/de-DE -o t --side source', 0],
    ['check t/de-DE/x.md -o hard.xlf', 0],
  ])('%s', (line, expected) => {
    const { status, stderr } = sspr(line.split(' '), { cwd: tree() });
    expect([status, stderr]).toEqual([expected, expect.any(String)]);
  });
});
