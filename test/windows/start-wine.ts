import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentOf, program, server } from './wine.js';

/** Makes a Windows of its own for the tests, with a drive besides that of the system (`D:`), and takes it away after them. */
export function setup(): (() => void) | undefined {
  const prefix = mkdtempSync(join(tmpdir(), 'sspr-tm-wine-'));
  const env = environmentOf(prefix);
  const { status } = spawnSync(program, ['wineboot', '-i'], { env, stdio: 'ignore' });
  if (status !== 0) {
    // Files of tests say so, each.
    rmSync(prefix, { recursive: true, force: true });
    return undefined;
  }
  const other = join(prefix, 'drive_d');
  mkdirSync(other);
  symlinkSync(other, join(prefix, 'dosdevices/d:'));
  process.env['SSPR_TM_WINE'] = prefix;
  return () => {
    spawnSync(server, ['--kill'], { env, stdio: 'ignore' });
    rmSync(prefix, { recursive: true, force: true });
  };
}
