import { join } from 'node:path';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import { CorpusError } from '../../error.js';
import { type FoundArticle, namedPathOf } from '../../find/find.js';
import { createPlaceFinder, type FoundPlace } from '../../places/derived-places.js';
import { impossiblePath } from '../../places/impossible-path.js';
import { createFileWriter } from '../../sinks/committing.js';

/** Where merged articles are written: to their paths below a folder, or in place. */
export interface MergeOutputs {
  /** The place of an article; or why it can have none. */
  placeOf(article: FoundArticle): FoundPlace | Diagnostic;
  /** To a place as it was found right before. `onLost`: as for a file that is written in place. */
  write(place: FoundPlace, pieces: readonly Uint8Array[], onLost: (what: readonly string[]) => void): Promise<void>;
  /** Waits until all is on the disk. */
  commit(): Promise<void>;
  /** Takes away what is not whole. */
  discard(): Promise<void>;
}

/** `folder`: `undefined`: in place. */
export function createMergeOutputs(folder: string | undefined, signal: AbortSignal | undefined): MergeOutputs {
  const find = folder === undefined ? undefined : createPlaceFinder(folder);
  const files = createFileWriter();
  return {
    placeOf(article) {
      if (folder === undefined) {
        const { file } = article;
        return typeof file === 'string'
          ? { path: file, old: 'unknown' }
          : diagnosticForFile('output/blocked', namedPathOf(article), 'the name of the article is not UTF-8');
      }
      const path = join(folder, article.path);
      return impossiblePath(path) ?? find?.(path) ?? { path, old: 'unknown' };
    },
    write({ path, old }, pieces, onLost) {
      const isInPlace = folder === undefined;
      return files.write(path, pieces, { signal, onLost, inPlace: isInPlace, isDerived: !isInPlace, old });
    },
    commit: files.finish,
    discard: files.discard,
  };
}

/** Two articles of several inputs never have one path; what is named twice is found once. */
export function sameOutput(folder: string, tree: string): CorpusError {
  return new CorpusError(
    'usage',
    `${folder} is the folder of the articles (${tree}); name another one, or write the articles themselves with --in-place.`,
  );
}
