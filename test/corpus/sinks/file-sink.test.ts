import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileSink } from '../../../src/corpus/sinks/file-sink.js';
import { replaceInFs } from '../../support/replace-fs.js';

const flushes = { count: 0, failing: 0 };

replaceInFs((real) => {
  const fsync = (file: number, done: (error: Error | null) => void): void => {
    if (++flushes.count === flushes.failing) setImmediate(done, Object.assign(new Error('EIO'), { code: 'EIO' }));
    else real.fsync(file, done);
  };
  return { fsync };
});

/** More than what is written to the disk at once. */
const chunk: Buffer = Buffer.alloc(9 << 20, 'a');

describe('a file of several megabytes', () => {
  let folder = '';
  let path = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sspr-tm-test-'));
    path = join(folder, 'a.tmx');
    writeFileSync(path, 'old');
    flushes.count = 0;
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('is written to the disk while more is on the way', async () => {
    flushes.failing = 0;
    const sink = createFileSink(path);
    sink.write(chunk);
    expect(flushes.count).toBe(1);
    sink.write(chunk);
    // One at a time.
    expect(flushes.count).toBe(1);
    await sink.commit();
    expect(flushes.count).toBe(2);
    expect(readFileSync(path).equals(Buffer.concat([chunk, chunk]))).toBe(true);
  });

  it('does not take the place of the older one where any of that has failed', async () => {
    flushes.failing = 1;
    const sink = createFileSink(path);
    sink.write(chunk);
    await expect(sink.commit()).rejects.toThrow(/cannot be written/);
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.tmx']);
  });

  it('is given up as soon as any of that has failed', async () => {
    flushes.failing = 1;
    const sink = createFileSink(path);
    sink.write(chunk);
    await new Promise((resolve) => setImmediate(resolve));
    expect(() => sink.write(chunk)).toThrow(/cannot be written/);
    expect(readdirSync(folder)).toEqual(['a.tmx']);
  });

  it('can be discarded meanwhile', async () => {
    flushes.failing = 0;
    const sink = createFileSink(path);
    sink.write(chunk);
    const committed = sink.commit();
    sink.discard();
    await committed;
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.tmx']);
  });
});
