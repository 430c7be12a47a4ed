import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isInstalled } from '../support/clients.js';

/** What the windows of a program say, by its accessibility tree. */
export interface Seen {
  /** The titles of its windows. */
  readonly windows: readonly string[];
  /** The texts of its dialogues. */
  readonly alerts: readonly string[];
  /** The cells of its tables, row by row. */
  readonly cells: readonly string[];
  /** The other texts. */
  readonly texts: readonly string[];
}

/** Whether windows can be opened and read. In CI it is an error where they cannot. */
export const hasScreen: boolean =
  [
    ['Xvfb', 'Xvfb'],
    ['D-Bus', 'dbus-daemon'],
    ['ImageMagick', 'import'],
  ].every(([client = '', command = '']) => isInstalled(client, command)) &&
  isInstalled('AT-SPI for Python', '/usr/bin/python3', '-c', 'import pyatspi');

const run = promisify(execFile);
// Not just any Python: the one that Debian's packages are for.
const python = '/usr/bin/python3';
/** What Python is given to run a script of this folder: nothing compiled is left beside it. */
const script = (name: string): readonly string[] => ['-B', join(import.meta.dirname, name)];

/** Where the pictures lie: outside the repository, to be looked at. */
export const pictures: string = join(tmpdir(), 'sspr-tm-gui');

/** What may be done while a program runs on its screen. */
interface Running {
  /** What finds its screen and its bus. */
  readonly env: NodeJS.ProcessEnv;
  readonly program: ChildProcess;
}

/**
 * Opens a program on a screen of its own, as a user without any settings, and says what it shows once that is enough
 * and does not change any more; buttons of dialogues with one of the names `press` are pressed. Leaves `NAME.png` in
 * {@link pictures}.
 */
export async function look(
  name: string,
  command: string,
  args: readonly string[],
  isEnough: (seen: Seen) => boolean,
  press: readonly string[] = [],
): Promise<Seen> {
  return onScreen(name, command, args, async ({ env, program }) => {
    let seen: Seen = { windows: [], alerts: [], cells: [], texts: [] };
    const end = Date.now() + 60_000;
    while (Date.now() < end && program.exitCode === null && program.signalCode === null) {
      await sleep(1000);
      const { stdout } = await run(python, [...script('read-windows.py'), ...press], {
        env,
        timeout: 30_000,
        maxBuffer: 1 << 26,
      });
      const now = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Seen;
      const unchanged = JSON.stringify(now) === JSON.stringify(seen);
      seen = now;
      if (unchanged && (isEnough(seen) || (seen.alerts.length > 0 && press.length === 0))) break;
    }
    return seen;
  });
}

/** What is done with a document in the window of a client. */
export interface Edits {
  readonly client: 'poedit' | 'lokalize';
  readonly file: string;
  /** How many rows the client has to show. */
  readonly count: number;
  /** Where the document goes that was saved with a target that was touched, and is as it was. */
  readonly touched: string;
  /** Rows from 0, in the order of the document, and what is written to the ends of their targets. */
  readonly edits: readonly { readonly row: number; readonly text: string }[];
}

/** Edits a document in the window of a client, which saves it; gives up after `timeout` ms. */
export async function edit(name: string, edits: Edits, timeout: number): Promise<void> {
  await onScreen(name, edits.client, [edits.file], async ({ env, program }) => {
    const going = run(python, script('edit-windows.py'), { env, timeout });
    going.child.stdin?.end(JSON.stringify(edits));
    program.once('exit', () => going.child.kill());
    await going;
  });
}

async function onScreen<Result>(
  name: string,
  command: string,
  args: readonly string[],
  use: (running: Running) => Promise<Result>,
): Promise<Result> {
  const home = mkdtempSync(join(tmpdir(), 'sspr-tm-home-'));
  const config = join(home, 'config');
  mkdirSync(config);
  // It asks for these when a target is edited.
  const identity = ['[Identity]', 'authorName=T', 'authorLocalizedName=T', 'authorEmail=t@example.com', ''];
  writeFileSync(join(config, 'lokalizerc'), identity.join('\n'));
  const started: ChildProcess[] = [];
  const start = (program: string, programArgs: readonly string[], env: NodeJS.ProcessEnv, stdio: 'pipe' | 'ignore') => {
    // Each is the leader of a group, so that what it starts itself ends with it.
    const child = spawn(program, programArgs, { env, detached: true, stdio: ['ignore', stdio, 'ignore', stdio] });
    started.push(child);
    return child;
  };
  try {
    const screen = start(
      'Xvfb',
      // Without `-noreset`, the properties of the screen are gone once the first program that used it has ended.
      ['-displayfd', '3', '-noreset', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'],
      process.env,
      'pipe',
    );
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      DISPLAY: `:${await firstLine(screen.stdio[3] as Readable)}`,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      XDG_CONFIG_HOME: config,
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CACHE_HOME: join(home, 'cache'),
      LC_ALL: 'C.UTF-8',
      GTK_MODULES: 'gail:atk-bridge',
      QT_ACCESSIBILITY: '1',
      QT_LINUX_ACCESSIBILITY_ALWAYS_ON: '1',
    };
    const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address'], env, 'pipe');
    env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(bus.stdout as Readable);
    await run(python, script('start-bus.py'), { env, timeout: 30_000 });
    const program = start(command, args, env, 'ignore');
    try {
      return await use({ env, program });
    } finally {
      mkdirSync(pictures, { recursive: true });
      await run('import', ['-window', 'root', join(pictures, `${name}.png`)], { env, timeout: 30_000 });
    }
  } finally {
    for (const child of started.reverse()) await kill(child);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function firstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line;
  throw new Error('It has ended without a word.');
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}
