import { describe, expect, it } from 'vitest';
import { gitProgram } from '../../../src/corpus/git/program.js';

describe('the program Git', () => {
  it('is found by its name, but on Windows', () => {
    expect(gitProgram({ platform: 'linux', isThere: () => false })).toBe('git');
  });

  it('is looked for in the folders of PATH on Windows, and never in the current one', () => {
    const asked: string[] = [];
    const isThere = (path: string): boolean => asked.push(path) > 0 && path.startsWith('D:\\Git');
    const env = { Path: '.;;tools;C:\\Windows;"D:\\Git (64)\\cmd";D:\\Git\\bin' };
    expect(gitProgram({ platform: 'win32', env, isThere })).toBe('D:\\Git (64)\\cmd\\git.exe');
    expect(asked).toEqual(['C:\\Windows\\git.exe', 'D:\\Git (64)\\cmd\\git.exe']);
  });

  it('may be missing', () => {
    expect(gitProgram({ platform: 'win32', env: { PATH: 'C:\\Windows' }, isThere: () => false })).toBeUndefined();
    expect(gitProgram({ platform: 'win32', env: {}, isThere: () => true })).toBeUndefined();
  });
});
