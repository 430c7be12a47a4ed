import { mkdirSync, writeFileSync } from 'node:fs';
import { join, posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expandGlob, splitGlob } from '../../../src/corpus/find/glob.js';
import { temporaryFolder } from '../../support/cli.js';

describe('a glob', () => {
  it.each<[pattern: string, folder: string, rest: string]>([
    ['*.md', '.', '*.md'],
    ['./*.md', '.', '*.md'],
    ['docs/a/*.md', 'docs/a', '*.md'],
    ['docs/**/a.md', 'docs', '**/a.md'],
    ['/docs/*.md', '/docs', '*.md'],
    ['/*.md', '/', '*.md'],
    ['../*/a.md', '..', '*/a.md'],
    // Here a backslash is no separator.
    ['docs\\*.md', '.', 'docs\\*.md'],
  ])('starts where a part has a character of globs: %s', (pattern, folder, rest) => {
    expect(splitGlob(pattern, () => false, posix)).toEqual({ folder, rest });
  });

  it.each<[pattern: string, folder: string, rest: string]>([
    ['docs\\**\\*.md', 'docs', '**/*.md'],
    ['docs/**\\*.md', 'docs', '**/*.md'],
    ['.\\*.md', '.', '*.md'],
    ['..\\*.md', '..', '*.md'],
    ['\\docs\\*.md', '/docs', '*.md'],
    ['C:\\*.md', 'C:/', '*.md'],
    ['C:\\docs\\*.md', 'C:/docs', '*.md'],
    // The current folder of a drive.
    ['D:*.md', 'D:', '*.md'],
    ['D:docs\\*.md', 'D:docs', '*.md'],
    ['\\\\server\\share\\*.md', '//server/share/', '*.md'],
    ['\\\\server\\share\\docs\\*\\a.md', '//server/share/docs', '*/a.md'],
    ['\\\\?\\C:\\docs\\*.md', '//?/C:/docs', '*.md'],
  ])('may have the separator, the drives and the servers of Windows: %s', (pattern, folder, rest) => {
    expect(splitGlob(pattern, () => false, win32)).toEqual({ folder, rest });
  });

  it('takes a folder by its very name', () => {
    const isFolder = (path: string): boolean => path === 'C:/Program Files (x86)';
    expect(splitGlob('C:\\Program Files (x86)\\docs\\*.md', isFolder, win32)).toEqual({
      folder: 'C:/Program Files (x86)/docs',
      rest: '*.md',
    });
    expect(splitGlob('C:\\docs (x86)\\docs\\*.md', isFolder, win32)).toEqual({
      folder: 'C:/',
      rest: 'docs (x86)/docs/*.md',
    });
  });

  it('finds what is in such a folder', async () => {
    const root = temporaryFolder();
    const folder = join(root, 'docs (old) [1] {a,b} !c', 'sub');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'a.md'), '');
    const pattern = `${root}/docs (old) [1] {a,b} !c/**/*.md`;
    expect(await expandGlob(pattern)).toEqual([join(folder, 'a.md')]);
  });
});
