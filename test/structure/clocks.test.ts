import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../vitest.config.js';

/** What waits for time to pass, or asks how much has; in shell scripts, too. */
const clocks =
  /\b(?:set(?:Timeout|Interval)|Date\.now|performance\.now|hrtime|waitForTimeout|Atomics\.wait|sleep|usleep)\b|timers\/promises/g;

/** Who may, and why. */
const exceptions: Readonly<Record<string, { readonly clocks: readonly string[]; readonly reason: string }>> = {
  'browser/address.test.ts': {
    clocks: ['setTimeout'],
    reason: 'takes the timers of a page into its own hands, and waits for none',
  },
  'corpus/sinks/left-overs.test.ts': {
    clocks: ['Date.now'],
    reason: 'sets the times of files, by days: left-overs are old by the clock of the system',
  },
  'faults/interrupt.test.ts': { clocks: ['Date.now'], reason: 'the same' },
  'growth/sweep.ts': { clocks: ['setTimeout'], reason: 'a limit: a process that says nothing for so long is stuck' },
  'growth/measure.ts': { clocks: ['performance.now'], reason: 'what it measures is time, in ratios' },
  'gui/screen.ts': {
    clocks: ['Date.now', 'setTimeout', 'sleep', 'timers/promises'],
    reason: 'windows of other programs say nothing when they are drawn: they are looked at until nothing changes',
  },
  'gui/read-windows.py': { clocks: ['sleep'], reason: 'the same' },
  'gui/edit-windows.py': { clocks: ['sleep'], reason: 'the same' },
};

/** Folders of what measures, and is no test; and this file, which names clocks. */
const leftOut = /^(?:bench|precision)\/|^structure\/clocks/;

/** The clocks of each file. */
const found: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(?:ts|mjs|cjs|py|groovy)$/.test(file) && !leftOut.test(file))
    .map((file) => [file, new Set(readFileSync(join(root, 'test', file), 'utf8').match(clocks))]),
);

describe('the tests', () => {
  it('wait for events and conditions, and for no clock', () => {
    expect(found.size).toBeGreaterThan(100);
    const others = [...found].flatMap(([file, names]) => {
      const allowed = exceptions[file]?.clocks ?? [];
      return [...names].filter((name) => !allowed.includes(name)).map((name) => `${file}: ${name}`);
    });
    expect(others).toEqual([]);
  });

  it.each(Object.entries(exceptions))('have %s as an exception that is needed', (file, { clocks: allowed }) => {
    const names = found.get(file) ?? new Set();
    expect(names.size).toBeGreaterThan(0);
    expect(allowed.filter((name) => !names.has(name))).toEqual([]);
  });

  it.each([
    ['await new Promise((done) => setTimeout(done, 1))', ['setTimeout']],
    ["import { setTimeout as pause } from 'node:timers/promises'", ['setTimeout', 'timers/promises']],
    ["spawn('sh', ['-c', 'sleep 0.1; cat'])", ['sleep']],
    ['await page.waitForTimeout(50)', ['waitForTimeout']],
    ["vi.spyOn(performance, 'now'); await until(isSo)", []],
  ])('are found out: %s', (line, names) => {
    expect(line.match(clocks) ?? []).toEqual(names);
  });
});
