import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../vitest.config.js';

/** What the tests of the package read in package.json. */
export interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** What a command said. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project of a stranger, who has installed the packed package. */
export interface Consumer {
  readonly folder: string;
  /** The files of the package, relative to it, in the order of their names. */
  readonly packed: readonly string[];
  write(name: string, text: string): Promise<void>;
  run(command: string, ...args: readonly string[]): Promise<Ran>;
  remove(): Promise<void>;
}

/** The package.json of this package. */
export async function readManifest(): Promise<Manifest> {
  return JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
}

/** Packs the package, and installs it into a new project in a temporary folder. */
export async function installPackage({ devDependencies }: Manifest): Promise<Consumer> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'sspr-tm-consumer-')));
  const npm = (...args: readonly string[]): Promise<Ran> => run(folder, 'npm', args);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  const [pack] = JSON.parse(must(await npm('pack', root, '--json', '--pack-destination', folder)).stdout);
  const types = `@types/node@${devDependencies['@types/node']}`;
  must(await npm('install', '--prefer-offline', '--no-audit', '--no-fund', join(folder, pack.filename), types));
  return {
    folder,
    packed: pack.files.map(({ path }: { path: string }) => path).sort(),
    write: (name, text) => writeFile(join(folder, name), text),
    run: (command, ...args) => run(folder, command, args),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** The files in a folder of this package, relative to the package; none where there is no such folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  if (!existsSync(join(root, folder))) return [];
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));
}

async function run(cwd: string, command: string, args: readonly string[]): Promise<Ran> {
  try {
    return { status: 0, ...(await promisify(execFile)(command, args, { cwd })) };
  } catch (error) {
    if (!isExit(error)) throw error;
    return { status: error.code, stdout: error.stdout, stderr: error.stderr };
  }
}

function isExit(error: unknown): error is { code: number; stdout: string; stderr: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'number';
}

function must(ran: Ran): Ran {
  if (ran.status !== 0) throw new Error(ran.stderr || ran.stdout);
  return ran;
}
