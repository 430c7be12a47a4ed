import { clientOf } from '../../write/clients/with-client.js';
import type { ClientName } from '../../write/export-options.js';
import { type Format, formats } from '../../write/formats.js';
import { CorpusError } from '../error.js';
import { namesFileOf } from '../places/destination.js';
import type { Exporters } from '../places/exporters.js';

/** The commands that a client says the formats of. */
export type ClientCommand = 'export' | 'memory' | 'leverage';

/**
 * The formats of the client that options name: that of the file which `output` names, or all; `undefined` where no client
 * is named. `known`: what a file can be of besides.
 *
 * @throws {CorpusError} `usage`: `output` names a file of a format that is none of the client's.
 */
export function clientFormats(
  command: ClientCommand,
  options: { readonly client?: ClientName },
  output: string,
  known: Exporters = Object.values(formats),
): readonly Format[] | undefined {
  const client = clientOf(options);
  if (client === undefined) return undefined;
  const own: readonly Format[] = client.formats[command];
  const [named] = own.filter((format) => namesFileOf(formats[format], output));
  if (named !== undefined) return [named];
  const other = known.find((exporter) => namesFileOf(exporter, output));
  if (other === undefined) return own;
  const taken = own.map((format) => `${formats[format].title} (${formats[format].extension})`).join(' or ');
  // A memory of such a format would be refused as well.
  const isWritten = command !== 'memory' || other.entry !== undefined;
  const advice = isWritten ? `, or ask for ${other.name} itself (-f ${other.name})` : '';
  throw new CorpusError(
    'usage',
    `${output} names a file of ${other.title}, and ${client.title} is given ${taken}; name such a file or a folder${advice}.`,
  );
}
