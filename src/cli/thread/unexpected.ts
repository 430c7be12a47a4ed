import { printable, say } from '../terminal/say.js';
import type { Streams } from '../terminal/streams.js';

/** Asks for the stack of an unexpected error; so does the environment variable `DEBUG`. */
export const verboseFlag = '--verbose';

/** The exit status of an error that is a fault of this program, or of the machine. */
const unexpectedStatus = 4;
/** That of what cannot be read. */
const inputStatus = 3;

/** Reports an error that nobody expected in one line, its stack only on request, and gives the exit status. */
export function reportUnexpected(
  error: unknown,
  args: readonly string[],
  { stderr, env }: Pick<Streams, 'stderr' | 'env'>,
): number {
  if (error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd') {
    say({ stderr }, 'the folder that the command runs in is not there any more; go to another one.');
    return inputStatus;
  }
  const isAsked = args.includes(verboseFlag) || Boolean(env['DEBUG']);
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const hint = isAsked ? '' : ` Run it again with ${verboseFlag} to see where it came from.`;
  say({ stderr }, `unexpected error: ${what.replace(/[.\s]*$/, '.')} This is a fault; please report it.${hint}`);
  const stack = error instanceof Error && isAsked ? (error.stack ?? '') : '';
  if (stack !== '') stderr.write(`${stack.split('\n').map(printable).join('\n')}\n`);
  return unexpectedStatus;
}
