import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateTmx } from '../../src/index.js';
import { sspr, temporaryFolder, tree } from '../support/cli.js';
import { isInstalled } from '../support/clients.js';
import { twoTrees, unitsOf } from '../support/memory-trees.js';
import { shared, unpack } from '../support/shared.js';
import { translateProject } from './omegat.js';

const python = '/usr/bin/python3';
const dtd = join(shared ?? '', 'schemas/tmx14/tmx14.dtd');

interface Count {
  readonly entries: number;
  readonly sources: number;
  readonly languages: Readonly<Record<string, { readonly entries: number }>>;
}

/** Writes a memory, and gives what the report says of it. */
function memory(cwd: string, file: string, args: readonly string[]): Count {
  const { status, stderr } = sspr(['memory', ...args, '-q', '--fail-on', 'never', '--report', 'r.json'], { cwd });
  expect({ status, file, stderr: stderr.includes('sspr-tm:') }).toEqual({ status: 0, file, stderr: false });
  return JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')).memory as Count;
}

const forms: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['best', []],
  ['distinct', ['--keep', 'distinct']],
  ['omegat', ['--context', 'omegat']],
  ['memoq', ['--context', 'memoq', '--keep', 'distinct']],
  ['text', ['--inline', 'text']],
  ['strip', ['--inline', 'strip']],
  ['joined', ['--join']],
  ['joined-distinct', ['--join', '--keep', 'distinct']],
];

/** The variants of each language, and units, as a client has them. */
interface Held {
  readonly units: number;
  readonly languages: Readonly<Record<string, number>>;
}

function heldBy(file: string): Held {
  const script = join(import.meta.dirname, 'read-tmx.py');
  const read = execFileSync(python, [script, file], { encoding: 'utf8', maxBuffer: 1 << 30 });
  const { units } = JSON.parse(read) as { units: { languages: string[] }[] };
  const languages: Record<string, number> = {};
  for (const language of units.flatMap((unit) => unit.languages)) languages[language] = (languages[language] ?? 0) + 1;
  return { units: units.length, languages };
}

const isThere =
  isInstalled('the Translate Toolkit', python, '-c', 'import translate.storage.tmx') &&
  isInstalled('xmllint', 'xmllint');

describe.runIf(shared !== undefined && isThere)('the Translate Toolkit, the DTD and our validator', () => {
  const roots = ['ja-JP', 'zh-CN', 'th-TH'].map((tag) => [tag, tag === 'ja-JP' ? 'corpus' : 'trees'] as const);

  it.each(forms)('take the memory of three languages: %s', (name, args) => {
    const cwd = temporaryFolder();
    const file = join(cwd, `${name}.tmx`);
    const inputs = roots.map(([tag, place]) => unpack(`alchemyinsights.${tag}.sxs`, place));
    const { entries, sources, languages } = memory(cwd, file, [...inputs, ...args, '-o', basename(file)]);
    const { stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--huge', '--dtdvalid', dtd, file], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(validateTmx(readFileSync(file, 'utf8'))).toEqual([]);
    const held = heldBy(file);
    const expected = Object.fromEntries(Object.entries(languages).map(([tag, { entries: own }]) => [tag, own]));
    expect(held.languages).toEqual({ 'en-US': held.units, ...expected });
    if (!args.includes('--join')) expect(held.units).toBe(entries);
    else if (name === 'joined') expect(held.units).toBe(sources);
    else expect(held.units).toBeGreaterThanOrEqual(sources);
  });
});

describe.runIf(isInstalled('OmegaT', 'omegat'))('OmegaT', () => {
  it.each(forms)('loads the units of a language: %s', (name, args) => {
    const cwd = tree(twoTrees());
    const file = `${name}.tmx`;
    const { languages } = memory(cwd, file, ['de', 'ja', ...args, '-o', file]);
    const text = readFileSync(join(cwd, file), 'utf8');
    const translated = translateProject({
      trgLang: 'de-DE',
      sources: { 'a.txt': 'Same\n' },
      memories: { [file]: text },
    });
    const own = translated.memory.filter(({ target }) => target.includes('de-DE'));
    expect(own).toHaveLength(languages['de-DE']?.entries ?? -1);
    if (name !== 'omegat') expect(translated.output('a.txt')).toBe('Same de-DE\n');
  });

  it('loads a memory that grew', () => {
    const cwd = tree(twoTrees());
    memory(cwd, 'team.tmx', ['de/a0.md', '--update', 'team.tmx']);
    const { languages } = memory(cwd, 'team.tmx', ['de', '--update', 'team.tmx']);
    const text = readFileSync(join(cwd, 'team.tmx'), 'utf8');
    expect(unitsOf(text)).toHaveLength(8);
    const { memory: held } = translateProject({
      trgLang: 'de-DE',
      sources: { 'a.txt': 'x\n' },
      memories: { 'team.tmx': text },
    });
    expect(held).toHaveLength(languages['de-DE']?.entries ?? -1);
  });
});
