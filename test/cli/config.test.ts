import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDamage } from '../../src/cli/config/json-keys.js';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';

const schemaFile = join(import.meta.dirname, '../../schema/config.schema.json');
const article = `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', 'In 51 Minuten', 'In 15 minutes')}\n`;

function folderWith(config: unknown): string {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'a.md'), article);
  writeFileSync(join(cwd, 'sspr-tm.config.json'), typeof config === 'string' ? config : JSON.stringify(config));
  return cwd;
}

describe('the config file', () => {
  it('has options of commands, and the command line wins', () => {
    const cwd = folderWith({ check: { rule: { 'check/numbers': 'error' }, format: 'json' } });
    expect(sspr(['check', 'a.md'], { cwd })).toMatchObject({ status: 1, stdout: expect.stringContaining('"error"') });
    expect(sspr(['check', 'a.md', '--format', 'text'], { cwd })).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^a\.md:4:\d+ error check\/numbers/),
    });
    expect(sspr(['check', 'a.md', '--rule', 'check/numbers=warning'], { cwd }).status).toBe(0);
    const other = join(cwd, 'other.json');
    writeFileSync(other, JSON.stringify({ check: { failOn: 'warning' } }));
    expect(sspr(['check', 'a.md', '--config', 'other.json'], { cwd }).status).toBe(1);
    expect(sspr(['check', 'a.md', '--config', 'other.json', '--fail-on', 'never'], { cwd }).status).toBe(0);
  });

  it('is found upwards from the working directory, and serves other commands', () => {
    const cwd = folderWith({
      $schema: 'x',
      export: { format: ['tmx'], metadata: false, jobs: 1, skip: ['check/numbers'] },
    });
    mkdirSync(join(cwd, 'sub'));
    const { status, stderr } = sspr(['export', '../a.md', '-o', 'out'], { cwd: join(cwd, 'sub') });
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringContaining('skipped: 1 with a finding of check/numbers (--skip)'),
    });
    expect(sspr(['export', 'a.md', '-o', '-', '--skip', 'check/urls'], { cwd }).stdout).toMatch(/<tmx [\s\S]*Minuten/);
  });

  it('may name formats: a file that the command line names wins, and one that it names itself contradicts', () => {
    const formats = (config: object, ...args: string[]) => {
      const cwd = folderWith({ export: config });
      const named = ['--config', 'sspr-tm.config.json'];
      const { status } = sspr(['export', 'a.md', '-q', ...named, ...args], { cwd });
      const text = existsSync(join(cwd, 'x.xlf')) ? readFileSync(join(cwd, 'x.xlf'), 'utf8') : '';
      return { status, version: /<xliff[^>]* version="([^"]+)"/.exec(text)?.[1] };
    };
    expect(formats({ format: ['tmx'] }, '-o', 'x.xlf')).toEqual({ status: 0, version: '2.0' });
    expect(formats({ format: ['xliff1.2', 'tmx'] }, '-o', 'x.xlf')).toEqual({ status: 0, version: '1.2' });
    expect(formats({ output: 'x.xlf' })).toEqual({ status: 0, version: '2.0' });
    expect(formats({ output: 'x.xlf' }, '-f', 'xliff1.2')).toEqual({ status: 0, version: '1.2' });
    expect(formats({ output: 'x.xlf', format: ['tmx'] })).toEqual({ status: 2, version: undefined });
  });

  it('sets no path to write to, and nothing outside of its folder, where it was found', () => {
    const outer = temporaryFolder();
    const cwd = join(outer, 'clone');
    mkdirSync(join(cwd, 'sub'), { recursive: true });
    writeFileSync(join(cwd, 'a.md'), article);
    writeFileSync(join(outer, 'victim.txt'), 'mine');
    writeFileSync(join(outer, 'outside.tmx'), 'mine');
    symlinkSync(outer, join(cwd, 'link'));
    const config = (value: unknown): void => writeFileSync(join(cwd, 'sspr-tm.config.json'), JSON.stringify(value));
    const run = (...args: string[]) => sspr(args, { cwd: join(cwd, 'sub') });
    const victims: readonly [object, string[], string][] = [
      [
        { check: { output: '../victim.txt', rule: { 'check/numbers': 'error' } } },
        ['check', '../a.md'],
        'check.output',
      ],
      [{ check: { output: join(outer, 'victim.txt'), quiet: true } }, ['check', '../a.md'], 'check.output'],
      [{ split: { report: '../victim.txt' } }, ['split', '../a.md', '-o', 'out'], 'split.report'],
      [{ export: { report: 'link/victim.txt' } }, ['export', '../a.md', '-o', 'out'], 'export.report'],
      [{ merge: { inPlace: true } }, ['merge', '../a.md', '../a.tmx', '-o', '-'], 'merge.inPlace'],
      [{ view: { changes: '../outside.tmx' } }, ['view', '../a.md', '-o', 'x.html'], 'view.changes'],
      [{ view: { changes: 'link/outside.tmx' } }, ['view', '../a.md', '-o', 'x.html'], 'view.changes'],
    ];
    writeFileSync(join(cwd, 'a.tmx'), sspr(['export', 'a.md', '-f', 'tmx', '-o', '-'], { cwd }).stdout);
    for (const [value, args, name] of victims) {
      config(value);
      const { stderr } = run(...args);
      expect([name, stderr]).toEqual([name, expect.stringContaining(`${name} is left aside`)]);
      expect(stderr).toContain(join('..', 'sspr-tm.config.json'));
      expect(readFileSync(join(outer, 'victim.txt'), 'utf8')).toBe('mine');
      expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(article);
    }
    // What it may say, it says; the user has the last word.
    config(victims[0]?.[0]);
    expect(run('check', '../a.md').status).toBe(1);
    expect(run('check', '../a.md', '-o', 'findings.txt').stderr).not.toContain('left aside');
    expect(existsSync(join(cwd, 'sub/findings.txt'))).toBe(true);
    expect(run('check', '../a.md', '-q').stderr).not.toContain('options of');
  });

  it('has paths that are relative to itself', () => {
    const cwd = folderWith({ export: { output: 'memory', format: ['tmx'] } });
    mkdirSync(join(cwd, 'sub'));
    const { status } = sspr(['export', '../a.md', '--config', '../sspr-tm.config.json'], { cwd: join(cwd, 'sub') });
    expect([status, existsSync(join(cwd, 'memory/en-US_de-DE.tmx'))]).toEqual([0, true]);
    expect(sspr(['check', 'a.md'], { cwd }).stderr).toContain('options of sspr-tm.config.json');
  });

  it('is refused with the place of what nobody knows', () => {
    const told = (config: unknown) => {
      const { status, stderr } = sspr(['check', 'a.md'], { cwd: folderWith(config) });
      expect(status).toBe(2);
      return stderr;
    };
    expect(told('{\n  "check": {\n    "failon": "never" }}')).toContain(
      'sspr-tm.config.json:3:5: check has no option "failon"; did you mean failOn?',
    );
    expect(told('{"chekc": {}}')).toContain(
      'sspr-tm.config.json:1:2: there is no command "chekc"; did you mean check?',
    );
    expect(told({ check: { failOn: 'sometimes' } })).toContain('error, warning, never');
    expect(told({ check: { quiet: 'yes' } })).toContain('true or false');
    expect(told({ check: { rule: { 'check/number': 'off' } } })).toContain('did you mean check/numbers');
    expect(told({ check: { code: ['check/number'] } })).toContain('check.code: "check/number" is no code; did you');
    expect(told({ check: [] })).toContain('object of options');
    expect(told({ export: { jobs: 0 } })).toContain('1 to 256');
    expect(told('{')).toContain('sspr-tm.config.json:1:2: not JSON');
    expect(told('{\n  "check": {\n    "quiet": true,\n  }\n}')).toContain('sspr-tm.config.json:4:3: not JSON');
    expect(told({ view: { title: ['one', 'two'] } })).toContain('view.title: a text is needed');
    expect(told({ export: { output: { out: 'in' } } })).toContain('export.output: a text is needed');
    expect(told({ export: { trgLang: ['de-DE'] } })).toContain('export.trgLang: a text is needed');
    expect(told({ check: { format: ['json'] } })).toContain('check.format: there are text, json, sarif, csv, xlsx');
    expect(told({ check: { format: 'sarrif' } })).toContain(
      'there are text, json, sarif, csv, xlsx; did you mean sarif?',
    );
    expect(told({ export: { format: ['xlf'] } })).toContain('did you mean xliff');
    expect(told('{"view": {"rule": {\n "check/urls": "loud"}}}')).toContain(
      'sspr-tm.config.json:2:2: view.rule: "check/urls=loud"',
    );
    expect(told({ export: { skip: ['check/number'] } })).toContain('did you mean check/numbers');
    expect(told({ export: { skip: ['toString'] } })).toContain('"toString" is no code');
    expect(told('[]')).toContain('object whose keys are commands');
    expect(sspr(['check', 'a.md', '--config', 'missing.json'], { cwd: folderWith({}) }).stderr).toContain(
      'missing.json: cannot be read',
    );
  });
});

describe('findDamage', () => {
  it('says where a text stops being JSON', () => {
    const texts = [
      '',
      ' x',
      '{"a" 1}',
      '{"a":1 "b"}',
      '[1,]',
      '[1}',
      '{,}',
      '{"a":"\n"}',
      '{} []',
      '{"a":[true,nul]}',
      '01',
    ];
    expect(texts.map((text) => [text, findDamage(text)])).toEqual(
      [0, 1, 5, 7, 3, 2, 1, 5, 3, 11, 1].map((offset, index) => [texts[index], offset]),
    );
  });

  it('finds none in JSON, and some in what is none', () => {
    const damaged = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '1', 'x'));
    fc.assert(
      fc.property(damaged, ([json, place, put]) => {
        const at = place % json.length;
        const text = json.slice(0, at) + put + json.slice(at + 1);
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const offset = findDamage(text);
        if (isJson) expect(offset).toBe(text.length);
        else expect(offset).toBeLessThanOrEqual(text.length);
        expect(findDamage(json)).toBe(json.length);
      }),
    );
  });
});

describe('the schema of config files', () => {
  it('accepts what the command takes, and refuses what it refuses', () => {
    const isConfig = new Ajv.Ajv({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
    expect(isConfig({ check: { rule: { 'check/numbers': 'off' }, failOn: 'never' }, export: { jobs: 2 } })).toBe(true);
    expect(isConfig({ check: { rule: { 'check/number': 'off' } } })).toBe(false);
    expect(isConfig({ check: { failon: 'never' } })).toBe(false);
    expect(isConfig({ chekc: {} })).toBe(false);
  });
});
