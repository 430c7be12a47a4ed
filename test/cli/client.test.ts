import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportToString } from '../../src/index.js';
import { exportCorpus, leverageCorpus, memoryCorpus } from '../../src/node.js';
import { clients } from '../../src/write/clients/clients.js';
import { filesBelow, type Run, sspr, tree } from '../support/cli.js';
import { written } from '../support/memory-trees.js';
import { articleOf } from '../support/pairs.js';

const article = written({ pairs: [['**Go** on', '**Los** geht es']] });

/** Runs the command in a tree of one article, with a config file where there is one. */
function run(line: string, config?: object): Run & { readonly files: readonly string[]; read(name: string): string } {
  const files = { 'in/a.md': article, 'new/b.md': '**Go** on\n' };
  const cwd = tree(config === undefined ? files : { ...files, 'sspr-tm.config.json': JSON.stringify(config) });
  const done = sspr(line.split(' '), { cwd });
  const out = filesBelow(cwd).filter((name) => !name.startsWith('in/') && !name.startsWith('new/'));
  return { ...done, files: out, read: (name) => readFileSync(join(cwd, name), 'utf8') };
}

describe('--client stands for formats and options', () => {
  it.each([
    [
      'export in --client omegat -o out',
      ['out/a.xlf', 'out/en-US_de-DE.tmx'],
      '-f xliff1.2,tmx --context omegat --target-shape source\n',
    ],
    ['export in --client poedit -o out', ['out/a.xlf', 'out/en-US_de-DE.tmx'], 'for Poedit: -f xliff,tmx\n'],
    ['export in --client omegat -o all.tmx', ['all.tmx'], '-f tmx'],
    ['export in --client omegat -o a.XLF', ['a.XLF'], '-f xliff1.2'],
    ['memory in --client memoq -o out', ['out/en-US_de-DE.tmx'], '-f tmx --context memoq\n'],
    ['memory in --client trados -o out', ['out/en-US_de-DE.tmx'], 'as its makers document it (not run here)'],
    ['leverage new -m in --trg-lang de-DE --client lokalize -o out', ['out/b.xlf'], '-f xliff1.2\n'],
    ['export in --client translate-toolkit -o a.xlf', ['a.xlf'], '-f xliff1.2 --inline text --no-digest\n'],
    ['leverage new -m in --trg-lang de-DE --client memoq -o out', ['out/b.xlf'], '-f xliff --units pair\n'],
  ])('%s', (line, files, said) => {
    const done = run(line);
    expect([done.status, done.files]).toEqual([0, files]);
    expect(done.stderr).toContain(said);
    expect(run(`${line} -q`).stderr).toBe('');
  });

  it('and what is asked for itself wins, which is said', () => {
    const own = run('export in --client omegat -f jsonl -o out.jsonl');
    expect([own.files, own.stderr]).toEqual([['out.jsonl'], expect.stringContaining('; as you gave it: -f\n')]);
    const text = run('export in --client translate-toolkit --inline codes -o a.tmx');
    expect(text.stderr).toContain('--inline codes --no-digest; as you gave it: --inline');
    expect(text.read('a.tmx')).toContain('<bpt');
    expect(run('export in --client translate-toolkit -o a.tmx').read('a.tmx')).toContain('**Los**');
  });

  it('from a config file, which the command line wins over', () => {
    const config = { export: { client: 'translate-toolkit' } };
    expect(run('export in -o a.tmx', config).read('a.tmx')).toContain('**Los**');
    expect(run('export in -o a.tmx --client poedit', config).read('a.tmx')).toContain('<bpt');
    expect(run('export in -o a.tmx --inline strip', config).read('a.tmx')).toContain('<seg>Los geht es');
    // What the file has gives way to a client that is named nearer.
    const other = { export: { inline: 'strip', format: ['csv'] } };
    const near = run('export in -o out --client translate-toolkit', other);
    expect([near.files.slice(0, 2), near.read('out/a.xlf')]).toEqual([
      ['out/a.xlf', 'out/en-US_de-DE.tmx'],
      expect.stringContaining('**Los**'),
    ]);
    const beside = run('export in -o out', { export: { client: 'translate-toolkit', inline: 'strip' } });
    expect(beside.read('out/a.xlf')).toContain('<target>Los geht es');
  });

  it('is in the report', () => {
    const { client } = JSON.parse(run('memory in --client omegat --context none -o out --report -').stdout);
    expect(client).toEqual({
      name: 'omegat',
      title: 'OmegaT',
      isTried: true,
      formats: ['tmx'],
      options: { context: 'none' },
      given: ['context'],
    });
    expect(JSON.parse(run('memory in -o out --report -').stdout)).not.toHaveProperty('client');
  });

  it.each([
    ['export in --client omegta -o out', 'did you mean omegat?'],
    ['memory in --client sdl -o out', 'omegat, poedit, lokalize, okapi, translate-toolkit, trados, memoq, weblate'],
    ['export in --client omegat -o all.csv', 'ask for csv itself (-f csv)'],
    // A memory is no XLIFF, so that asking for it would be refused, too.
    ['memory in --client omegat -o all.xlf', 'name such a file or a folder.'],
    ['memory in --client omegat -o all.csv', '(-f csv)'],
    ['leverage new -m in --trg-lang de-DE --client okapi -o b.md', '(-f md)'],
    ['export in --client omegat -o -', 'add -f xliff1.2'],
    ['check in --client omegat', "unknown option '--client'"],
  ])('wrong usage is refused: %s', (line, said) => {
    const done = run(line);
    expect([done.status, done.files]).toEqual([2, []]);
    expect(done.stderr).toContain(said);
  });

  it('an unknown name in a config file is refused at its place', () => {
    const { status, stderr } = run('export in', { export: { client: 'omegta' } });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/config\.json:1:\d+: .*did you mean omegat\?/)]);
  });
});

describe('the library', () => {
  it('takes a client where it takes the options that it stands for', async () => {
    const one = articleOf(article, 'a.md');
    const text = exportToString([one], 'xliff1.2', { client: 'translate-toolkit' });
    expect(text).toBe(exportToString([one], 'xliff1.2', { inline: 'text', digest: false }));
    expect(exportToString([one], 'tmx', { client: 'memoq' })).toBe(exportToString([one], 'tmx', { context: 'memoq' }));
    expect(exportToString([one], 'tmx', { client: 'memoq', context: 'none' })).toBe(exportToString([one], 'tmx'));
    expect(() => exportToString([one], 'tmx', { client: 'memo' as 'memoq' })).toThrow('did you mean memoq?');
    const cwd = tree({ 'in/a.md': article, 'new/b.md': '**Go** on\n' });
    const [input, output] = [join(cwd, 'in'), join(cwd, 'out')];
    const exported = await exportCorpus([input], { client: 'lokalize', output });
    expect([exported.client?.formats, exported.outputs.length]).toEqual([['xliff1.2', 'tmx'], 2]);
    const made = await memoryCorpus([input], { client: 'omegat', output });
    expect(made.client?.options).toEqual({ context: 'omegat' });
    const filled = await leverageCorpus([join(cwd, 'new')], {
      client: 'translate-toolkit',
      memory: [input],
      trgLang: 'de-DE',
      output: join(cwd, 'work'),
    });
    expect(filled.client?.options).toEqual({ inline: 'text', digest: false });
    expect(readFileSync(join(cwd, 'work/b.xlf'), 'utf8')).toContain('**Go** on');
    await expect(exportCorpus([input], { client: 'okapi', output: join(cwd, 'a.csv') })).rejects.toThrow('-f csv');
  });

  it('knows which clients were tried', () => {
    const untried = Object.entries(clients).flatMap(([name, { isTried }]) => (isTried ? [] : [name]));
    expect(untried).toEqual(['trados', 'memoq', 'weblate']);
  });
});
