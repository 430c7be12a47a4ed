import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { startGit, unavailable, wordsOf } from './git.js';

/** What Git is given, and where its output goes. */
export interface GitRun {
  /** Default: nothing. */
  readonly input?: string;
  /** Takes what it prints. */
  readonly read?: (stdout: Readable) => Promise<void>;
  /** The descriptor of the file that it prints to. Default: `read` takes it. */
  readonly into?: number;
  readonly signal: AbortSignal | undefined;
}

/** How Git ended. */
export interface GitEnd {
  readonly isWell: boolean;
  /** What it said, in one line; or why it could not be started. Empty: nothing. */
  readonly said: string;
  /** With what it ended: its status, or the name of a signal. */
  readonly status: string;
  readonly isStarted: boolean;
}

/** Bytes of what Git says that are kept. */
const mostSaid = 10_000;

/** Runs Git in a folder, without a shell, and waits for it. Throws the reason of the signal. */
export async function runGit(
  folder: string,
  args: readonly string[],
  { input = '', read, into, signal }: GitRun,
): Promise<GitEnd> {
  signal?.throwIfAborted();
  const { child, stdin, stdout, stderr } = startGit(folder, args, into);
  const stop = (): void => void child.kill();
  signal?.addEventListener('abort', stop);
  let said = '';
  let failure: unknown;
  child.on('error', (error) => {
    failure = error;
  });
  const closed = once(child, 'close').catch(() => undefined);
  stderr.on('data', (bytes) => {
    if (said.length < mostSaid) said += bytes;
  });
  // It may have ended before it has read all that it was asked.
  stdin.on('error', () => undefined);
  stdin.end(input);
  try {
    if (stdout !== null) await read?.(stdout);
    await closed;
  } finally {
    child.kill();
    await closed;
    signal?.removeEventListener('abort', stop);
  }
  signal?.throwIfAborted();
  return {
    isWell: failure === undefined && child.exitCode === 0,
    said: failure === undefined ? wordsOf(said) : unavailable(failure),
    status: String(child.exitCode ?? child.signalCode),
    isStarted: failure === undefined,
  };
}
