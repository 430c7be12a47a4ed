import type { Readable, Writable } from 'node:stream';

/** What the command line needs of a process. `process` itself is one. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly rows?: number; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  on(signal: InterruptSignal, listener: () => void): unknown;
  off(signal: InterruptSignal, listener: () => void): unknown;
  readonly pid: number;
  kill(pid: number, signal: InterruptSignal): unknown;
}

/** The signals that a run hears, and its exit status then: 128 and the number of the signal. */
export const interruptStatus = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

export type InterruptSignal = keyof typeof interruptStatus;

export const interruptSignals: readonly InterruptSignal[] = ['SIGHUP', 'SIGINT', 'SIGTERM'];
