import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, sspr, tree } from '../support/cli.js';
import { twoTrees, unitsOf } from '../support/memory-trees.js';

const unitsIn = (cwd: string, name: string): string[][] => unitsOf(readFileSync(join(cwd, name), 'utf8'));

describe('memory --update', () => {
  it('makes the file where there is none, and then lets it grow under its own name', () => {
    const cwd = tree(twoTrees());
    const update = (...inputs: string[]) => sspr(['memory', ...inputs, '--update', 'sub/team.tmx'], { cwd });
    expect(update('de').status).toBe(0);
    expect(unitsIn(cwd, 'sub/team.tmx')).toHaveLength(8);
    const before = readFileSync(join(cwd, 'sub/team.tmx'));
    expect(update('de').status).toBe(0);
    expect(readFileSync(join(cwd, 'sub/team.tmx')).equals(before)).toBe(true);
    expect(update('ja').status).toBe(0);
    expect(unitsIn(cwd, 'sub/team.tmx')).toHaveLength(16);
    expect(filesBelow(cwd).filter((name) => !/^(?:de|ja)\//.test(name))).toEqual(['sub/team.tmx']);
  });

  it('keeps what is asked of other inputs only: filters leave nothing of it out', () => {
    const cwd = tree(twoTrees());
    sspr(['memory', 'ja', '-o', 'team.tmx'], { cwd });
    expect(
      sspr(['memory', 'de', '--only', 'ht', '--since', '2018-01-01', '--update', 'team.tmx'], { cwd }).status,
    ).toBe(0);
    expect(unitsIn(cwd, 'team.tmx').filter(([, target]) => target?.includes('ja-JP'))).toHaveLength(8);
  });

  it('grows through a link, which stays one', () => {
    const cwd = tree(twoTrees());
    sspr(['memory', 'ja', '-o', 'team.tmx'], { cwd });
    symlinkSync('team.tmx', join(cwd, 'link.tmx'));
    expect(sspr(['memory', 'de', '--update', 'link.tmx'], { cwd }).status).toBe(0);
    expect(unitsIn(cwd, 'team.tmx')).toHaveLength(16);
    expect(unitsIn(cwd, 'link.tmx')).toHaveLength(16);
  });
});

describe('memory and its surroundings', () => {
  it('takes options of a config file; one that was found sets no path to write to', () => {
    const cwd = tree(twoTrees());
    sspr(['memory', 'ja', '-o', 'team.tmx'], { cwd });
    const old = readFileSync(join(cwd, 'team.tmx'));
    const config = {
      memory: { keep: 'distinct', only: 'ht', where: ['ms.service=one'], update: 'team.tmx', join: true },
    };
    writeFileSync(join(cwd, 'sspr-tm.config.json'), JSON.stringify(config));
    const { status, stderr } = sspr(['memory', 'de'], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('memory.update is left aside') });
    expect(stderr).toContain('(--only)');
    expect(readFileSync(join(cwd, 'team.tmx')).equals(old)).toBe(true);
    expect(existsSync(join(cwd, 'en-US.tmx'))).toBe(true);
    expect(sspr(['memory', 'de', '--config', 'sspr-tm.config.json'], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, 'team.tmx')).equals(old)).toBe(false);
    for (const [wrong, advice] of [
      [{ keep: 'bets' }, 'did you mean best?'],
      [{ joined: true }, 'did you mean join?'],
      [{ where: 'x' }, 'KEY=VALUE'],
      [{ holdout: 0.5 }, 'a text is needed'],
    ] as const) {
      writeFileSync(join(cwd, 'sspr-tm.config.json'), JSON.stringify({ memory: wrong }));
      expect(sspr(['memory', 'de'], { cwd })).toMatchObject({ status: 2, stderr: expect.stringContaining(advice) });
    }
  });

  it('says nothing with --quiet but errors, and ends in a summary without', () => {
    const cwd = tree(twoTrees());
    expect(sspr(['memory', 'de', '-q', '-o', 'out'], { cwd })).toEqual({ status: 0, stdout: '', stderr: '' });
    const { stderr } = sspr(['memory', 'de', '-o', 'out'], { cwd });
    expect(stderr).toContain('18 translations came in, 8 are in the memory');
    expect(stderr).toContain('left out: 8 that stand in it already, 2 replaced by better ones');
    expect(stderr).toContain('de-DE: 8 entries, 63 % HT, 38 % MT, 2015 to 2020');
    expect(sspr(['memory', 'nowhere', '-q'], { cwd })).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('nowhere'),
    });
  });

  it('says of a folder without articles that memories are named by themselves', () => {
    const cwd = tree(twoTrees());
    sspr(['memory', 'de', '-o', 'out'], { cwd });
    const { status, stderr } = sspr(['memory', 'out'], { cwd });
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: expect.stringContaining('. Memories are named by themselves'),
    });
  });

  it('counts units of a memory that are no translation under what they are', () => {
    const cwd = tree(twoTrees());
    sspr(['memory', 'de', '-o', 'out'], { cwd });
    const { status, stderr } = sspr(['memory', 'out/en-US_de-DE.tmx', '--src-lang', 'fr-FR', '-o', 'm.tmx'], { cwd });
    expect({ status, stderr }).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('no translation (document/no-source)'),
    });
    expect(stderr).not.toContain('--skip');
  });
});
