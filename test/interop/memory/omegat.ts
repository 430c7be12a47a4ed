import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sspr, tree } from '../../support/cli.js';
import { rowsIn } from '../../support/memory-rows.js';
import { twoTrees, written } from '../../support/memory-trees.js';
import { describeOmegat, translateProject, type Version } from '../omegat/omegat.js';
import { type Made, numbersOf, reported } from './runner.js';
import type { Run } from './runs.js';

/** The entries that OmegaT loads: for a unit without the language of the project, 3.6 takes those of all others. */
function loadedBy(made: Made, trgLang: string, version: Version): number {
  const isJoined = made.run.args.includes('--join');
  const languages = new Map<unknown, unknown[]>();
  for (const [index, row] of rowsIn(made.file('.jsonl')).entries()) {
    const unit = isJoined ? row['entry'] : index;
    languages.set(unit, [...(languages.get(unit) ?? []), row['trgLang']]);
  }
  const units = [...languages.values()];
  const own = units.filter((found) => found.includes(trgLang));
  expect(own).toHaveLength(reported(made)[trgLang] ?? -1);
  if (version !== '3.6') return own.length;
  return own.length + units.filter((found) => !found.includes(trgLang)).flat().length;
}

/** Memories of small trees: one of several languages, and one of Japanese that grew. */
function smallMemories(): { readonly cwd: string; readonly rows: readonly Record<string, unknown>[] } {
  const thai = written({ lang: 'th-TH', hash: '7ffff', pairs: [['Thai only', 'ไทย']] });
  const cwd = tree({ ...twoTrees(), 'th/a.md': thai });
  for (const args of [
    ['de', 'ja', 'th', '--join', '-f', 'tmx,jsonl', '-o', 'out'],
    ['ja/a0.md', '--update', 'team.tmx'],
    ['ja', '--update', 'team.tmx'],
  ]) {
    const { status, stderr } = sspr(['memory', ...args, '--inline', 'text', '-q'], { cwd });
    expect([status, stderr]).toEqual([0, '']);
  }
  return { cwd, rows: rowsIn(join(cwd, 'out/en-US.jsonl')) };
}

/** What OmegaT makes of all memories in a project of one language. */
export function describeMemories(runs: readonly Run[], make: (run: Run) => Made): void {
  describeOmegat('', (version) => {
    it.each([
      ['de-DE', 'out/en-US.tmx', version === '3.6' ? 9 : 8],
      ['ja-JP', 'team.tmx', 8],
    ])('loads the entries of %s of every memory, and inserts those of %s', (trgLang, path, loaded) => {
      const { cwd, rows } = smallMemories();
      const own = rows.filter((row) => row['trgLang'] === trgLang);
      expect(own).toHaveLength(8);
      const made = runs.filter(({ omegat }) => omegat?.includes(trgLang)).map(make);
      const texts = [...own.map(({ source }) => source), 'Thai only', 'Own **0'];
      const { memory, output } = translateProject({
        version,
        trgLang,
        sources: { 'a.txt': `${texts.join('\n\n')}\n` },
        memories: {
          // The first in the order of names is the first to insert.
          '0.tmx': readFileSync(join(cwd, path), 'utf8'),
          ...Object.fromEntries(made.map(({ run, file }) => [`${run.name}.tmx`, readFileSync(file('.tmx'), 'utf8')])),
        },
      });
      expect(numbersOf(memory.map(({ file }) => file))).toEqual({
        '0.tmx': loaded,
        ...Object.fromEntries(made.map((one) => [`${one.run.name}.tmx`, loadedBy(one, trgLang, version)])),
      });
      // Where a joined memory lacks the language of the project, 3.6 inserts another one.
      const foreign = path === 'team.tmx' || version !== '3.6' ? 'Thai only' : 'ไทย';
      const targets = [...own.map(({ target }) => target), foreign, 'Own **0'];
      expect(output('a.txt')).toBe(`${targets.join('\n\n')}\n`);
    });
  });
}
