import { expect, it } from 'vitest';
import { createHabits } from '../../../../src/corpus/split/proof/habits.js';

it('what proved right most often is likeliest, and a few are', () => {
  const habits = createHabits<readonly [string, number]>();
  expect([...habits.likely()]).toEqual([]);
  habits.learn(['a', 1]);
  habits.learn(['b', 2]);
  habits.learn(['b', 2]);
  expect([...habits.likely()]).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
  for (let index = 0; index < 100; index++) for (let times = 0; times < 3; times++) habits.learn(['c', index]);
  const likely = [...habits.likely()];
  expect(likely.length).toBeLessThan(20);
  expect(likely).not.toContainEqual(['a', 1]);
  // What was pushed out comes back.
  for (let times = 0; times < 10; times++) habits.learn(['a', 1]);
  expect([...habits.likely()][0]).toEqual(['a', 1]);
});
