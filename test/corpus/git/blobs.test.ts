import { closeSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CopiedBlob, copyBlobs } from '../../../src/corpus/git/blobs.js';
import { temporaryFolder } from '../../support/cli.js';
import { commitAll, git } from '../../support/git.js';

/** A repository with objects that have these contents. */
function repositoryWith(contents: readonly string[]): { readonly root: string; readonly objects: string[] } {
  const root = temporaryFolder();
  for (const [index, content] of contents.entries()) writeFileSync(join(root, `${index}`), content);
  commitAll(root);
  return { root, objects: contents.map((_, index) => git(root, 'rev-parse', `HEAD:${index}`).trim()) };
}

/** What stands in the file for each of the objects; or that it is missing. */
async function copied(root: string, objects: readonly string[], signal?: AbortSignal): Promise<unknown[]> {
  const file = join(temporaryFolder(), 'spool');
  const descriptor = openSync(file, 'wx+');
  try {
    writeSync(descriptor, 'what was there before');
    const places = new Map<number, CopiedBlob>();
    await copyBlobs(root, objects, descriptor, (index, blob) => places.set(index, blob), signal);
    const bytes = readFileSync(file);
    return objects.map((_, index) => {
      const place = places.get(index);
      if (place === undefined) return undefined;
      return 'missing' in place ? 'missing' : bytes.toString('utf8', place.start, place.end);
    });
  } finally {
    closeSync(descriptor);
  }
}

function damage(root: string, object: string): void {
  const file = join(root, '.git/objects', object.slice(0, 2), object.slice(2));
  rmSync(file);
  writeFileSync(file, 'no object');
}

describe('objects of a repository are copied', () => {
  const contents = ['one\n', '', '\n\nblob 4\n\n', `${'日本語'.repeat(100_000)}`, 'a missing\n', 'five'];

  it('as they are, whatever is in them, in the order in which they are asked for', async () => {
    const { root, objects } = repositoryWith(contents);
    const mixed = [3, 1, 0, 5, 2, 4, 3].map((index) => objects[index] ?? '');
    expect(await copied(root, mixed)).toEqual([3, 1, 0, 5, 2, 4, 3].map((index) => contents[index]));
    expect(await copied(root, [])).toEqual([]);
  });

  it.each([[[0]], [[2, 3]], [[5]], [[0, 5]], [[0, 1, 2, 3, 4, 5]]])(
    'but for those that Git cannot read: %j',
    async (damaged) => {
      const { root, objects } = repositoryWith(contents);
      for (const index of damaged) damage(root, objects[index] ?? '');
      expect(await copied(root, objects)).toEqual(
        contents.map((content, index) => (damaged.includes(index) ? 'missing' : content)),
      );
    },
  );

  it('but for those that are no files, or not there', async () => {
    const { root, objects } = repositoryWith(contents);
    const tree = git(root, 'rev-parse', 'HEAD^{tree}').trim();
    expect(await copied(root, ['0'.repeat(40), objects[0] ?? ''])).toEqual(['missing', 'one\n']);
    expect(await copied(root, [objects[5] ?? '', tree, objects[0] ?? ''])).toEqual(['five', 'missing', 'one\n']);
  });

  it('as long as nobody stops that, or removes Git', async () => {
    const { root, objects } = repositoryWith(contents);
    await expect(copied(root, objects, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
    expect(await copied(join(root, 'nowhere'), objects.slice(0, 2))).toEqual(['missing', 'missing']);
  });

  it.runIf(process.platform === 'linux')('and what Git cannot write is no fault of theirs', async () => {
    const { root, objects } = repositoryWith(contents);
    const descriptor = openSync('/dev/full', 'w+');
    try {
      const missing: number[] = [];
      const done = copyBlobs(root, objects, descriptor, (index) => void missing.push(index), undefined);
      await expect(done).rejects.toThrow('ENOSPC');
      expect(missing).toEqual([]);
    } finally {
      closeSync(descriptor);
    }
  });
});
