// Prints what each flag of V8 brings that the command sets (`src/cli/thread/engine.ts`): whole processes, by turns, with
// all of them, without one of them, and with none. Above 1, the flag that is left out saves that much.
//
// usage: npm run build && node test/bench/flags.mjs TREE [--rounds N] [--jobs N]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { byTurns, node, ratio, workIn } from './measure.mjs';

/** What a run is started with to leave a flag as V8 has it: who gives a flag has it as given. */
const asByDefault = {
  'interrupt-budget': '--interrupt-budget=67584',
  'parallel-scavenge': '--parallel-scavenge',
  'concurrent-array-buffer-sweeping': '--concurrent-array-buffer-sweeping',
  'min-semi-space-size': '--min-semi-space-size=0',
  'heap-growing-percent': '--heap-growing-percent=0',
  'max-inlined-bytecode-size-cumulative': '--max-inlined-bytecode-size-cumulative=920',
  'semi-space-growth-factor': '--semi-space-growth-factor=2',
};

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, jobs: { type: 'string', default: '2' } },
  allowPositionals: true,
});
const [tree] = positionals;
if (tree === undefined) throw new RangeError('Name a TREE, the folder to export.');
const cli = resolve(import.meta.dirname, '../../dist/command/cli.js');
const work = mkdtempSync(join(tmpdir(), 'sspr-tm-flags-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
workIn(work);
const run = (out) => {
  const output = join(out, 'out');
  return [cli, 'export', tree, '-f', 'tmx', '-o', output, '-j', values.jobs, '-q', '--fail-on', 'never'];
};
const commands = [
  { name: 'all', command: (out) => node(...run(out)) },
  ...Object.entries(asByDefault).map(([name, flag]) => ({
    name: `without ${name}`,
    command: (out) => node(flag, ...run(out)),
  })),
  { name: 'none', command: (out) => ['env', 'SSPR_TM_ENGINE=default', ...node(...run(out))] },
];
await byTurns(commands.slice(0, 1), 1, () => undefined);
const results = await byTurns(commands, Number(values.rounds), () => undefined);
console.log(`${''.padEnd(46)}by the clock  of the processor  memory`);
for (const [name, list] of results) {
  const [wall, cpu, memory] = ['wall', 'cpu', 'memory'].map((key) => ratio(list, results.get('all'), key).toFixed(2));
  console.log(`${name.padEnd(46)}${wall.padStart(12)}  ${cpu.padStart(16)}  ${memory.padStart(6)}`);
}
