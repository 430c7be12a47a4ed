import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile, readStart, readUpTo, TooLargeError } from '../../../src/corpus/files/read-file.js';
import { temporaryFolder } from '../../support/cli.js';

const file = (content: string | Buffer): string => {
  const path = join(temporaryFolder(), 'a.md');
  writeFileSync(path, content);
  return path;
};

describe('a file that is read', () => {
  it.each([0, 1, 1 << 20, (1 << 20) + 1, 5_000_000])('may have %d bytes: all of them are there', (length) => {
    const content = Buffer.alloc(length, 'abc');
    expect(readFile(file(content), 10_000_000).equals(content)).toBe(true);
  });

  it('is refused where it is larger than the limit, and may have as much', () => {
    expect(readFile(file('12345'), 5).toString()).toBe('12345');
    expect(() => readFile(file('123456'), 5)).toThrow(TooLargeError);
  });

  it('is refused unread where its size says more: a hole of a terabyte takes no time', () => {
    const path = file('');
    truncateSync(path, 1e12);
    expect(() => readFile(path, 512_000_000)).toThrow('it is larger than 512,000,000 bytes');
  });

  it.runIf(process.platform === 'linux')('may say that it is empty, and is not', () => {
    expect(readFile('/proc/self/status', 1_000_000).toString()).toContain('Pid:');
    expect(() => readFile('/proc/self/status', 10)).toThrow(TooLargeError);
  });

  it.runIf(process.platform !== 'win32')('is no folder, pipe or device, and none of these is waited for', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'x.md'));
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    expect(() => readFile(join(folder, 'x.md'), 10)).toThrow(expect.objectContaining({ code: 'EISDIR' }));
    expect(() => readFile(join(folder, 'pipe.md'), 10)).toThrow('a device or a pipe');
    expect(() => readFile('/dev/zero', 10)).toThrow('a device or a pipe');
  });

  it('gives its start only, where that is asked for', () => {
    const path = file('abcdef');
    expect(readStart(path, Buffer.alloc(4)).toString()).toBe('abcd');
    appendFileSync(path, 'g');
    expect(readStart(path, Buffer.alloc(10)).toString()).toBe('abcdefg');
  });
});

it.runIf(process.platform !== 'win32')('a device is read up to the limit', () => {
  expect(() => readUpTo('/dev/zero', 3_000_000)).toThrow(TooLargeError);
});
