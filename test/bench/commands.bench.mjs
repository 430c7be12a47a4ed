// The other commands over the same trees, beside `export -j 2 -f tmx`, and whether each target is met.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { byTurns, newFolder, node, ratio } from './measure.mjs';
import { peakOf, printTable, progress } from './table.mjs';

/** What all are measured by. */
const base = { name: 'export -f tmx', args: (tree, out) => ['export', tree, '-f', 'tmx', '-o', out] };

/** How many times as long as that, or as the one that is named `beside`, they may take, by the clock. */
const commands = [
  { name: 'view', most: 2.5, hasReport: false, args: (tree, out) => ['view', tree, '-o', `${out}.html`] },
  // By the clock it is read, chosen, and written; what is written is less than `export` writes.
  { name: 'memory', most: 1.3, args: (tree, out) => ['memory', tree, '-o', out] },
  { name: 'split --side target', most: 1.5, args: (tree, out) => ['split', tree, '--side', 'target', '-o', out] },
  { name: 'split', most: 4, args: (tree, out) => ['split', tree, '-o', out] },
  // With the words that it counts for its summary, and without.
  { name: 'check', most: 3, hasReport: false, args: (tree, out) => ['check', tree, '-o', `${out}.txt`] },
  {
    name: 'check -f csv',
    most: 3,
    hasReport: false,
    args: (tree, out) => ['check', tree, '-f', 'csv', '-o', `${out}.csv`],
  },
  { name: 'terms', most: 1.5, beside: 'check', args: (tree, out) => ['terms', tree, '-o', `${out}.tbx`] },
  { name: 'merge (XLIFF)', most: 3, args: (tree, out, documents) => ['merge', tree, documents.xliff, '-o', out] },
  { name: 'merge (TMX)', most: 3, args: (tree, out, documents) => ['merge', tree, documents.tmx, '-o', out] },
];

/** What is merged: a folder of documents and a memory, as they were exported from the tree. */
function exportDocuments(cli, folder) {
  const work = newFolder();
  const documents = { xliff: join(work, 'xliff'), tmx: join(work, 'tmx') };
  for (const [format, to] of Object.entries(documents)) {
    spawnSync(process.execPath, [cli, 'export', folder, '-f', format, '-o', to, '-q', '--fail-on', 'never']);
  }
  return documents;
}

/** Megabytes that none may take, at any size. */
const mostMemory = 500;

/** Measures all commands with two threads, by turns. `trees`: `{ title, folder }`. */
export async function measureCommands({ cli, trees, rounds }) {
  const targets = [];
  for (const { title, folder } of trees) {
    const documents = exportDocuments(cli, folder);
    const more = ['-j', '2', '--fail-on', 'never', '-q'];
    const all = [base, ...commands].map(({ name, args, hasReport = true }) => ({
      name,
      command: (work) => {
        const report = hasReport ? ['--report', join(work, 'report.json')] : [];
        return node(cli, ...args(folder, join(work, 'out'), documents), ...more, ...report);
      },
    }));
    // The tree is in the cache of the system from then on.
    await byTurns(all.slice(0, 1), 1, () => undefined);
    const results = await byTurns(all, rounds, progress);
    progress('');
    printTable(`${title}, -j 2`, results);
    for (const { name, most, beside = base.name } of commands) {
      const list = results.get(name);
      targets.push([`${name}, ${title}: times ${beside}`, ratio(list, results.get(beside)), most]);
      targets.push([`${name}, ${title}: peak MB`, peakOf(list) / 1e6, mostMemory]);
    }
  }
  for (const [name, measured, most] of targets) {
    const met = measured <= most ? 'met' : 'NOT MET';
    console.log(`${name.padEnd(56)}  ${measured.toFixed(2).padStart(8)}  at most ${String(most).padStart(5)}  ${met}`);
  }
  console.log('');
}
