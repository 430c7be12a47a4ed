import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOfTests, sspr } from '../support/cli.js';
import { fetchedFolder, isFetched } from '../support/clients.js';
import { shared, unpack } from '../support/shared.js';
import { root } from '../vitest.config.js';

const file = join(root, 'docs/machine-translation.md');
const page = readFileSync(file, 'utf8');
const updating = process.env['UPDATE_GOLDEN'] === '1';

/** The block of the page that a mark stands before. */
function block(mark: string): string {
  const found = new RegExp(`<!-- tested: ${mark} -->\n\`\`\`[a-z]+\n([\\s\\S]*?)\`\`\`\n`).exec(page)?.[1];
  if (found === undefined) throw new Error(`The page has no block for ${mark}.`);
  return found;
}

/** Holds the page to what came out, or writes it there. */
function expectShown(mark: string, text: string): void {
  if (updating) {
    const start = `<!-- tested: ${mark} -->\n\`\`\`text\n`;
    const old = `${start}${block(mark)}\`\`\``;
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(old, () => `${start}${text}\`\`\``),
    );
  } else {
    expect(block(mark)).toBe(text);
  }
}

/** Runs a program of Debian's Python with packages that were fetched. */
function python(cwd: string, packages: string, ...args: readonly string[]): string {
  const env = { ...process.env, PYTHONPATH: fetchedFolder(packages), HF_HUB_OFFLINE: '1', HF_DATASETS_OFFLINE: '1' };
  // What it needs of a home is left in the folder of the test.
  const options = { cwd, encoding: 'utf8', env: { ...env, HF_HOME: join(cwd, 'home') }, stdio: 'pipe' } as const;
  return execFileSync('/usr/bin/python3', [...args], options);
}

describe.runIf(
  shared !== undefined && isFetched('Hugging Face datasets', 'data') && isFetched('OpusFilter', 'opusfilter'),
)('docs/machine-translation.md', () => {
  const cwd = folderOfTests();
  const linesOf = (name: string): number => readFileSync(join(cwd, name), 'utf8').split('\n').length - 1;

  it('makes the corpus', () => {
    symlinkSync(unpack('quantum.de-DE.sxs'), join(cwd, 'docs.de-DE'));
    const [command, ...args] = block('commands').trim().split(' ');
    expect(command).toBe('sspr-tm');
    const { status, stderr } = sspr([...args, '-q', '--fail-on', 'never'], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('reads it with datasets, as two splits without a common source', () => {
    writeFileSync(join(cwd, 'count.py'), block('count.py'));
    const output = python(cwd, 'data', 'count.py');
    expect(output).toMatch(/^train [1-9][0-9]+ pairs, .*\ntest [1-9][0-9]+ pairs, .*\n0 sources in both\n$/);
    expectShown('output of count.py', output);
  });

  it('filters it with OpusFilter', () => {
    writeFileSync(join(cwd, 'opusfilter.yaml'), block('opusfilter.yaml'));
    python(cwd, 'opusfilter', join(fetchedFolder('opusfilter'), 'bin/opusfilter'), 'opusfilter.yaml');
    const names = ['mt/en-US_de-DE', 'unique', 'filtered'];
    const counts = names.map((name) => {
      expect(linesOf(`${name}.de`)).toBe(linesOf(`${name}.en`));
      return linesOf(`${name}.en`);
    });
    const [all = 0, unique = 0, filtered = 0] = counts;
    expect(unique).toBe(all);
    expect(filtered).toBeGreaterThan(all / 2);
    expect(filtered).toBeLessThan(all);
    // What is left are pairs of the corpus, in their order.
    const pairsOf = (name: string): readonly string[] => {
      const [sources = [], targets = []] = ['en', 'de'].map((side) =>
        readFileSync(join(cwd, `${name}.${side}`), 'utf8').split('\n'),
      );
      return sources.slice(0, -1).map((source, index) => `${source}\t${targets[index]}`);
    };
    const left = new Set(pairsOf('filtered'));
    expect(pairsOf('mt/en-US_de-DE').filter((pair) => left.has(pair))).toEqual(pairsOf('filtered'));
    expectShown('lines', names.map((name, index) => `${name}: ${counts[index]}\n`).join(''));
  });
});
