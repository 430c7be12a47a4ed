// What `memory` takes for a history, for many pairs, and for a large memory as input, and whether each target is met. That it
// takes at most 1.3 times as long as `export` is measured with the other commands: `npm run bench -- --commands`.
//
// usage: node test/bench/memory.bench.mjs TREE WORK [--history REPOSITORY]… [--pairs COPIES] [--tmx MEGABYTES]
//
// TREE: a folder of side-by-side articles. WORK: a folder for what is made. REPOSITORY: a bare one, as history.mjs makes it.
// COPIES: how often the tree is repeated, each time with other words in a part of its pairs. Run `npm run build` first.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { byTurns, node } from './measure.mjs';

const cli = resolve(import.meta.dirname, '../../dist/command/cli.js');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { history: { type: 'string', multiple: true }, pairs: { type: 'string' }, tmx: { type: 'string' } },
});
const [tree = '', work = ''] = positionals;
const report = join(work, 'report.json');
mkdirSync(work, { recursive: true });

/** Runs `memory` once: seconds, megabytes, and its report. */
async function memory(...args) {
  const more = ['-q', '--fail-on', 'never', '-j', '2', '--report', report];
  const command = node(cli, 'memory', ...args, ...more);
  const [measured] = (await byTurns([{ name: 'memory', command }], 1, () => undefined)).get('memory');
  const said = JSON.parse(readFileSync(report, 'utf8'));
  return { clock: measured.wall / 1000, cpu: measured.cpu / 1000, peak: measured.memory / 1e6, said };
}

function say(name, { clock, cpu, peak }, rate, target) {
  const took = `${clock.toFixed(2)} s by the clock, ${cpu.toFixed(2)} s of the processor, ${peak.toFixed(0)} MB`;
  console.log(`${name}: ${took}; ${rate} (target: ${target})`);
}

/** What Git takes to give the same objects: seconds by the clock. */
function gitTime(repository) {
  const options = { cwd: repository, encoding: 'utf8', maxBuffer: 1e9 };
  const lines = spawnSync('git', ['rev-list', '--objects', 'HEAD'], options).stdout.split('\n');
  const input = lines.filter((line) => line.endsWith('.md')).map((line) => `${line.slice(0, line.indexOf(' '))}\n`);
  const start = performance.now();
  spawnSync('git', ['cat-file', '--batch'], {
    cwd: repository,
    input: input.join(''),
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  return (performance.now() - start) / 1000;
}

for (const repository of values.history ?? []) {
  const git = Math.min(gitTime(repository), gitTime(repository));
  const run = await memory(repository, '--history', '-o', join(work, 'history'));
  const rate = `${(run.clock / git).toFixed(1)} times the ${git.toFixed(2)} s of git cat-file --batch`;
  say(
    `${repository}, ${(run.said.bytes / 1e6).toFixed(0)} MB`,
    run,
    rate,
    '4 times for 1 GB, 8 for quantum, below 1 GB',
  );
}

/** The share of pairs that have other words in each copy: of ten million pairs, three million are left so. */
const alteredShare = 0.26;

function makeCopies(from, to, copies) {
  rmSync(to, { recursive: true, force: true });
  for (let copy = 0; copy < copies; copy++) {
    for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.md')) continue;
      const place = join(to, `copy-${copy}`, path);
      mkdirSync(dirname(place), { recursive: true });
      if (copy === 0) cpSync(join(from, path), place);
      else
        writeFileSync(
          place,
          readFileSync(join(from, path), 'utf8').replace(opening, (tag, id) => altered(tag, id, copy)),
        );
    }
  }
}

const opening = /<span data-[ts]tu-id="([^"]*)">/g;

function altered(tag, id, copy) {
  let hash = copy + 1;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash >>> 0) / 2 ** 32 < alteredShare ? `${tag}${copy} ` : tag;
}

if (values.pairs !== undefined) {
  const copies = join(work, 'copies');
  makeCopies(tree, copies, Number(values.pairs));
  const run = await memory(copies, '-o', join(work, 'pairs'));
  const { found, entries } = run.said.memory;
  const rate = `${Math.round(found / run.clock)} pairs a second`;
  say(`${found} pairs, ${entries} entries`, run, rate, '150,000 a second; 10 million below 1 GB');
}

/** A memory of a tree, its units repeated with other words. */
function makeTmx(from, to, megabytes) {
  const text = readFileSync(from, 'utf8');
  const start = text.indexOf('<tu ');
  const end = text.lastIndexOf('</body>');
  const units = text.slice(start, end);
  writeFileSync(to, text.slice(0, start));
  for (let copy = 0; statSync(to).size < megabytes * 1e6; copy++) {
    writeFileSync(to, copy === 0 ? units : units.replaceAll('<seg>', `<seg>${copy} `), { flag: 'a' });
  }
  writeFileSync(to, text.slice(end), { flag: 'a' });
}

if (values.tmx !== undefined) {
  const made = join(work, 'tree.tmx');
  await memory(tree, '-o', made);
  const big = join(work, 'big.tmx');
  makeTmx(made, big, Number(values.tmx));
  const run = await memory(big, '-o', join(work, 'out.tmx'));
  const { found } = run.said.memory;
  const rate = `${Math.round(found / run.clock)} units a second`;
  say(
    `${(statSync(big).size / 1e6).toFixed(0)} MB of TMX, ${found} units`,
    run,
    rate,
    '80,000 a second; 1 GB below 300 MB',
  );
}
