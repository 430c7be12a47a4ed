import type { Command } from 'commander';
import type { InputOptions } from '../../corpus/find/input-options.js';

/** Adds the inputs of a command that reads trees. */
export function addInputs(command: Command, about: string = 'files, folders, globs, or - for standard input'): Command {
  return command.argument('[input...]', about);
}

/** Of a command that reads trees at least one input is needed, or a list of them, which the config file may name. */
export function requireInputs(command: Command): void {
  const readsTrees = command.registeredArguments.some((argument) => argument.name() === 'input' && !argument.required);
  if (!readsTrees || command.args.length > 0 || command.opts<InputOptions>().filesFrom !== undefined) return;
  command.error("error: missing required argument 'input'", { exitCode: 2, code: 'commander.missingArgument' });
}
