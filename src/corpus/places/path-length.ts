import { basename, dirname } from 'node:path';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';

/** Bytes of a name, or UTF-16 code units on Windows: what nearly all file systems take. */
const longestName = 255;
/** The same of a path; on Linux and macOS with the zero at its end (`PATH_MAX`). */
const longestPaths: Partial<Record<NodeJS.Platform, number>> = { linux: 4096, darwin: 1024 };
/** A temporary file stands beside each output. */
const longestTemporary = 48;

/** Says of an output that no file can have its path; `undefined` where one can. */
export function tooLongPath(path: string): Diagnostic | undefined {
  const lengthOf = (text: string): number => (process.platform === 'win32' ? text.length : Buffer.byteLength(text));
  const longestPath = longestPaths[process.platform] ?? Number.POSITIVE_INFINITY;
  const needed = Math.max(lengthOf(path), lengthOf(dirname(path)) + longestTemporary);
  if (lengthOf(basename(path)) <= longestName && needed < longestPath) return undefined;
  return diagnosticForFile('output/long-path', path);
}
