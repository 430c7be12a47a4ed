import { execFileSync } from 'node:child_process';

/** Runs Git in a folder, the same whatever the configuration of the machine, and gives what it prints. */
export function git(folder: string, ...args: readonly string[]): string {
  return gitAt('2026-01-01T00:00:00Z', folder, ...args);
}

/** The same at a time. */
export function gitAt(time: string, folder: string, ...args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_AUTHOR_DATE: time,
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.com',
      GIT_COMMITTER_DATE: time,
    },
  });
}

/** Makes a repository of a folder, with all that is in it (but for what it ignores) in its first commit on `main`. */
export function commitAll(folder: string): string {
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'first');
  return folder;
}

/** Commits all that is in the work tree of a repository on a day of January 2020, and gives the name of the commit. */
export function commitOn(day: number, folder: string): string {
  git(folder, 'add', '-A');
  gitAt(
    `2020-01-${String(day).padStart(2, '0')}T23:30:00Z`,
    folder,
    'commit',
    '-q',
    '--allow-empty',
    '-m',
    String(day),
  );
  return git(folder, 'rev-parse', 'HEAD').trim();
}
