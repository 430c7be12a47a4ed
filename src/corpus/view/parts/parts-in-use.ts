import { closeSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isTemporary } from '../../sinks/left-overs.js';
import { openTemporary } from '../../sinks/temporary.js';

/** The sign of a run in the folder of parts that it writes to: other runs remove none of them meanwhile. */
export interface PartsSign {
  readonly name: string;
  takeAway(): void;
}

/** Puts the sign of this run into a folder, which is made where there is none. That of a killed run goes as its temporary files do. */
export function putSign(folder: string): PartsSign {
  const { descriptor, name } = openTemporary(join(folder, 'sign'), false);
  let isThere = true;
  return {
    name: basename(name),
    takeAway() {
      if (!isThere) return;
      isThere = false;
      closeSync(descriptor);
      rmSync(name, { force: true });
    },
  };
}

/**
 * Tells which parts are in use: all of them while another run writes to the folder, and those that the page names which
 * is in its place now. It is to be asked right before each is removed: other runs of the same page may begin, and end,
 * meanwhile. `own`: the sign of this run.
 */
export function createPartsInUse(output: string, folder: string, own: string | undefined): (name: string) => boolean {
  let named: ReadonlySet<string> | undefined;
  return (name) => {
    if (readdirSync(folder).some((file) => isTemporary(file) && file !== own)) return true;
    // A run that is over put its page there before it took its sign away.
    named ??= namesInPage(output);
    return named.has(name);
  };
}

function namesInPage(output: string): ReadonlySet<string> {
  try {
    const page = readFileSync(output, 'latin1');
    return new Set(Array.from(page.matchAll(/(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g), ([name]) => name));
  } catch {
    // There is no page.
    return new Set();
  }
}
