import type { Readable } from 'node:stream';
import { gitError } from './git.js';
import { runGit } from './run-git.js';

/** What is listed is the same whatever a configuration says; nothing of it starts another program. */
const configuration = ['log.showRoot=true', 'log.showSignature=false', 'log.follow=false', 'diff.relative=false'];
const always = [
  ...['-z', '--no-color', '--no-ext-diff', '--no-textconv', '--no-notes', '-O/dev/null', '--ignore-submodules'],
];

/**
 * Runs `git log`, and gives the fields of what it prints, which end with NUL: a byte as a character each. `subject`: what was
 * named.
 *
 * @throws {CorpusError} `input`: Git cannot list it.
 */
export async function readLog(
  folder: string,
  args: readonly string[],
  subject: string,
  take: (field: string) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const set = configuration.flatMap((each) => ['-c', each]);
  const read = (stdout: Readable): Promise<void> => eachField(stdout, take);
  const end = await runGit(folder, [...set, 'log', ...always, ...args], { read, signal });
  if (end.isWell) return;
  if (!end.isStarted) throw gitError(`${subject}: its history cannot be listed`, end.said);
  const words = end.said || `git log ended with ${end.status}`;
  const advice = 'if the clone is partial, fetch all commits and trees of it first';
  throw gitError(`${subject}: its history cannot be listed`, `${words.replace(/[.\s]*$/, '')}; ${advice}`);
}

/** Gives the fields of a stream that NUL ends, a byte as a character each. */
async function eachField(stream: AsyncIterable<unknown>, take: (field: string) => void): Promise<void> {
  let begun = '';
  for await (const chunk of stream) {
    const bytes = chunk as Buffer;
    let start = 0;
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
      const field = bytes.toString('latin1', start, end);
      take(begun === '' ? field : begun + field);
      begun = '';
      start = end + 1;
    }
    if (start < bytes.length) begun += bytes.toString('latin1', start);
  }
}
