import { existsSync } from 'node:fs';
import { win32 } from 'node:path';

/** What may be replaced in tests. */
interface System {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly isThere: (path: string) => boolean;
}

/**
 * The program Git; `undefined`: there is none.
 *
 * Windows looks for a name without a folder in the current folder first, which is the repository of a stranger here: a
 * `git.exe` in it would run. So it is looked for in the folders of `PATH`, as elsewhere.
 */
export function gitProgram({
  platform = process.platform,
  env = process.env,
  isThere = existsSync,
}: Partial<System> = {}): string | undefined {
  if (platform !== 'win32') return 'git';
  // Names of variables have any case there; an object of them that is no longer the system's does not know that.
  const [, path = ''] = Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH') ?? [];
  const folders = path.split(';').map((folder) => folder.replaceAll('"', ''));
  return folders
    .filter((folder) => win32.isAbsolute(folder))
    .map((folder) => win32.join(folder, 'git.exe'))
    .find((file) => isThere(file));
}
