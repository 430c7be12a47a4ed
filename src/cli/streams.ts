import type { Readable, Writable } from 'node:stream';

/** What the command line needs of a process. `process` itself is one. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly rows?: number; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  readonly pid: number;
  kill(pid: number, signal: 'SIGINT' | 'SIGTERM'): unknown;
}
