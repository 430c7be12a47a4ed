import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { withSlashes } from '../../with-slashes.js';
import { createIgnoring, type Ignoring } from '../ignore/ignoring.js';
import type { NamedInput } from '../named-inputs.js';
import type { Search } from './search.js';

/** What `.gitignore` files say below an input; `undefined` where they are not obeyed. */
export function openIgnoring({ absolute, prefix }: NamedInput, { obeys, unruly }: Search): Ignoring | undefined {
  if (!obeys) return undefined;
  let real = absolute;
  try {
    real = realpathSync(absolute);
  } catch {
    // Whoever opens the folder says that it cannot be read.
  }
  return createIgnoring(real, (file, reason) => {
    const path = prefix + withSlashes(relative(real, resolve(file)));
    unruly.push({ path, file: withSlashes(file), reason });
  });
}
