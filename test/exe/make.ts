import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../vitest.config.js';
import { hasWindows, nodeOfWindows } from '../windows/wine.js';

/** Where the executables are. */
export const executable: string = join(root, 'dist/exe/sspr-tm');
export const executableOfWindows: string = `${executable}.exe`;

/** Makes one for this system and, where Wine can run it, one for Windows: as `npm run build:exe` does, after the build. */
export function setup(): void {
  const run = (...args: string[]): unknown => execFileSync(process.execPath, args, { cwd: root, stdio: 'pipe' });
  run('node_modules/tsup/dist/cli-default.js', '--env.FOR', 'executable', '--silent');
  run('test/exe/build.mjs');
  if (hasWindows()) run('test/exe/build.mjs', '--node', nodeOfWindows());
}
