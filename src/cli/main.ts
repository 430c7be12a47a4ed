import { relative } from 'node:path';
import { Command, CommanderError } from 'commander';
import { version } from '../version.js';
import { defineCheck } from './commands/check/command.js';
import { defineExport } from './commands/export.js';
import { defineLeverage } from './commands/leverage.js';
import { defineMemory } from './commands/memory.js';
import { defineMerge } from './commands/merge/command.js';
import { defineSplit } from './commands/split.js';
import { defineTerms } from './commands/terms/command.js';
import { defineView } from './commands/view.js';
import { configName, findConfig } from './config/config-name.js';
import { requireInputs } from './options/inputs.js';
import { printable, say } from './terminal/say.js';
import type { Streams } from './terminal/streams.js';
import { reportUnexpected, verboseFlag } from './thread/unexpected.js';

/**
 * Runs the command line and resolves to its exit status.
 *
 * 0 done; 1 done, with diagnostics that reach `--fail-on`; 2 wrong usage; 3 an input or output failed; 4 an unexpected
 * error; 129, 130, 143 interrupted.
 */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  let status = 0;
  const program = createProgram(streams, (code) => {
    status = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportUnexpected(error, args, streams);
    return error.exitCode === 0 ? 0 : 2;
  }
}

/** Before what may have been meant: the only line break that messages of commander have of themselves. */
const ownBreak = /\n\((?=Did you mean [^\n]*\?\)$)/;

/** The command line with all its commands. */
export function createProgram(streams: Streams, setStatus: (status: number) => void): Command {
  const program = new Command('sspr-tm')
    .description('Turns side-by-side articles into translation memories.')
    .version(version)
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
      // It quotes arguments and keys of config files, and these may be names of files (`*`) with line breaks in them.
      outputError: (message, write) => write(`${printable(message.trimEnd().replace(ownBreak, ' ('))}\n`),
    })
    .showHelpAfterError('Run with --help for all options.')
    .exitOverride();
  defineExport(program, streams, setStatus);
  defineMemory(program, streams, setStatus);
  defineLeverage(program, streams, setStatus);
  defineTerms(program, streams, setStatus);
  defineSplit(program, streams, setStatus);
  defineMerge(program, streams, setStatus);
  defineCheck(program, streams, setStatus);
  defineView(program, streams, setStatus);
  for (const command of program.commands) {
    command.option(verboseFlag, 'show where in the code an unexpected error came from');
    command.option('--config <file>', `take options from this file (default: the nearest ${configName})`);
    command.hook('preAction', async () => {
      const { config } = command.opts<{ config?: string }>();
      // Most runs have no such file: then nothing is loaded.
      const path = config ?? findConfig(process.cwd());
      if (path === undefined) return requireInputs(command);
      const { applyConfig, ConfigError } = await import('./config/config.js');
      try {
        const file = relative('.', path) || path;
        const report = (message: string): void => say(streams, message);
        applyConfig(program, command, file, config === undefined, report);
        // Whether nothing is said is for the user to say, not for a file.
        const isQuiet = command.getOptionValueSource('quiet') === 'cli';
        if (config === undefined && !isQuiet) report(`options of ${file}`);
        // Read like any input: no output may take its place.
        command.setOptionValueWithSource('config', path, 'implied');
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        command.error(`sspr-tm: ${error.message}`, { exitCode: 2 });
      }
      requireInputs(command);
    });
  }
  return program;
}
