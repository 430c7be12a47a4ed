import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The name of a config file, which is looked for in the working directory and in all folders above it. */
export const configName = 'sspr-tm.config.json';

/** The nearest config file, looking upwards from a folder. */
export function findConfig(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const path = join(folder, configName);
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) return undefined;
  }
}
