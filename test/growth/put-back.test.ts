import { describe, expect, it } from 'vitest';
import { faults } from './faults.js';
import { putBack } from './put-back.js';
import { sweep } from './sweep.js';
import { tasksOf } from './tasks.js';

describe('the sweep finds a fault that is put back', () => {
  it.each(faults)('$name', async (fault) => {
    const plan = { length: fault.length, documentLength: fault.length, floor: 50, entry: fault.entry };
    const numbers = tasksOf(plan).flatMap(({ name }, index) => (name === fault.task ? [index] : []));
    expect(numbers).toHaveLength(1);
    const found = await sweep(plan, numbers, 1, putBack(fault));
    expect(found.map(({ task, entry, kind, message }) => `${kind} of ${entry} for ${task}: ${message}`)).toEqual([
      expect.stringMatching(new RegExp(`^(?:${fault.kinds.join('|')}) of `)),
    ]);
    expect(found).toMatchObject([{ task: fault.task, entry: fault.entry }]);
    // And it is not there without.
    expect(await sweep(plan, numbers, 1)).toEqual([]);
  });
});
