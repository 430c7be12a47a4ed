import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll } from 'vitest';

type Fs = typeof fs;
type Functions = Readonly<Partial<Record<keyof Fs, unknown>>>;

/** Replaces functions of `node:fs` during the tests of a file, in all modules; others of the same process get them back. */
export function replaceInFs(replacements: (real: Readonly<Fs>) => Functions): void {
  const real = { ...fs };
  const set = (functions: Functions): void => {
    Object.assign(fs, functions);
    syncBuiltinESMExports();
  };
  const replaced = replacements(real);
  set(replaced);
  afterAll(() => set(Object.fromEntries(Object.keys(replaced).map((name) => [name, real[name as keyof Fs]]))));
}
