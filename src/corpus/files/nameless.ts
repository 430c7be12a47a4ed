import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reasonOf } from '../error.js';

/**
 * Opens a temporary file that has no name: it is gone when it is closed, or when the process dies.
 *
 * @throws {Error} The folder for temporary files takes none; the message says what to do.
 */
export function openNameless(): number {
  let folder: string;
  try {
    folder = mkdtempSync(join(tmpdir(), 'sspr-tm-'));
  } catch (error) {
    throw new Error(`no copy of it can be made in ${tmpdir()} (${reasonOf(error)}); set TMPDIR to another folder`);
  }
  try {
    return openSync(join(folder, 'document'), 'wx+', 0o600);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
