// Sets `leverage` beside what people do today, over the same English articles and the same memory, by turns:
//   node test/bench/leverage.bench.mjs TREE WORK [ROUNDS] [MINUTES]
// TREE: a side-by-side tree of one language; WORK: an empty folder. MINUTES: what takes longer is ended, and said to take
// more. OmegaT (console-translate) is `omegat` on the PATH.
// Translate Toolkit is `md2po` and `pretranslate` in TRANSLATE_TOOLKIT_BIN, or on the PATH: 3.14 or later has `md2po`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [tree, work, rounds = '1', minutes = '60'] = process.argv.slice(2);
if (work === undefined) throw new Error('Give a TREE and an empty folder WORK.');
const cli = join(import.meta.dirname, '../../dist/command/cli.js');
const rules = join(import.meta.dirname, '../../docs/omegat');
const tools = process.env['TRANSLATE_TOOLKIT_BIN'];
const tool = (name) => (tools === undefined ? name : join(tools, name));

/** What was ended before it was done. */
const ended = new Set();

function run(command, args, env = {}) {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: Number(minutes) * 60_000,
    env: { ...process.env, ...env },
  });
  const seconds = (performance.now() - start) / 1000;
  if (error?.code === 'ETIMEDOUT') return { seconds, isWhole: false };
  if (error !== undefined || status !== 0)
    throw error ?? new Error(`${command} ${args.join(' ')}\n${stderr.slice(-2000)}`);
  return { seconds, isWhole: true };
}
const has = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).error === undefined;

const quiet = ['-q', '--fail-on', 'never'];
run(process.execPath, [cli, 'split', tree, '--side', 'source', '-o', join(work, 'english'), ...quiet]);
run(process.execPath, [cli, 'export', tree, '-f', 'tmx', '--inline', 'text', '-o', join(work, 'memory'), ...quiet]);
const [memory = ''] = readdirSync(join(work, 'memory'));
const [srcLang, trgLang] = memory.replace(/\.tmx$/, '').split('_');
const english = join(work, 'english', srcLang);
const tmx = join(work, 'memory', memory);

function prepareOmegat() {
  const project = join(work, 'omegat');
  rmSync(project, { recursive: true, force: true });
  for (const name of ['target', 'tm/auto', 'omegat', 'dictionary', 'glossary']) {
    mkdirSync(join(project, name), { recursive: true });
  }
  cpSync(english, join(project, 'source'), { recursive: true });
  cpSync(tmx, join(project, 'tm/auto', memory));
  for (const name of readdirSync(rules)) cpSync(join(rules, name), join(project, 'omegat', name));
  const folders = ['source_dir', 'target_dir', 'tm_dir', 'glossary_dir', 'glossary_file', 'dictionary_dir'];
  writeFileSync(
    join(project, 'omegat.project'),
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><omegat><project version="1.0">${folders.map((name) => `<${name}>__DEFAULT__</${name}>`).join('')}<source_lang>${srcLang}</source_lang><target_lang>${trgLang}</target_lang><sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>`,
  );
  return project;
}

const makers = [
  [
    'leverage -f md',
    () => [
      [
        process.execPath,
        [cli, 'leverage', english, '-m', tmx, '--trg-lang', trgLang, '-f', 'md', '-o', join(work, 'ours'), ...quiet],
      ],
    ],
  ],
];
if (has('omegat', '--help')) {
  const env = { LC_ALL: 'C.UTF-8', JAVA_TOOL_OPTIONS: '-Djava.awt.headless=true -Dfile.encoding=UTF-8' };
  makers.push([
    'OmegaT',
    () => [['omegat', [prepareOmegat(), '--mode=console-translate', `--config-dir=${join(work, 'config')}`], env]],
  ]);
}
if (has(tool('md2po'), '--version')) {
  makers.push([
    'Translate Toolkit',
    () => [
      [tool('md2po'), ['--progress=none', english, join(work, 'po')]],
      // It crashes without a template.
      [
        tool('pretranslate'),
        ['--progress=none', '--tm', tmx, join(work, 'po'), join(work, 'filled'), '-t', join(work, 'po')],
      ],
    ],
  ]);
}

const times = new Map(makers.map(([name]) => [name, []]));
for (let round = 0; round < Number(rounds); round++) {
  for (const [name, make] of makers) {
    let seconds = 0;
    for (const [command, args, env] of make()) {
      const took = run(command, args, env);
      seconds += took.seconds;
      if (!took.isWhole) ended.add(name);
    }
    times.get(name).push(seconds);
    process.stderr.write(`${name}: ${seconds.toFixed(1)} s\n`);
  }
}
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const ours = median(times.get('leverage -f md'));
for (const [name, all] of times) {
  const seconds = median(all);
  const more = ended.has(name) ? 'more than ' : '';
  process.stdout.write(`${name}: ${more}${seconds.toFixed(1)} s, ${more}${(seconds / ours).toFixed(1)} times\n`);
}
