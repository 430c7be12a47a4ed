// What reading a memory takes by itself: no hashing, no policy, no writing.
//
// usage: node test/bench/reading.mjs FILE [ROUNDS] [LIBRARY]
//
// FILE: a TMX or an XLIFF. LIBRARY: `dist/index.js` of another build, which takes turns. Run `npm run build` first.
import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [file = '', rounds = '3', other] = process.argv.slice(2);
const own = resolve(import.meta.dirname, '../../dist/index.js');
const builds = await Promise.all(
  [own, other]
    .filter((path) => path !== undefined)
    .map(async (path) => ({ path, library: await import(pathToFileURL(path).href) })),
);

/** Bytes that are read at once, as `memory` reads them. */
const pieceLength = 32_768;

function read({ createMemoryReader, entryOf }, makesEntries) {
  const reader = createMemoryReader();
  const decoder = new TextDecoder();
  const descriptor = openSync(file, 'r');
  const buffer = Buffer.allocUnsafe(pieceLength);
  let units = 0;
  let bytes = 0;
  const take = (some) => {
    units += some.length;
    if (makesEntries) for (const unit of some) entryOf(unit);
  };
  const start = process.cpuUsage();
  for (let length = readSync(descriptor, buffer); length > 0; length = readSync(descriptor, buffer)) {
    take(reader.push(decoder.decode(buffer.subarray(0, length), { stream: true })));
    bytes += length;
  }
  take(reader.push(decoder.decode()));
  take(reader.end());
  closeSync(descriptor);
  const { user, system } = process.cpuUsage(start);
  return { units, bytes, seconds: (user + system) / 1e6 };
}

for (const makesEntries of [false, true]) {
  const best = new Map();
  for (let round = 0; round < Number(rounds); round++) {
    for (const { path, library } of builds) {
      const run = read(library, makesEntries);
      if (!(best.get(path)?.seconds < run.seconds)) best.set(path, run);
    }
  }
  for (const [path, { units, bytes, seconds }] of best) {
    const rate = `${Math.round(units / seconds)} units, ${(bytes / seconds / 1e6).toFixed(0)} MB for each second of the processor`;
    console.log(
      `${path}, ${makesEntries ? 'units as entries' : 'units'}: ${units} in ${seconds.toFixed(2)} s, ${rate}`,
    );
  }
}
