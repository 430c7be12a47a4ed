import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { soonDone } from '../../corpus/limits.js';
import { startThread } from '../../corpus/run/threads.js';
import { type InterruptSignal, interruptSignals, type Streams } from '../terminal/streams.js';
import type { FromRun, RunData, ToRun } from './thread-streams.js';
import { reportUnexpected } from './unexpected.js';

/** Options that name an output. */
const outputOption = /^(?:-o|--output|--report)$/;

/** Articles and folders that are looked at, and their bytes together: what a run does with as many never takes long. */
const fewFiles = 2000;
const fewBytes = 8_000_000;
/** Milliseconds after which looking at files has taken as long as a thread takes to start, as on a slow network. */
const longLook = 40;
/** Bytes of a memory that `leverage` reads piece by piece, and takes turns meanwhile. */
const smallMemory = 16_000_000;
const memoryFile = /[.](?:tmx|xlf|(?:sdl|mq|m)?xliff)$/i;

/**
 * Whether a run may keep its thread busy so long that a signal would wait: then it gets a thread of its own, which takes
 * some 40 milliseconds to start. `export`, `view` and `memory` leave what is large in folders to other threads by themselves,
 * and in small folders there is nothing large. `now`: the time in milliseconds.
 */
export function needsThread([command, ...args]: readonly string[], now = (): number => performance.now()): boolean {
  const end = now() + longLook;
  const isLate = (): boolean => now() > end;
  if (args.includes('--help') || args.includes('-h')) return false;
  const hasThreads = isThreaded(command, args);
  const readsRepository = args.some((arg) => repositoryOption.test(arg));
  return args.some((arg, index) => {
    if (outputOption.test(args[index - 1] ?? '')) return false;
    if (arg === '-') return true;
    const stats = statOf(arg);
    if (stats === undefined) return !hasThreads && /[*?[{(]/.test(arg);
    if (stats.isDirectory()) return !hasThreads && (readsRepository || !isSmall(arg, isLate));
    return !stats.isFile() || stats.size > (command === 'leverage' && memoryFile.test(arg) ? smallMemory : soonDone);
  });
}

/** Whether a folder has few files, none of them large. What is neither file nor folder, such as a link, may lead anywhere. */
function isSmall(folder: string, isLate: () => boolean): boolean {
  let files = 0;
  let bytes = 0;
  const folders = [folder];
  for (const each of folders) {
    for (const entry of entriesOf(each)) {
      const path = join(each, entry.name);
      if (++files > fewFiles || isLate()) return false;
      if (entry.isDirectory()) folders.push(path);
      else {
        const size = entry.isFile() ? statOf(path)?.size : undefined;
        if (size === undefined || size > soonDone) return false;
        bytes += size;
      }
    }
    if (bytes > fewBytes) return false;
  }
  return true;
}

/** What is in a folder; nothing where it cannot be read, which the run reports. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** What is read with those does not stand in the folder. */
const repositoryOption = /^--(?:history|rev)(?:=|$)/;

/** Options with which a command does much in its own thread: `view` with a document open, `memory` of memories and histories. */
const busyOptions: Readonly<Record<string, RegExp | undefined>> = {
  export: /(?!)/,
  view: /^--changes/,
  memory: /^--(?:history|rev|update)|^(?!--(?:output|report)=).*[.](?:tmx|xlf|(?:sdl|mq|m)?xliff)$/i,
};

/** Whether a command leaves nearly all of its work to threads, and takes turns in the rest. */
function isThreaded(command: string | undefined, args: readonly string[]): boolean {
  const busy = busyOptions[command ?? ''];
  const isOutput = (index: number): boolean => outputOption.test(args[index - 1] ?? '');
  return busy !== undefined && !args.some((arg, index) => busy.test(arg) && !isOutput(index));
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/**
 * Runs the command line in a thread of its own, and resolves to its exit status. This thread only hands on what is
 * written and read, and signals: a second one ends the process at once, whatever the run is doing.
 */
export function runInThread(args: readonly string[], streams: Streams): Promise<number> {
  const { stdin, stdout, stderr } = streams;
  const { isTTY, rows, columns } = stderr;
  const terminal = { isTTY: isTTY === true, ...(rows && columns ? { rows, columns } : {}) };
  const workerData: RunData = { args, outIsTTY: stdout.isTTY === true, terminal };
  // Streams close what they read from, and Node.js would warn that it did not see that.
  const worker = startThread('cli', { workerData, stdin: true, trackUnmanagedFds: false });
  const send = (message: ToRun): void => worker.postMessage(message);
  const listeners = listen(streams, (signal) => send({ kind: 'signal', signal }));
  // A failed write is reported to its writer; without a listener, it would end the process.
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  return new Promise((resolve) => {
    let status: number | undefined;
    worker.on('message', (message: FromRun) => {
      if (message.kind === 'done') status = message.status;
      else if (message.kind === 'read') {
        if (worker.stdin !== null) stdin.pipe(worker.stdin);
      } else {
        const { stream, id, bytes } = message;
        (stream === 'stdout' ? stdout : stderr).write(bytes, (error) => {
          const { code, message: reason = '' } = (error ?? {}) as { code?: string; message?: string };
          send({
            kind: 'written',
            id,
            ...(error ? { error: { reason, ...(code === undefined ? {} : { code }) } } : {}),
          });
        });
      }
    });
    worker.on('error', (error) => {
      status = reportUnexpected(error, args, streams);
    });
    worker.on('exit', (code) => {
      for (const release of listeners) release();
      resolve(status ?? code);
    });
  });
}

/** The first signal is handed on; a second one does what it does without a listener. */
function listen(streams: Streams, onFirst: (signal: InterruptSignal) => void): (() => void)[] {
  let heard = false;
  const releases = interruptSignals.map((signal) => {
    const listener = (): void => {
      if (!heard) {
        heard = true;
        onFirst(signal);
        return;
      }
      for (const release of releases) release();
      // A progress line hides it.
      if (streams.stderr.isTTY === true) streams.stderr.write('\u001b[?25h');
      streams.kill(streams.pid, signal);
    };
    streams.on(signal, listener);
    return () => void streams.off(signal, listener);
  });
  return releases;
}
