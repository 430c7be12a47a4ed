import type { Command } from 'commander';
import type { ClientReport } from '../../corpus/clients/client-report.js';
import { clients } from '../../write/clients/clients.js';
import { clientOf } from '../../write/clients/with-client.js';
import type { ClientName } from '../../write/export-options.js';
import { longNameOf, negated } from './define-options.js';

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

/** What says which formats are written. */
interface Asked {
  readonly format?: readonly string[];
  readonly client?: ClientName;
}

/** Ends the program where the command line has `--xliff-version`, and the only XLIFF that is asked for is 1.2. */
export function refuseXliffVersion(command: Command): void {
  if (command.getOptionValueSource('xliffVersion') !== 'cli') return;
  const { format = [], ...options } = command.opts<Asked>();
  const client = command.getOptionValueSource('format') === 'cli' ? undefined : clientOf(options);
  const formats: readonly string[] = client?.formats.export ?? format;
  if (formats.includes('xliff') || !formats.includes('xliff1.2')) return;
  const what = client === undefined ? '-f xliff1.2 is none' : `${client.title} takes XLIFF 1.2`;
  command.error(`sspr-tm: --xliff-version is of XLIFF 2, and ${what}: leave one of them out.`, { exitCode: 2 });
}

/** What `--client` stood for, as the options that would have been given in its place. */
export function clientLines(client: ClientReport | undefined): readonly string[] {
  if (client === undefined) return [];
  const { title, isTried, formats, options, given } = client;
  const stood = [
    `-f ${formats.join(',')}`,
    ...Object.entries(options).map(([name, value]) => spelled(longNameOf(name), value)),
  ].join(' ');
  const names = given.map((name) => (name === 'formats' ? '-f' : longNameOf(name)));
  const own = names.length === 0 ? '' : `; as you gave it: ${names.join(', ')}`;
  const tried = isTried ? '' : ', as its makers document it (not run here)';
  return [`for ${title}${tried}: ${stood}${own}`];
}

/** The option that has the value. */
function spelled(longName: string, value: unknown): string {
  if (typeof value !== 'boolean') return `${longName} ${String(value)}`;
  return value ? longName : negated(longName);
}
