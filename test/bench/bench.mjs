// Prints how long `sspr-tm export` takes beside the least that a script can do, and beside what people do today: whole
// processes, by turns in one run, and whether each target is met.
//
// usage: npm run bench -- [TREE] [--rounds N] [--releases | --commands]
//
// TREE: a folder of side-by-side articles. Default: the dotnet sample of ../shared/corpus (or SSPR_TM_SHARED). The same
// tree ten times over is measured, too. Then the other commands beside `export`; with --commands, only these. Then the
// same command with each release of Node.js that is tested (they are installed from npm); with --releases, only these.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCommands } from './commands.bench.mjs';
import { byTurns, median, newFolder, node, python, ratio, workIn } from './measure.mjs';
import { measureReleases } from './releases.mjs';
import { source } from './sources.mjs';
import { peakOf, printTable, progress } from './table.mjs';

const root = resolve(import.meta.dirname, '../..');
const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const cli = join(root, bin['sspr-tm']);
const floor = join(import.meta.dirname, 'floor.mjs');
const copies = 10;
/** The job as people do it today, and how many times as fast `-j 2 -f tmx` shall be. */
const ofToday = [
  { name: 'Translate Toolkit', modules: ['translate.storage.tmx'], script: 'translate-toolkit.py', least: 3 },
  { name: 'BeautifulSoup', modules: ['bs4', 'lxml'], script: 'beautifulsoup.py', least: 12 },
];

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    releases: { type: 'boolean', default: false },
    commands: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const rounds = Number(values.rounds);
const work = mkdtempSync(join(tmpdir(), 'sspr-tm-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));
workIn(work);

const tree = positionals[0] === undefined ? await sample() : resolve(positionals[0]);
if (tree === undefined) {
  console.log('skipped: no TREE is given, and there is no corpus at ../shared/corpus or SSPR_TM_SHARED');
  process.exit();
}
const large = join(work, 'large');
for (let copy = 0; copy < copies; copy++) cpSync(tree, join(large, String(copy)), { recursive: true });

console.log(`${tree}: ${describe(tree)}; and ${copies} times that
Node.js ${process.version}, ${availableParallelism()} cores (${cpus()[0]?.model.trim()}), ${rounds} rounds by turns, medians
`);
const trees = [
  { title: 'once', folder: tree },
  { title: 'tenfold', folder: large },
];
const article = middleOf(articlesOf(tree).filter((path) => readFileSync(path).includes('data-ttu-id')));
if (!values.releases && !values.commands) {
  const [once, tenfold] = [await measureTree(tree, 'once'), await measureTree(large, 'tenfold')];
  printTargets(once, tenfold, await measureStart());
}
if (!values.releases) await measureCommands({ cli, trees, rounds });
if (!values.commands) await measureReleases({ cli, trees, article, rounds, work });

/** The tree that the targets are about. */
async function sample() {
  const { shared, unpack } = await source('test/support/shared.ts');
  return shared === undefined ? undefined : unpack('dotnet-sample.ja-JP.sxs');
}

function articlesOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name));
}

function describe(folder) {
  const articles = articlesOf(folder);
  const bytes = articles.reduce((sum, article) => sum + statSync(article).size, 0);
  return `${articles.length} articles, ${(bytes / 1e6).toFixed(1)} MB`;
}

async function measureTree(folder, size) {
  const target = join(newFolder(), 'out.tmx');
  const ours = (jobs, formats) => (out) => {
    const report = ['--report', join(out, 'report.json'), '--fail-on', 'never', '-q'];
    return node(cli, 'export', folder, '-j', jobs, '-f', formats, '-o', join(out, 'out'), ...report);
  };
  const commands = [
    { name: 'floor', command: node(floor, folder, target) },
    { name: '-j 1 -f tmx', command: ours('1', 'tmx') },
    { name: '-j 2 -f tmx', command: ours('2', 'tmx') },
    { name: '-j 1 -f xliff,tmx', command: ours('1', 'xliff,tmx') },
    { name: '-j 2 -f xliff,tmx', command: ours('2', 'xliff,tmx') },
  ];
  for (const { name, modules, script } of ofToday) {
    const command = python(modules, join(import.meta.dirname, script), folder, target);
    if (command === undefined) console.log(`skipped: ${name}, no Python has ${modules.join(' and ')}`);
    else commands.push({ name, command });
  }
  // Read once by the floor, so that all find the tree in the cache of the system.
  await byTurns(commands.slice(0, 1), 1, () => undefined);
  const results = await byTurns(commands, rounds, progress);
  // What is written is the same each time; only its size is wanted.
  const written = newFolder();
  await byTurns([{ name: '', command: () => ours('2', 'tmx')(written) }], 1, () => undefined);
  const files = readdirSync(join(written, 'out'));
  progress('');
  printTable(size, results);
  return { results, written: files.reduce((sum, file) => sum + statSync(join(written, 'out', file)).size, 0) };
}

async function measureStart() {
  const commands = [
    { name: 'node -e 0', command: node('-e', '0') },
    { name: '--help', command: node(cli, '--help') },
    {
      name: 'one article',
      command: (out) => node(cli, 'export', article, '-f', 'tmx', '-o', join(out, 'one.tmx'), '-q'),
    },
  ];
  const results = await byTurns(commands, rounds * 4, () => undefined);
  printTable('start-up', results);
  return results;
}

/** The article of middle size. */
function middleOf(articles) {
  return articles.sort((a, b) => statSync(a).size - statSync(b).size)[articles.length >> 1];
}

/** The targets of the project; docs/performance.md says what holds those that are not met. */
function printTargets(once, tenfold, start) {
  const a = once.results;
  const b = tenfold.results;
  const ours = [...b.keys()].filter((name) => name.startsWith('-j'));
  const growth = (name) => medianWall(b.get(name)) / (copies * medianWall(a.get(name)));
  const rows = [];
  for (const [size, results] of [
    ['once', a],
    ['tenfold', b],
  ]) {
    rows.push([`-j 2 -f tmx, ${size}: times the floor`, ratio(results.get('-j 2 -f tmx'), results.get('floor')), 2]);
    rows.push([`-j 1 -f tmx, ${size}: times the floor`, ratio(results.get('-j 1 -f tmx'), results.get('floor')), 3.5]);
    for (const { name, least } of ofToday) {
      const list = results.get(name);
      if (list === undefined) continue;
      rows.push([`${name}, ${size}: times -j 2 -f tmx`, ratio(list, results.get('-j 2 -f tmx')), -least]);
    }
  }
  for (const name of ours) {
    rows.push([`${name}: time of ${copies} by ${copies} times that of one`, growth(name), 1.15]);
    rows.push([`${name}: peak MB, once`, peakOf(a.get(name)) / 1e6, 350]);
    rows.push([`${name}: peak MB, tenfold`, peakOf(b.get(name)) / 1e6, 350]);
    rows.push([`${name}: peak, tenfold by once`, peakOf(b.get(name)) / peakOf(a.get(name)), 1.2]);
  }
  rows.push([`output of ${copies} by ${copies} times that of one`, tenfold.written / (copies * once.written), 1.15]);
  rows.push(['one article: times node -e 0', ratio(start.get('one article'), start.get('node -e 0')), 2.5]);
  console.log(`${'target'.padEnd(56)}  measured       wanted`);
  for (const [name, measured, limit] of rows) {
    const met = limit < 0 ? measured >= -limit : measured <= limit;
    const wanted = `${limit < 0 ? 'at least' : 'at most'} ${Math.abs(limit)}`;
    console.log(
      `${name.padEnd(56)}  ${measured.toFixed(2).padStart(8)}  ${wanted.padStart(13)}  ${met ? 'met' : 'NOT MET'}`,
    );
  }
}

function medianWall(list) {
  return median(list.map(({ wall }) => wall));
}
