import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../src/version.js';
import { root } from '../vitest.config.js';

const text = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
const sections = Array.from(text.matchAll(/^## (.*)$/gm), ([, title = '']) => title);

describe('the changelog', () => {
  it('has a section for what comes, and after it the version of the package, with its date', () => {
    expect(sections[0]).toBe('Unreleased');
    expect(sections[1]).toMatch(/^\d+\.\d+\.\d+ – \d{4}-\d{2}-\d{2}$/);
    expect(sections[1]?.split(' ')[0]).toBe(version);
  });

  it('names every version once, with a date that there is', () => {
    const dated = sections.slice(1).map((title) => title.split(' – '));
    expect(new Set(dated.map(([name]) => name)).size).toBe(dated.length);
    for (const [, date = ''] of dated) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
  });

  it('is of the version of all other places', () => {
    const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
    const lock = read('package-lock.json');
    expect([read('package.json').version, lock.version, lock.packages[''].version]).toEqual([
      version,
      version,
      version,
    ]);
  });
});
