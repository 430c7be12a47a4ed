import type { Command } from 'commander';
import { clients } from '../../write/clients/clients.js';

/** The options that some client stands for. */
const clientOptions: readonly string[] = [
  ...new Set(Object.values(clients).flatMap(({ options }) => Object.keys(options))),
];

/** How near to the user a value was given: on the command line, in a config file, not at all. */
function nearnessOf(command: Command, name: string): number {
  const source = command.getOptionValueSource(name);
  return source === 'cli' ? 2 : source === 'config' ? 1 : 0;
}

/**
 * Options without those that give way to another one, which stands for them: those that only have their default, or that
 * a config file has where the command line has that other one.
 */
export function givingWay<Options extends object>(
  command: Command,
  options: Options,
  other: string,
  names: readonly string[],
): Options {
  const nearness = nearnessOf(command, other);
  if (nearness === 0) return options;
  const left = Object.entries(options).filter(
    ([name]) => !names.includes(name) || nearnessOf(command, name) >= nearness,
  );
  return Object.fromEntries(left) as Options;
}

/** Options without those that give way to `--client`. Without a `format`, the client says which. */
export function givingWayToClient<Options extends { readonly output?: string }>(
  command: Command,
  options: Options,
): Omit<Options, 'format'> & Partial<Pick<Options, 'format' & keyof Options>> {
  return givingWay(command, options, 'client', [...clientOptions, 'format']);
}
