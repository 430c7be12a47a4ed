import { linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../src/corpus/check/check.js';
import { exportCorpus } from '../../../src/corpus/export/export.js';
import { createOutputGuard } from '../../../src/corpus/places/guard.js';
import { splitCorpus } from '../../../src/corpus/split/split.js';
import { viewCorpus } from '../../../src/corpus/view/view.js';
import { filesBelow, temporaryFolder } from '../../support/cli.js';
import { pair } from '../../support/pairs.js';

const text = `---\nms.contentlocale: fr-FR\n---\n${pair('1a2b3-7', 'Portes', 'Doors')}\n`;

/** Two articles, one of them by three more names. */
function tree(): string {
  const root = temporaryFolder();
  mkdirSync(join(root, 'in/sub'), { recursive: true });
  for (const name of ['in/a.md', 'in/sub/b.md']) writeFileSync(join(root, name), text);
  linkSync(join(root, 'in/a.md'), join(root, 'hard.xlf'));
  symlinkSync('in/sub/b.md', join(root, 'soft.html'));
  symlinkSync('in', join(root, 'alias'));
  return root;
}

describe('library functions reject with `usage`', () => {
  it.each([
    ['exportCorpus', (at: string) => exportCorpus([`${at}/in`], { output: `${at}/hard.xlf`, formats: ['xliff'] })],
    ['exportCorpus, beside', (at: string) => exportCorpus([`${at}/in`], { alsoWrites: [`${at}/alias/a.md`] })],
    [
      'splitCorpus',
      (at: string) => splitCorpus([`${at}/in`], { output: '/dev/null/x', alsoWrites: [`${at}/hard.xlf`] }),
    ],
    ['viewCorpus', (at: string) => viewCorpus([`${at}/alias`], { output: `${at}/soft.html` })],
    ['checkFiles', (at: string) => checkFiles([`${at}/in`], { alsoWrites: [`${at}/soft.html`] }).next()],
  ])('%s', async (_, run) => {
    const root = tree();
    const before = filesBelow(root);
    await expect(run(root)).rejects.toMatchObject({ name: 'CorpusError', kind: 'usage' });
    expect(filesBelow(root)).toEqual(before);
    for (const name of ['in/a.md', 'in/sub/b.md']) expect(readFileSync(join(root, name), 'utf8')).toBe(text);
  });
});

describe('a guard', () => {
  it('takes a place once, whatever it is called, and whether it is there or not', () => {
    const root = tree();
    const guard = createOutputGuard([]);
    guard.claim(join(root, 'new/x.xlf'));
    guard.claim(join(root, 'in/a.md'));
    expect(guard.conflictOf(`${root}/in/../new/x.xlf`)?.message).toBe(
      `${root}/in/../new/x.xlf is the same file as the output ${root}/new/x.xlf; name another output.`,
    );
    expect(guard.conflictOf(join(root, 'hard.xlf'))).toBeDefined();
    expect(guard.conflictOf(join(root, 'new/X.xlf'))).toBeUndefined();
    expect(guard.conflictOf(join(root, 'in/sub/b.md'))).toBeUndefined();
  });

  it('knows of links that lead nowhere, and in circles', () => {
    const root = tree();
    symlinkSync('two', join(root, 'one'));
    symlinkSync('alias/none', join(root, 'two'));
    symlinkSync('circle', join(root, 'circle'));
    const guard = createOutputGuard([]);
    guard.claim(join(root, 'one'));
    guard.claim(join(root, 'circle'));
    expect(guard.conflictOf(join(root, 'in/none'))?.message).toContain('the output');
    expect(guard.conflictOf(join(root, 'in/other'))).toBeUndefined();
  });

  it('goes the way of the system where a path leaves a folder that is a link', () => {
    const root = tree();
    mkdirSync(join(root, 'deep/down'), { recursive: true });
    writeFileSync(join(root, 'deep/r.json'), '');
    symlinkSync('deep/down', join(root, 'link'));
    const guard = createOutputGuard([{ file: join(root, 'deep/r.json'), name: 'the input r' }]);
    expect(guard.conflictOf(`${root}/link/../r.json`)?.message).toContain('the input r');
    expect(guard.conflictOf(`${root}/r.json`)).toBeUndefined();
  });
});
