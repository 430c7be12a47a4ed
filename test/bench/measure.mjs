import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One process from start to end: milliseconds of the clock and of the processor, and the peak of its memory in bytes.
 * It has to succeed.
 */
async function measure([command, ...args]) {
  const start = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let stderr = '';
  let probe = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdio[3].on('data', (chunk) => {
    probe += chunk;
  });
  const exit = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => resolve(performance.now() - start));
  });
  const closed = new Promise((resolve) => child.on('close', resolve));
  const wall = await exit;
  const status = await closed;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: status ${status}\n${stderr}`);
  return { wall, ...JSON.parse(probe) };
}

/** A script of Node.js that says what it took. */
export function node(...args) {
  return nodeAt(process.execPath, ...args);
}

/** The same with another program of Node.js. */
export function nodeAt(program, ...args) {
  return [program, '--require', join(import.meta.dirname, 'probe.cjs'), ...args];
}

/** A Python script that says what it took; `undefined` where no Python has the modules that it needs. */
export function python(modules, ...args) {
  const candidates = ['/usr/bin/python3', 'python3', 'python'];
  const found = candidates.find((command) => spawnSync(command, ['-c', `import ${modules.join(', ')}`]).status === 0);
  return found === undefined ? undefined : [found, join(import.meta.dirname, 'probe.py'), ...args];
}

/**
 * Measures commands by turns, so that what disturbs one disturbs all. What one leaves to the system is done before the
 * next.
 *
 * `commands` are `{ name, command }`; the result has a list of measurements for each name. A command is a list of
 * arguments, or a function of a new folder that gives one. Outputs are not removed before all is measured: ext4 makes new
 * files up to ten times slower for some minutes after others were removed.
 */
export async function byTurns(commands, rounds, say) {
  const results = new Map(commands.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, command } of commands) {
      const argv = typeof command === 'function' ? command(newFolder()) : command;
      spawnSync('sync');
      say(`round ${round + 1} of ${rounds}: ${name}`);
      results.get(name).push(await measure(argv));
    }
  }
  return results;
}

let folders = 0;
let work;

/** Names the folder that outputs stand in; it is the caller's to remove. */
export function workIn(folder) {
  work = folder;
}

/** A folder that is there, and that nothing has stood in. */
export function newFolder() {
  const folder = join(work, 'outputs', String(folders++));
  mkdirSync(folder, { recursive: true });
  return folder;
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of the ratios of two lists of measurements, round by round. */
export function ratio(some, others, key = 'wall') {
  return median(
    some.map((one, round) => {
      return one[key] / others[round][key];
    }),
  );
}
