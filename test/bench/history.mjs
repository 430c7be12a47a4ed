// Makes a bare repository with a long history: commits that hand off a part of a tree anew, as `live-sxs` branches have
// them: new ids at all pairs of an article, other targets at some. Prints what Git alone takes to give all versions.
//
// usage: node test/bench/history.mjs TREE REPOSITORY [MEGABYTES]
//
// TREE: a folder of side-by-side articles. REPOSITORY: where it is made. MEGABYTES: of all versions. Default: 1000.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [tree = '', repository = '', megabytes = '1000'] = process.argv.slice(2);
/** The share of the articles that a commit has anew, and the share of their pairs that have another target then. */
const articlesAnew = 0.06;
const targetsAnew = 0.16;

let seed = 1;
const chance = () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

const articles = readdirSync(tree, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(tree, path), 'utf8') }));

function handedOff(text) {
  const prefix = Math.floor(chance() * 2 ** 20)
    .toString(16)
    .padStart(5, '0');
  return text
    .replace(/(data-[ts]tu-id=")[0-9a-f]{5}/g, `$1${prefix}`)
    .replace(/(<span data-ttu-id="[^"]*">)/g, (tag) => (chance() < targetsAnew ? `${tag}${prefix} ` : tag));
}

spawnSync('git', ['init', '-q', '--bare', '-b', 'main', resolve(repository)], { stdio: 'inherit' });
const child = spawn('git', ['fast-import', '--quiet'], { cwd: repository, stdio: ['pipe', 'inherit', 'inherit'] });
const write = async (data) => {
  if (!child.stdin.write(data)) await once(child.stdin, 'drain');
};
let bytes = 0;
let versions = 0;
for (let commit = 0; bytes < Number(megabytes) * 1e6; commit++) {
  await write(`commit refs/heads/main\ncommitter A <a@example.com> ${1.5e9 + commit * 86_400} +0000\ndata 0\n`);
  for (const article of articles) {
    if (commit > 0 && chance() > articlesAnew) continue;
    if (commit > 0) article.text = handedOff(article.text);
    const data = Buffer.from(article.text);
    await write(`M 100644 inline ${article.path}\ndata ${data.length}\n`);
    await write(data);
    await write('\n');
    bytes += data.length;
    versions++;
  }
}
child.stdin.end('done\n');
await once(child, 'exit');
console.log(`${versions} versions of ${articles.length} articles, ${(bytes / 1e6).toFixed(0)} MB`);

const start = performance.now();
const listed = spawnSync('git', ['log', '--raw', '--no-abbrev', '--format=', 'main'], {
  cwd: repository,
  encoding: 'latin1',
  maxBuffer: 2 ** 30,
});
const objects = new Set(Array.from(listed.stdout.matchAll(/^:\d+ \d+ \w+ (\w+)/gm), ([, object]) => object));
const between = performance.now();
const cat = spawn('git', ['cat-file', '--batch', '--buffer'], {
  cwd: repository,
  stdio: ['pipe', 'ignore', 'inherit'],
});
cat.stdin.end(`${[...objects].join('\n')}\n`);
await once(cat, 'exit');
const end = performance.now();
console.log(`git log ${Math.round(between - start)} ms, git cat-file --batch ${Math.round(end - between)} ms`);
