// Fetches what the tests run that neither npm nor Debian has: jars by Maven, packages of Python by pip; and packages of npm
// for another system than this one.
//
// usage: node test/pinned/fetch.mjs NAME…
//
// NAME: a file of this folder, without its extension; what it pins is fetched with checked hashes. It prints the folder of
// each. What was fetched once stays, under the hash of its file: in the cache folder of the user, or in SSPR_TM_PINNED.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const here = import.meta.dirname;
const cache =
  process.env.SSPR_TM_PINNED ?? join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sspr-tm', 'pinned');

/** What fetches a kind of file into a folder, after `prepare`. `python3` is that of Debian, for which the packages are pinned. */
const kinds = [
  {
    extension: '.pom.xml',
    command: (file, folder) => [
      'mvn',
      ...['--batch-mode', '--quiet', '--strict-checksums', `--file=${file}`],
      ...['dependency:copy-dependencies', `-DoutputDirectory=${folder}`],
    ],
  },
  {
    extension: '.txt',
    command: (file, folder) => [
      '/usr/bin/python3',
      ...['-m', 'pip', 'install', '--quiet', '--root-user-action=ignore', '--disable-pip-version-check'],
      ...['--no-deps', '--no-build-isolation', '--require-hashes', '--target', folder, '--requirement', file],
    ],
  },
  {
    extension: '.package-lock.json',
    prepare: (file, folder) => {
      const lock = readFileSync(file, 'utf8');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package-lock.json'), lock);
      writeFileSync(join(folder, 'package.json'), JSON.stringify(JSON.parse(lock).packages['']));
    },
    // By force: npm refuses what is for another system.
    command: (_file, folder) => [
      'npm',
      'ci',
      '--force',
      '--ignore-scripts',
      '--no-audit',
      '--silent',
      '--prefix',
      folder,
    ],
  },
];

/**
 * Where the files of a pinned client are once they are fetched.
 *
 * @param {string} name
 * @returns {{ readonly folder: string, readonly prepare: () => void, readonly command: readonly string[], readonly isThere: boolean }}
 */
export function pinned(name) {
  for (const { extension, command, prepare } of kinds) {
    const file = join(here, `${name}${extension}`);
    if (!existsSync(file)) continue;
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
    const folder = join(cache, `${name}-${hash}`);
    const part = `${folder}.part`;
    return {
      folder,
      prepare: () => prepare?.(file, part),
      command: command(file, part),
      isThere: existsSync(folder),
    };
  }
  throw new Error(`Nothing is pinned as ${name}.`);
}

function fetch(name) {
  const { folder, prepare, command, isThere } = pinned(name);
  if (!isThere) {
    rmSync(`${folder}.part`, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    prepare();
    const [program, ...args] = command;
    const { status, error } = spawnSync(program, args, { stdio: ['ignore', 2, 2] });
    if (status !== 0)
      throw new Error(`${name} was not fetched: ${error?.message ?? `${program} ended with ${status}`}.`);
    renameSync(`${folder}.part`, folder);
  }
  console.log(folder);
}

if (process.argv[1] === import.meta.filename) for (const name of process.argv.slice(2)) fetch(name);
