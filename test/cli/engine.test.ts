import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flagsOf } from '../../src/cli/thread/engine.js';
import { cli } from '../support/cli.js';

const article = join(import.meta.dirname, '../../fixtures/reset-portal/input.md');

describe('flags of V8', () => {
  it.each([
    [['--interrupt-budget=1'], ['interrupt-budget']],
    [['--no-parallel_scavenge'], ['parallel-scavenge']],
    [['--parallel-scavenge', 'cli.js'], ['parallel-scavenge']],
    [[''], []],
  ])('that a user gave are known: %j', (args, names) => {
    expect([...flagsOf(args)]).toEqual(names);
  });

  it('change nothing of the output, whoever sets them', () => {
    const args = [cli, 'export', article, '-f', 'tmx', '-o', '-'];
    const run = (flags: readonly string[], env: Record<string, string>): string =>
      execFileSync(process.execPath, [...flags, ...args], { encoding: 'utf8', env: { ...process.env, ...env } });
    const usual = run([], {});
    expect(run(['--interrupt-budget=1000'], {})).toBe(usual);
    expect(run([], { NODE_OPTIONS: '--max-semi-space-size=2' })).toBe(usual);
    expect(run([], { SSPR_TM_ENGINE: 'default' })).toBe(usual);
  });
});
