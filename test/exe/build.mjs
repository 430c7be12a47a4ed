// Makes one executable of the command: Node.js with the command in it, for machines where no Node.js is.
//
// usage: npm run build:exe -- [--node FILE] [--output FILE]
//
// --node: the Node.js that is taken, of the version of the one that runs this; a `node.exe` gives an executable for Windows.
// Default: the one that runs this. --output: default dist/exe/sspr-tm, or dist/exe/sspr-tm.exe.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inject } from 'postject';

const folder = join(import.meta.dirname, '../../dist/exe');
const { values } = parseArgs({ options: { node: { type: 'string' }, output: { type: 'string' } } });
const node = resolve(values.node ?? process.execPath);
const kind = kindOf(node);
const output = resolve(values.output ?? join(folder, kind === 'windows' ? 'sspr-tm.exe' : 'sspr-tm'));

// What Node.js looks for in an executable: https://nodejs.org/docs/latest-v20.x/api/single-executable-applications.html
const blob = makeBlob();
copyFileSync(node, output);
chmodSync(output, 0o755);
// Before the blob is in it: afterwards, it would be cut off. Without the program it is larger, and no other.
if (kind === 'linux') spawnSync('strip', [output], { stdio: 'ignore' });
if (kind === 'mac') run('codesign', '--remove-signature', output);
await inject(output, 'NODE_SEA_BLOB', blob, {
  sentinelFuse: 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2',
  ...(kind === 'mac' ? { machoSegmentName: 'NODE_SEA' } : {}),
});
if (kind === 'mac') run('codesign', '--sign', '-', output);
console.log(`${output} (${(statSync(output).size / 1e6).toFixed(1)} MB)`);

/** The system that a Node.js is for, by its first bytes. */
function kindOf(file) {
  const bytes = readFileSync(file);
  // What is put into it is read by the version that made it only.
  if (!bytes.includes(process.version)) throw new Error(`${file} is not Node.js ${process.version}, which runs this.`);
  if (bytes.toString('latin1', 0, 2) === 'MZ') return 'windows';
  return bytes.toString('latin1', 1, 4) === 'ELF' ? 'linux' : 'mac';
}

/** The command, its threads and the review page as one file. */
function makeBlob() {
  const assets = {
    'cli.cjs': join(folder, 'cli.cjs'),
    'worker.cjs': join(folder, 'worker.cjs'),
    'page.js': join(folder, '../page/page.js'),
    'page.css': join(folder, '../page/page.css'),
  };
  const [config, blobFile] = [join(folder, 'sea.json'), join(folder, 'sea.blob')];
  const settings = { main: join(folder, 'cli.cjs'), output: blobFile, disableExperimentalSEAWarning: true, assets };
  writeFileSync(config, JSON.stringify(settings));
  run(process.execPath, '--experimental-sea-config', config);
  return readFileSync(blobFile);
}

function run(program, ...args) {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
}
