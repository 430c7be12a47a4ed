import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileSink } from '../../../src/corpus/sinks/file-sink.js';
import { filesBelow, temporaryFolder } from '../../support/cli.js';
import { replaceInFs } from '../../support/replace-fs.js';

const looks = { count: 0 };

replaceInFs((real) => {
  const readdirSync = (...args: Parameters<typeof real.readdirSync>): unknown => {
    if (args[0] === '/proc') looks.count++;
    return real.readdirSync(...args);
  };
  return { readdirSync };
});

const day = 24 * 60 * 60;

function age(path: string, seconds: number): void {
  const time = Date.now() / 1000 - seconds;
  utimesSync(path, time, time);
}

function leftOver(folder: string, name: string, seconds = 2 * day): string {
  const path = join(folder, name);
  writeFileSync(path, 'half');
  age(path, seconds);
  return path;
}

async function writeInto(folder: string): Promise<void> {
  const sink = createFileSink(join(folder, 'a.xlf'));
  sink.write(Buffer.from('new'));
  await sink.commit();
}

describe('temporary files that killed runs left', () => {
  it('are removed by the next run that writes there', async () => {
    const folder = temporaryFolder();
    leftOver(folder, '.sspr-tm-4999999-k3j9x0-1.tmp');
    leftOver(folder, '.sspr-tm-0a1b2c3d4e-217.tmp');
    await writeInto(folder);
    expect(filesBelow(folder)).toEqual(['a.xlf']);
  });

  it('are thousands, and files that are open are looked for once', async () => {
    const folder = temporaryFolder();
    for (let number = 0; number < 3000; number++) leftOver(folder, `.sspr-tm-1-a${number}.tmp`);
    looks.count = 0;
    await writeInto(folder);
    expect(looks.count).toBe(1);
    expect(readdirSync(folder)).toEqual(['a.xlf']);
  });

  it('stay for a day', async () => {
    const folder = temporaryFolder();
    leftOver(folder, '.sspr-tm-4999999-k3j9x0-1.tmp', day - 60);
    await writeInto(folder);
    expect(filesBelow(folder)).toEqual(['.sspr-tm-4999999-k3j9x0-1.tmp', 'a.xlf']);
  });

  it('stay where somebody has them open', async () => {
    const folder = temporaryFolder();
    const path = leftOver(folder, `.sspr-tm-${process.pid}-k3j9x0-1.tmp`);
    const file = openSync(path, 'r');
    await writeInto(folder);
    closeSync(file);
    expect(existsSync(path)).toBe(true);
  });

  it('are regular files with exactly that name in that very folder: all else stays', async () => {
    const folder = temporaryFolder();
    const below = join(folder, 'below');
    mkdirSync(below);
    const kept = [
      leftOver(folder, '.sspr-tm-1-a-1.tmp.md'),
      leftOver(folder, 'x.sspr-tm-1-a-1.tmp'),
      leftOver(folder, '.sspr-tm-.tmp'),
      leftOver(folder, '.sspr-tm-A b-1.tmp'),
      leftOver(folder, '.sspr-tm-1-a-1.whole'),
      leftOver(folder, '.other-1-a-1.tmp'),
      leftOver(below, '.sspr-tm-1-a-1.tmp'),
    ];
    mkdirSync(join(folder, '.sspr-tm-4999999-folder-1.tmp'));
    age(join(folder, '.sspr-tm-4999999-folder-1.tmp'), 2 * day);
    symlinkSync(kept[0] ?? '', join(folder, '.sspr-tm-4999999-link-1.tmp'));
    linkSync(kept[1] ?? '', join(folder, '.sspr-tm-4999999-name-1.tmp'));
    await writeInto(folder);
    for (const path of kept) expect(existsSync(path)).toBe(true);
    expect(existsSync(join(folder, '.sspr-tm-4999999-folder-1.tmp'))).toBe(true);
    expect(filesBelow(folder)).toContain('.sspr-tm-4999999-link-1.tmp');
    expect(filesBelow(folder)).toContain('.sspr-tm-4999999-name-1.tmp');
  });
});
