import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  readFileSync,
  readlinkSync,
  type Stats,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFileSink, type FileSinkOptions } from '../../src/corpus/sinks/file-sink.js';
import { filesBelow, temporaryFolder } from '../support/cli.js';
import { replaceInFs } from '../support/replace-fs.js';

/** What the system refuses, in this test. */
const refused = { owner: false, group: false, overwrite: false, after: Number.POSITIVE_INFINITY };

replaceInFs((real) => {
  const fail = (code: string): never => {
    throw Object.assign(new Error(code), { code });
  };
  const fchownSync: typeof real.fchownSync = (file, uid, gid) => {
    if (refused.owner && uid !== real.fstatSync(file).uid) fail('EPERM');
    if (refused.group && gid !== real.fstatSync(file).gid) fail('EPERM');
    real.fchownSync(file, uid, gid);
  };
  const openSync: typeof real.openSync = (path, flags, mode) =>
    refused.overwrite && flags === 'r+' ? fail('EACCES') : real.openSync(path, flags, mode);
  const writeSync = (file: number, bytes: Buffer, start: number, length: number, position: number): number => {
    if (position + length > refused.after) fail('ENOSPC');
    return real.writeSync(file, bytes, start, length, position);
  };
  return { fchownSync, openSync, writeSync };
});

afterEach(() =>
  Object.assign(refused, { owner: false, group: false, overwrite: false, after: Number.POSITIVE_INFINITY }),
);

const isRoot = process.getuid?.() === 0;
const onUnix = it.runIf(process.platform !== 'win32');

async function write(path: string, text: string, options?: FileSinkOptions): Promise<void> {
  const sink = createFileSink(path, options);
  sink.write(Buffer.from(text));
  await sink.commit();
}

/** A file of a stranger, where the test may make one. */
function article(mode: number): { folder: string; path: string; old: Stats } {
  const folder = temporaryFolder();
  const path = join(folder, 'a.md');
  writeFileSync(path, 'the older text');
  if (isRoot) chownSync(path, 4711, 4712);
  chmodSync(path, mode);
  return { folder, path, old: statSync(path) };
}

const kept = ({ uid, gid, mode, nlink }: Stats): object => ({ uid, gid, mode, nlink });

describe('a file that takes the place of an older one', () => {
  onUnix.each([0o644, 0o600, 0o444, 0o777, 0o6755, 0o2664, 0o1640])(
    'has its owner, group and mode: %o',
    async (mode) => {
      const { folder, path, old } = article(mode);
      const onLost = vi.fn();
      await write(path, 'new', { inPlace: true, onLost });
      expect(kept(statSync(path))).toEqual(kept(old));
      expect(statSync(path).ino).not.toBe(old.ino);
      expect(readFileSync(path, 'utf8')).toBe('new');
      expect(filesBelow(folder)).toEqual(['a.md']);
      expect(onLost).not.toHaveBeenCalled();
    },
  );

  it.each(['exists', 'does not exist'])('leaves a symbolic link a link where its target %s', async (state) => {
    const folder = temporaryFolder();
    if (state === 'exists') writeFileSync(join(folder, 'real.md'), 'old');
    symlinkSync('real.md', join(folder, 'middle.md'));
    symlinkSync('middle.md', join(folder, 'link.md'));
    await write(join(folder, 'link.md'), 'new');
    expect(readlinkSync(join(folder, 'link.md'))).toBe('middle.md');
    expect(readlinkSync(join(folder, 'middle.md'))).toBe('real.md');
    expect(lstatSync(join(folder, 'real.md')).isFile()).toBe(true);
    expect(readFileSync(join(folder, 'real.md'), 'utf8')).toBe('new');
  });

  it('does not change what other names of an output show, such as those of a snapshot', async () => {
    const { folder, path } = article(0o644);
    linkSync(path, join(folder, 'snapshot.md'));
    await write(path, 'new');
    expect(readFileSync(join(folder, 'snapshot.md'), 'utf8')).toBe('the older text');
  });
});

describe('an article with other names, written in place', () => {
  const linked = (): ReturnType<typeof article> => {
    const made = article(0o664);
    linkSync(made.path, join(made.folder, 'b.md'));
    return { ...made, old: statSync(made.path) };
  };

  it.each(['', 'short', 'a text that is a good deal longer than the older one'])('keeps them: "%s"', async (text) => {
    const { folder, path, old } = linked();
    const onLost = vi.fn();
    await write(path, text, { inPlace: true, onLost });
    expect(kept(statSync(path))).toEqual(kept(old));
    expect(statSync(path).ino).toBe(old.ino);
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toBe(text);
    expect(filesBelow(folder)).toEqual(['a.md', 'b.md']);
    expect(onLost).not.toHaveBeenCalled();
  });

  it('loses them where it may not be written over, and says so', async () => {
    const { folder, path } = linked();
    refused.overwrite = true;
    const onLost = vi.fn();
    await write(path, 'new', { inPlace: true, onLost });
    expect(onLost).toHaveBeenCalledExactlyOnceWith(['its other names (2 links)']);
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toBe('the older text');
    expect(filesBelow(folder)).toEqual(['a.md', 'b.md']);
  });

  it('is whole where the disk is full before its text is touched', async () => {
    const { folder, path } = linked();
    refused.after = 20;
    await expect(write(path, 'x'.repeat(40), { inPlace: true })).rejects.toThrow('the disk is full');
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toBe('the older text');
    expect(filesBelow(folder)).toEqual(['a.md', 'b.md']);
  });

  it('has all of its new text beside it where that fails half way, and the message says where', async () => {
    const { folder, path } = linked();
    refused.after = 2;
    const written = write(path, 'new text', { inPlace: true });
    await expect(written).rejects.toThrow(
      /is written in part only: the disk is full\. All of it is in .*\.whole: copy it/,
    );
    const [whole = ''] = filesBelow(folder);
    expect(whole).toMatch(/^\.sspr-tm-.*\.whole$/);
    expect(readFileSync(join(folder, whole), 'utf8')).toBe('new text');
  });
});

describe.runIf(isRoot)('an article whose owner cannot be kept by another file', () => {
  it('is written over, where that is allowed', async () => {
    const { path, old } = article(0o666);
    refused.owner = true;
    await write(path, 'new', { inPlace: true });
    expect(statSync(path)).toMatchObject({ ino: old.ino, uid: 4711, gid: 4712 });
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('gets another one, which is reported, and lets nobody act as that one', async () => {
    const { path } = article(0o6775);
    Object.assign(refused, { owner: true, group: true, overwrite: true });
    const onLost = vi.fn();
    await write(path, 'new', { inPlace: true, onLost });
    expect(onLost).toHaveBeenCalledExactlyOnceWith(['its owner (4711)', 'its group (4712)', 'its mode (6775)']);
    // The new group gets what all others have.
    expect(statSync(path).mode & 0o7777).toBe(0o755);
  });

  it('as an output is replaced without a word', async () => {
    const { path, old } = article(0o640);
    Object.assign(refused, { owner: true, group: true });
    await write(path, 'new');
    expect(statSync(path).ino).not.toBe(old.ino);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
