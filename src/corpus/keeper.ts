import { type Destination, pathIn } from './destination.js';
import { isEdited } from './edited.js';
import type { Exporters } from './exporters.js';
import type { ArticleOutput, Settings } from './process.js';
import { createTurns } from './turns.js';

/** Tells which XLIFF files stay as they are, because they were edited since they were exported. */
export interface Keeper {
  /** The path of the file that an article would replace, and must not. */
  keptFor(output: ArticleOutput, name: string): Promise<string | undefined>;
}

export function createKeeper(
  destination: Destination,
  settings: Settings,
  exporters: Exporters,
  overwrite: boolean,
  signal: AbortSignal | undefined,
): Keeper {
  const format = settings.formats.find((each) => each !== 'tmx');
  const { srcLang } = settings;
  const turn = createTurns(signal);
  let whole: Promise<boolean> | undefined;
  const ends = Buffer.from((format === undefined ? undefined : exporters[format]?.end()) ?? '');
  return {
    async keptFor({ bytes, trgLang }, name) {
      if (format === undefined || overwrite || destination.kind === 'stream') return undefined;
      if (destination.kind === 'file') {
        whole ??= isEdited(destination.path, turn);
        return (await whole) ? destination.path : undefined;
      }
      const path = pathIn(destination.path, format, srcLang, trgLang, name);
      const begins = Buffer.from(exporters[format]?.begin({ srcLang, trgLang }, settings) ?? '');
      return (await isEdited(path, turn, [begins, ...(bytes[format] ?? []), ends])) ? path : undefined;
    },
  };
}
