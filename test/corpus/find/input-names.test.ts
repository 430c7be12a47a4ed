import { describe, expect, it } from 'vitest';
import { nameInputs } from '../../../src/corpus/find/input-names.js';

const namesOf = (paths: readonly string[], taken?: readonly string[]): string[] =>
  nameInputs(paths, taken).map(({ name }) => name);

describe('names of inputs', () => {
  it.each([
    [['/x/docs'], ['docs']],
    [
      ['/x/a/docs', '/x/b/docs', '/x/c/notes.md'],
      ['a/docs', 'b/docs', 'notes.md'],
    ],
    [
      ['/x/a/y/docs', '/x/b/y/docs'],
      ['a/y/docs', 'b/y/docs'],
    ],
    // One is the end of the other.
    [
      ['/docs', '/x/docs'],
      ['docs', 'x/docs'],
    ],
    // A folder whose name is that of a folder before another name.
    [
      ['/x/a', '/docs', '/y/a/docs'],
      ['x/a', 'docs', 'y/a/docs'],
    ],
    [
      ['/', '/x'],
      ['root', 'x'],
    ],
    [
      ['C:/x/docs', 'D:/x/docs'],
      ['C/x/docs', 'D/x/docs'],
    ],
  ])('%j are %j, in any order', (paths, names) => {
    expect(namesOf(paths)).toEqual(names);
    expect(namesOf([...paths].reverse())).toEqual([...names].reverse());
  });

  it('are none that is taken', () => {
    expect(namesOf(['/x/stdin', '/y/docs'], ['stdin'])).toEqual(['x/stdin', 'docs']);
  });

  it('are never in the folder of another one', () => {
    const paths = ['/a', '/b/a', '/c/b/a', '/e/b', '/d/c', '/f/c/b/x.md', '/e/x.md'];
    const names = namesOf(paths);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(names.filter((other) => other.startsWith(`${name}/`))).toEqual([]);
  });
});
