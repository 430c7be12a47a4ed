import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../vitest.config.js';
import type { Plugins } from './sweep.js';

/** A fault that was in the library once: what finds it, and how it comes back. */
export interface Fault {
  readonly name: string;
  /** What was seen: a task of the sweep and an entry point. */
  readonly task: string;
  readonly entry: string;
  readonly kinds: readonly ('time' | 'result' | 'memory' | 'throws' | 'dies')[];
  /** UTF-16 code units of the input. */
  readonly length: number;
  /** A file of the library, what is written in it now, and what was written in its place. */
  readonly file: string;
  readonly now: string;
  readonly was: string;
}

/** Changes the library as it is bundled, not its files. Fails where the file has another text by now. */
export function putBack({ name, file, now, was }: Fault): Plugins {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const places = text.split(now).length - 1;
  if (places !== 1) {
    throw new Error(`${file} has the text of "${name}" ${places} times, not once: write it as the file has it now.`);
  }
  const contents = text.replace(now, () => was);
  return [
    {
      name: 'put-back',
      setup(build) {
        build.onLoad({ filter: /\.ts$/ }, (args) => (args.path === path ? { contents, loader: 'ts' } : undefined));
      },
    },
  ];
}
