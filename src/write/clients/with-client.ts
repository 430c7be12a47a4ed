import type { ClientName } from '../export-options.js';
import { type Client, type ClientOptions, clients } from './clients.js';

/** The client that options name. */
export function clientOf({ client }: { readonly client?: ClientName }): Client | undefined {
  return client === undefined ? undefined : clients[client];
}

/**
 * The options, with those of the client that they name where they say nothing.
 *
 * @example
 * withClient({ client: 'omegat', context: 'none' }) // { client: 'omegat', context: 'none', targetShape: 'source' }
 */
export function withClient<Options extends ClientOptions & { readonly client?: ClientName }>(
  options: Options,
): Options {
  const client = clientOf(options);
  if (client === undefined) return options;
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return { ...client.options, ...given } as Options;
}
