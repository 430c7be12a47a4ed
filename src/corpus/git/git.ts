import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { CorpusError, reasonOf } from '../error.js';
import { gitProgram } from './program.js';

/**
 * Options of each call: repositories come from strangers, so that no program runs which their configuration names, and
 * nothing is written or fetched.
 */
const safely = ['--no-pager', '--no-optional-locks', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

/** Variables that would take Git to another repository than the one of the folder, as they are set in hooks. */
const elsewhere = [
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_DIR',
  'GIT_GRAFT_FILE',
  'GIT_INDEX_FILE',
  'GIT_LITERAL_PATHSPECS',
  'GIT_GLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_NAMESPACE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_TRACE',
  'GIT_WORK_TREE',
];

function environment(): NodeJS.ProcessEnv {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !elsewhere.includes(name)));
  // Versions before 2.44 know no GIT_NO_LAZY_FETCH: no protocol is allowed, so that nothing can be fetched.
  return { ...env, GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: '', LC_ALL: 'C' };
}

/** What a call of Git gave: its output, or what it said instead. */
export type GitAnswer = { readonly output: Buffer } | { readonly failure: string };

/** Bytes of an output that is kept as a whole. */
const mostOutput = 1 << 30;

/** Calls Git in a folder and waits for it, without a shell. */
export function askGit(folder: string, args: readonly string[]): GitAnswer {
  const git = gitProgram();
  if (git === undefined) return { failure: noGit };
  const { status, stdout, stderr, error } = spawnSync(git, [...safely, ...args], {
    cwd: folder,
    env: environment(),
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: mostOutput,
  });
  if (error !== undefined) return { failure: unavailable(error) };
  return status === 0 ? { output: stdout } : { failure: wordsOf(stderr) || `git ${args[0]} ended with ${status}` };
}

/** Git at work, and its streams. */
export interface StartedGit {
  readonly child: ChildProcess;
  readonly stdin: Writable;
  /** `null`: it prints to a file. */
  readonly stdout: Readable | null;
  readonly stderr: Readable;
}

/** Starts Git in a folder, without a shell. `into`: the descriptor of a file that it prints to. */
export function startGit(folder: string, args: readonly string[], into: number | undefined): StartedGit {
  const git = gitProgram();
  if (git === undefined) throw gitError(folder, noGit);
  const child = spawn(git, [...safely, ...args], {
    cwd: folder,
    env: environment(),
    windowsHide: true,
    stdio: ['pipe', into ?? 'pipe', 'pipe'],
  });
  // Both are pipes in any case.
  const { stdin, stdout, stderr } = child as ChildProcess & { stdin: Writable; stderr: Readable };
  return { child, stdin, stdout, stderr };
}

const noGit = 'there is no command git; install Git, and see that it is in the PATH';

/** Why Git could not be started. */
export function unavailable(error: unknown): string {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isMissing ? noGit : reasonOf(error);
}

/** What Git said, in one line. */
export function wordsOf(said: Buffer | string): string {
  return String(said)
    .trim()
    .replace(/^(?:fatal|error): /gm, '')
    .replaceAll(/\s*\n\s*/g, ' ');
}

/** A run cannot go on because of what Git said. */
export function gitError(subject: string, failure: string): CorpusError {
  return new CorpusError('input', `${subject}: ${failure.replace(/[.\s]*$/, '')}.`);
}
