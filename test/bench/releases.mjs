import { join } from 'node:path';
import { byTurns, nodeAt } from './measure.mjs';
import { source } from './sources.mjs';
import { printTable, progress } from './table.mjs';

/**
 * Prints what the built command takes with each release of Node.js that is tested, beside the one that runs this: whole
 * processes by turns.
 *
 * `trees` are `{ title, folder }`; `article` is a path; what is made stands in `work`.
 */
export async function measureReleases({ cli, trees, article, rounds, work }) {
  const programs = await install(work);
  const measure = async (title, times, args) => {
    const commands = programs.map(({ name, program }) => ({ name, command: (out) => nodeAt(program, ...args(out)) }));
    // Once without looking, so that all find the input in the cache of the system.
    await byTurns(commands.slice(0, 1), 1, () => undefined);
    const results = await byTurns(commands, times, progress);
    progress('');
    printTable(title, results);
  };
  await measure('node -e 0', rounds * 4, () => ['-e', '0']);
  const one = (out) => [cli, 'export', article, '-f', 'tmx', '-o', join(out, 'one.tmx'), '-q'];
  await measure('one article', rounds * 4, one);
  for (const { title, folder } of trees) {
    const ours = (jobs) => (out) => {
      const quiet = ['--report', join(out, 'report.json'), '--fail-on', 'never', '-q'];
      return [cli, 'export', folder, '-o', join(out, 'out'), '-j', jobs, '-f', 'tmx', ...quiet];
    };
    for (const jobs of ['1', '2']) await measure(`-j ${jobs} -f tmx, ${title}`, rounds, ours(jobs));
  }
}

async function install(work) {
  const { installNode, releases } = await source('test/support/node-releases.ts');
  const programs = [{ name: process.version, program: process.execPath }];
  for (const release of releases) {
    programs.push({ name: `v${release}`, program: await installNode(release, join(work, 'node')) });
  }
  return programs;
}
