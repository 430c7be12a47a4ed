import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, filesBelow, sspr, temporaryFolder, tree } from '../support/cli.js';
import { written } from '../support/memory-trees.js';

const root = join(import.meta.dirname, '../..');

describe('leverage', () => {
  it('goes the whole way of docs/leverage.md', () => {
    const cwd = temporaryFolder();
    cpSync(join(root, 'fixtures/reset-portal'), join(cwd, 'fixtures/reset-portal'), { recursive: true });
    const bin = join(cwd, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'sspr-tm'), `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`);
    chmodSync(join(bin, 'sspr-tm'), 0o755);
    const [, way = ''] = readFileSync(join(root, 'docs/leverage.md'), 'utf8').split('## The whole way');
    const [chapter = ''] = way.split('\n## ');
    const blocks = [...chapter.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, code = '']) => code);
    expect(blocks).toHaveLength(4);
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
    execFileSync('sh', ['-e', '-c', blocks.join('\n')], { cwd, env, stdio: 'pipe' });
    const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');
    expect(read('work/input.xlf').match(/state="translated"/g)).toHaveLength(19);
    expect(read('ja-JP/input.md')).toMatch(/^---\ntitle: 管理ポータル[\s\S]*\n\n20 分かかります。\n$/);
    expect(read('ja-JP/input.md')).not.toContain('minutes');
    const memory = read('memory.tmx');
    expect(memory.match(/<tu /g)).toHaveLength(19);
    expect(memory).toMatch(/It takes 20 minutes\.[\s\S]*20 分かかります。/);
    // Filled again, nothing is left.
    const again = sspr('leverage english/en-US/input.md -m memory.tmx --trg-lang ja-JP -f md -o -'.split(' '), { cwd });
    expect(again.stdout).toBe(read('ja-JP/input.md'));
  });

  it('keeps an XLIFF that was edited', () => {
    const cwd = tree({ 'm/a.md': written({ pairs: [['Go', 'Los']] }), 'in/a.md': 'Go\n\nStay\n', 'in/b.md': 'Go\n' });
    const args = 'leverage in -m m --trg-lang de-DE -o out'.split(' ');
    expect(sspr(args, { cwd }).status).toBe(0);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['a.xlf', 'b.xlf']);
    expect(sspr(args, { cwd }).status).toBe(0);
    const file = join(cwd, 'out/a.xlf');
    const edited = readFileSync(file, 'utf8').replace('<source>Stay</source>', '$&<target>Bleib</target>');
    expect(edited).toContain('Bleib');
    writeFileSync(file, edited);
    const { status, stderr } = sspr(args, { cwd });
    expect([status, stderr.match(/output\/edited/)?.[0]]).toEqual([1, 'output/edited']);
    expect(readFileSync(file, 'utf8')).toBe(edited);
    expect(sspr([...args, '--overwrite'], { cwd }).status).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toContain('Bleib');
  });

  it('says what to do where it is called in a wrong way', () => {
    const cwd = tree({ 'm/a.md': written({ pairs: [['Go', 'Los']] }), 'a.md': 'Go\n' });
    for (const [line, message] of [
      ['leverage a.md -m m', /--trg-lang de-DE/],
      ['leverage a.md --trg-lang de-DE', /Name a memory: -m FILE\.tmx/],
      ['leverage a.md -m m --trg-lang de-DE --penalty mt', /no NAME=POINTS/],
      ['leverage a.md -m m --trg-lang de-DE --penalty no=1', /"no" is no penalty, and no memory/],
      ['leverage a.md -m m --trg-lang de-DE -f tmx', /xliff, xliff1\.2, md/],
      ['leverage a.md -m m --trg-lang de-DE -f md -o a.md', /is the same file as the input/],
    ] as const) {
      const { status, stderr } = sspr(line.split(' '), { cwd });
      expect([line, status]).toEqual([line, 2]);
      expect(stderr).toMatch(message);
    }
    expect(filesBelow(cwd)).toEqual(['a.md', 'm/a.md']);
  });

  it('reads a memory from a pipe, and from a file that the shell opened', () => {
    const cwd = tree({
      'm.tmx':
        '<tmx version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>Go</seg></tuv><tuv xml:lang="de-DE"><seg>Los</seg></tuv></tu></body></tmx>',
      'm.jsonl': '{"source": "Go", "target": "Los", "srcLang": "en-US", "trgLang": "de-DE"}\n',
      'm.md': written({ pairs: [['Go', 'Los']] }),
      'in.md': 'Go\n',
    });
    const command = `'${process.execPath}' '${cli}' leverage in.md --trg-lang de-DE -f md -o - -q`;
    for (const name of ['m.tmx', 'm.jsonl', 'm.md']) {
      for (const line of [
        `cat ${name} | ${command} -m -`,
        `cat ${name} | ${command} -m /dev/stdin`,
        `${command} -m - < ${name}`,
        `${command} -m /dev/stdin < ${name}`,
      ]) {
        expect([line, execFileSync('sh', ['-c', line], { cwd, encoding: 'utf8', stdio: 'pipe' })]).toEqual([
          line,
          'Los\n',
        ]);
      }
    }
    const { status, stderr } = sspr('leverage in.md -m - --trg-lang de-DE -o -'.split(' '), {
      cwd,
      input: '<tmx version="1.4"><header/><body><tu>',
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining('document/damaged')]);
  });

  it('gives the same whatever the number of threads', () => {
    const articles = Object.fromEntries(
      Array.from({ length: 60 }, (_, number) => [
        `m/${number}.md`,
        written({ pairs: [[`Go ${number}`, `Los ${number}`]] }),
      ]),
    );
    const cwd = tree({ ...articles, 'in.md': 'Go 7\n\nGo 77\n' });
    const run = (jobs: string): string =>
      sspr(['leverage', 'in.md', '-m', 'm', '--trg-lang', 'de-DE', '-o', '-', '-j', jobs], { cwd }).stdout;
    expect(run('1')).toContain('Los 7');
    expect(run('3')).toBe(run('1'));
  });
});
