import { writeSync } from 'node:fs';
import { runTask } from './measure.js';
import type { Plan } from './plans.js';
import { tasksOf } from './tasks.js';

/** What a child says, a line of JSON each; what it does not live to say, its parent knows from the last line. */
export type Line =
  | { readonly task: string; readonly at: string; readonly n: number }
  | { readonly done: number; readonly failures: ReturnType<typeof runTask> };

/** `node child.js PLAN NUMBER…`: runs tasks by their numbers. Synchronously: a process that dies says no more. */
function main([argument = '', ...numbers]: readonly string[]): void {
  const plan = JSON.parse(argument) as Plan;
  const tasks = tasksOf(plan);
  const say = (line: Line): void => {
    writeSync(1, `${JSON.stringify(line)}\n`);
  };
  for (const number of numbers.map(Number)) {
    const task = tasks[number];
    if (task === undefined) throw new Error(`There is no task ${number}.`);
    const failures = runTask(task, plan.floor, (entry, n) => say({ task: task.name, at: entry, n }));
    say({ done: number, failures });
  }
}

main(process.argv.slice(2));
