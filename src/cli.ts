#!/usr/bin/env node
import type { Writable } from 'node:stream';
import { tuneEngine } from './cli/engine.js';
import { run } from './cli/main.js';

tuneEngine('soon');
const status = await run(process.argv.slice(2), process);
await Promise.all([written(process.stdout), written(process.stderr)]);
// Nothing is under way any more, and the system takes back memory faster than V8 does.
process.exit(status);

/** Resolves when the system has all that was written to a stream, or will not take it. */
function written(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.writableLength === 0) resolve();
    else stream.write('', () => resolve());
  });
}
