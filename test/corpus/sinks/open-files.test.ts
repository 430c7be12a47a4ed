import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileSink } from '../../../src/corpus/sinks/file-sink.js';
import { exportCorpus } from '../../../src/node.js';
import { filesBelow, temporaryFolder, tree } from '../../support/cli.js';
import { pair } from '../../support/pairs.js';
import { replaceInFs } from '../../support/replace-fs.js';

const open = { now: new Set<number>(), most: 0 };

replaceInFs((real) => {
  const openSync = (...args: Parameters<typeof real.openSync>): number => {
    const file = real.openSync(...args);
    open.now.add(file);
    open.most = Math.max(open.most, open.now.size);
    return file;
  };
  const closeSync = (file: number): void => {
    open.now.delete(file);
    real.closeSync(file);
  };
  return { openSync, closeSync };
});

/** 90 languages, in two articles each. */
const languages = Array.from({ length: 90 }, (_, index) => `de-x-a${index}`);
const article = (language: string, text: string): string =>
  `---\nms.contentlocale: ${language}\n---\n${pair('1a2b3-1', text, 'Door')}\n`;

describe('files that wait for more bytes', () => {
  it('are open in a small number, and have the bytes that one each has', async () => {
    const cwd = tree(
      Object.fromEntries(
        languages.flatMap((language) => [
          [`in/1/${language}.md`, article(language, `eins ${language}`)],
          [`in/2/${language}.md`, article(language, `zwei ${language}`)],
        ]),
      ),
    );
    const settings = { formats: ['tmx'], jobs: 1, base: join(cwd, 'in'), date: '20200101T000000Z' } as const;
    open.most = 0;
    await exportCorpus([join(cwd, 'in')], { ...settings, output: join(cwd, 'out') });
    expect(open.most).toBeLessThan(60);
    expect(open.now.size).toBe(0);
    expect(filesBelow(join(cwd, 'out'))).toHaveLength(languages.length);
    for (const language of languages.slice(0, 5)) {
      const inputs = [1, 2].map((folder) => join(cwd, `in/${folder}/${language}.md`));
      await exportCorpus(inputs, { ...settings, output: join(cwd, 'one.tmx') });
      const together = readFileSync(join(cwd, `out/en-US_${language}.tmx`), 'utf8');
      expect(together).toContain(`zwei ${language}`);
      expect(together).toBe(readFileSync(join(cwd, 'one.tmx'), 'utf8'));
    }
  });

  it('are closed and gone when they are discarded', () => {
    const folder = temporaryFolder();
    const sinks = languages.map((language) => createFileSink(join(folder, language)));
    for (const sink of sinks) {
      sink.write(Buffer.from('text'));
      sink.flush();
    }
    expect(filesBelow(folder)).toHaveLength(languages.length);
    for (const sink of sinks) sink.discard();
    expect(filesBelow(folder)).toEqual([]);
    expect(open.now.size).toBe(0);
  });
});
