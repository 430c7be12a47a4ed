import { availableParallelism } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import * as library from '../../src/index.js';
import * as libraryOfFiles from '../../src/node.js';
import { articleEntries, documentEntries, type Entry, glossaryEntries, inlineEntries, parsing } from './entries.js';
import { exempt } from './exempt.js';
import { faults } from './faults.js';
import type { Failure } from './measure.js';
import { plan } from './plans.js';
import { putBack } from './put-back.js';
import { sweep } from './sweep.js';
import { tasksOf } from './tasks.js';

const entries: readonly Entry<never>[] = [
  parsing,
  ...inlineEntries,
  ...articleEntries,
  ...documentEntries,
  ...glossaryEntries,
];
const names = [...new Set(entries.map(({ name }) => name))];

describe('each entry point takes time and memory in proportion to its input, and does not throw', () => {
  let failures: readonly Failure[] = [];
  beforeAll(async () => {
    const numbers = tasksOf(plan).map((_, index) => index);
    failures = await sweep(plan, numbers, Math.min(availableParallelism(), 8));
  });

  it('and none of its processes is killed', () => {
    expect(failures.filter(({ entry }) => !names.includes(entry))).toEqual([]);
  });

  it.each(names)('%s', (name) => {
    const own = failures.filter(({ entry }) => entry === name);
    expect(own.map(({ kind, task, message }) => `${task}: ${kind}, ${message}`)).toEqual([]);
  });
});

it('knows of all functions of the library', () => {
  const covered = new Set(entries.flatMap(({ covers }) => covers));
  const isKnown = (name: string): boolean => covered.has(name) || Object.hasOwn(exempt, name);
  const exported = Object.entries({ ...library, ...libraryOfFiles });
  const unknown = exported.filter(([name, value]) => typeof value === 'function' && !isKnown(name));
  expect(unknown.map(([name]) => name)).toEqual([]);
  // What is covered or exempt is there.
  const all = new Set(exported.map(([name]) => name));
  expect([...covered, ...Object.keys(exempt)].filter((name) => !all.has(name))).toEqual([]);
});

it('makes inputs whose length is in proportion to n', () => {
  const steep = tasksOf(plan).filter(({ make }) => make(2048).length > 2.5 * make(1024).length);
  expect(steep.map(({ name }) => name)).toEqual([]);
});

// Whether the sweep finds them is a matter of minutes (put-back.test.ts); that they can be put back is not.
it.each(faults)('knows where a fault was: $name', (fault) => {
  expect(putBack(fault)).toHaveLength(1);
  expect(tasksOf(plan).filter(({ name }) => name === fault.task)).toHaveLength(1);
  expect(names).toContain(fault.entry);
});
