// Prints what the system takes to make a file, four times: all files are removed in between. On ext4 it takes more each
// time, and still more when it is started again within a minute.
//
// usage: node test/bench/files.mjs [COUNT]
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const count = Number(process.argv[2] ?? 2400);
const bytes = Buffer.alloc(14_000, 'x');
const work = mkdtempSync(join(tmpdir(), 'sspr-tm-files-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

function make(name) {
  const folder = join(work, name);
  const before = process.cpuUsage();
  for (let index = 0; index < count; index++) {
    const within = join(folder, String(index % 200));
    if (index < 200) mkdirSync(within, { recursive: true });
    const file = openSync(join(within, `${index}.md`), 'wx');
    writeSync(file, bytes);
    closeSync(file);
  }
  const { user, system } = process.cpuUsage(before);
  console.log(`${((user + system) / 1000 / count).toFixed(3)} ms of the processor for each file`);
  return folder;
}

for (let round = 0; round < 4; round++) rmSync(make('new'), { recursive: true });
