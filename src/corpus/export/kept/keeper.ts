import type { Exporter } from '../../../write/exporter.js';
import { type Destination, pathIn } from '../../places/destination.js';
import { ofFormat } from '../../places/exporters.js';
import { createTurns } from '../../turns.js';
import type { ArticleOutput, Settings } from '../process.js';
import { isEdited } from './edited.js';

/** Says which files stay as they are, because they were edited since they were exported: those that hold a digest. */
export interface Keeper {
  /** The path of the file that an article would replace, and must not. */
  keptFor(exporter: Exporter, output: ArticleOutput, name: string): Promise<string | undefined>;
}

export function createKeeper(
  destination: Destination,
  settings: Settings,
  overwrite: boolean,
  signal: AbortSignal | undefined,
): Keeper {
  const { srcLang } = settings;
  const turn = createTurns(signal);
  let whole: Promise<boolean> | undefined;
  return {
    async keptFor(exporter, { bytes, trgLang }, name) {
      if (!exporter.hasDigest || overwrite || destination.kind === 'stream') return undefined;
      if (destination.kind === 'file') {
        whole ??= isEdited(destination.path, turn);
        return (await whole) ? destination.path : undefined;
      }
      const languages = { srcLang, trgLang };
      const path = pathIn(destination, exporter, exporter, languages, name);
      const begins = ofFormat(exporter, () => Buffer.from(exporter.begin(languages, settings)));
      const ends = ofFormat(exporter, () => Buffer.from(exporter.end(languages, settings)));
      return (await isEdited(path, turn, [begins, ...(bytes[exporter.name]?.[0] ?? []), ends])) ? path : undefined;
    },
  };
}
