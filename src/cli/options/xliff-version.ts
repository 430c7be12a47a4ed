import type { Command } from 'commander';
import { clientOf } from '../../write/clients/with-client.js';
import type { ClientName } from '../../write/export-options.js';

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
