import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../vitest.config.js';

/** The lines of a source that the rule flags. */
function flagged(lines: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'sspr-tm-lint-'));
  const plugins = [join(root, 'lint/no-spread-of-data.grit')];
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ plugins, linter: { rules: { preset: 'none' } } }));
  writeFileSync(join(folder, 'spread.ts'), lines.join('\n'));
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', `--config-path=${folder}`, folder];
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; location: { start: { line: number } } }[];
  };
  const found = diagnostics.filter(({ category }) => category === 'plugin').map(({ location }) => location.start.line);
  return lines.filter((_, index) => found.includes(index + 1));
}

it('flags what spreads data into arguments, and nothing else', () => {
  const bad = [
    'list.push(...data);',
    'list.push(1, ...data, 2);',
    'list?.push(...data);',
    'page.list.unshift(...data.map(String));',
    'list.splice(0, 1, ...data);',
    'const most = Math.max(...data);',
    'const least = Math.min(0, ...data);',
    'const text = String.fromCharCode(...data);',
    'const point = String.fromCodePoint(0x41, ...data);',
    'parent.append(...data);',
  ];
  const good = [
    'list.push(data);',
    'list.push([...data]);',
    'list.push({ ...data });',
    'list.push(f(one, ...two));',
    'const larger = Math.max(one, two);',
    'const all = [...data, ...list];',
    'const letter = String.fromCharCode(code);',
  ];
  expect(flagged([...bad, ...good])).toEqual(bad);
});
