import { Writable } from 'node:stream';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createProgressLine } from '../../src/cli/terminal/progress.js';
import type { Streams } from '../../src/cli/terminal/streams.js';

/** What a run of some seconds shows on standard error. */
async function shown(stderr: Readonly<{ isTTY?: boolean; rows?: number; columns?: number }>): Promise<string> {
  let written = '';
  const stream = new Writable({
    write(chunk, _, done) {
      written += String(chunk);
      done();
    },
  });
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  onTestFinished(() => now.mockRestore());
  const line = createProgressLine({ stderr: Object.assign(stream, stderr) } as unknown as Streams, false);
  for (const milliseconds of [500, 1500, 2000]) {
    now.mockReturnValue(milliseconds);
    line.show({ articles: 10, total: 40, bytes: 3_000_000, pairs: 1234 });
    // The module that draws the line is loaded when it is needed.
    await vi.dynamicImportSettled();
    if (milliseconds === 500) expect(written).toBe('');
  }
  line.clear();
  return written;
}

const text = '10 of 40 articles, 3.0 MB, 1,234 pairs, 1.5 MB/s, 6 s left';

it.each([
  { isTTY: true, rows: 24, columns: 80 },
  { isTTY: true, rows: 0, columns: 0 },
])('a terminal of %j gets a line', async (size) => {
  expect(await shown(size)).toContain(text);
});

it('anything else gets nothing', async () => {
  expect(await shown({})).toBe('');
});
