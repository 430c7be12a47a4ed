import type { ClientOptions } from '../../write/clients/clients.js';
import { clientOf } from '../../write/clients/with-client.js';
import type { ClientName } from '../../write/export-options.js';
import type { Exporters } from '../places/exporters.js';
import type { ClientCommand } from './client-formats.js';

/** What a client stood for in a run. */
export interface ClientReport {
  readonly name: ClientName;
  /** What people call it. */
  readonly title: string;
  /** Whether it runs in the tests of this project; else it goes by what its makers document. */
  readonly isTried: boolean;
  /** What was written, by the names of formats. */
  readonly formats: readonly string[];
  /** Options that it stood for, with their values in this run. */
  readonly options: ClientOptions;
  /** Those of them, and `formats`, that were given otherwise. */
  readonly given: readonly string[];
}

/** Options that a command looks at, where it does not look at all. */
const lookedAt: Readonly<Partial<Record<ClientCommand, readonly string[]>>> = {
  memory: ['inline', 'context'],
  leverage: ['inline', 'units', 'targetShape', 'digest'],
};

/** What the client of a run stood for. `options`: with its own. */
export function reportOfClient(
  command: ClientCommand,
  options: ClientOptions & { readonly client?: ClientName },
  exporters: Exporters,
): { readonly client?: ClientReport } {
  const client = clientOf(options);
  if (client === undefined || options.client === undefined) return {};
  const { title, isTried, formats } = client;
  const own = Object.entries(client.options).filter(([name]) => lookedAt[command]?.includes(name) !== false);
  const values = new Map(Object.entries(options).filter(([name]) => own.some(([each]) => each === name)));
  const given = own.flatMap(([name, value]) => (values.get(name) === value ? [] : [name]));
  const known: readonly string[] = formats[command];
  const isOther = exporters.some(({ name }) => !known.includes(name));
  return {
    client: {
      name: options.client,
      title,
      isTried,
      formats: exporters.map(({ name }) => name),
      options: Object.fromEntries(values),
      given: isOther ? ['formats', ...given] : given,
    },
  };
}
