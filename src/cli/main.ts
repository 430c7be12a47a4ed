import { Command, CommanderError } from 'commander';
import { version } from '../version.js';
import { defineCheck } from './check.js';
import { defineExport } from './export.js';
import { defineMerge } from './merge.js';
import type { Streams } from './streams.js';
import { defineView } from './view.js';

/**
 * Runs the command line and resolves to its exit status.
 *
 * 0 done; 1 done, with diagnostics that reach `--fail-on`; 2 wrong usage; 3 an input or output failed; 130, 143
 * interrupted.
 */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  let status = 0;
  const program = new Command('sspr-tm')
    .description('Turns side-by-side Markdown articles into translation memories.')
    .version(version)
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    })
    .showHelpAfterError('Run with --help for all options.')
    .exitOverride();
  const setStatus = (code: number): void => {
    status = code;
  };
  defineExport(program, streams, setStatus);
  defineMerge(program, streams, setStatus);
  defineCheck(program, streams, setStatus);
  defineView(program, streams, setStatus);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}
