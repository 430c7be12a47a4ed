import { join } from 'node:path';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import { CorpusError } from '../../error.js';
import { type FoundArticle, namedPathOf } from '../../find/find.js';
import { createDerivedPlaces } from '../../places/derived-places.js';
import { tooLongPath } from '../../places/path-length.js';
import { createCommitting } from '../../sinks/committing.js';
import { createFileSink } from '../../sinks/file-sink.js';
import type { Sink } from '../../sinks/sink.js';

/** Where merged articles are written: to their paths below a folder, or in place. */
export interface MergeOutputs {
  /** The place of an article; or why it can have none. */
  placeOf(article: FoundArticle): string | Diagnostic;
  /** `onLost`: as for a file that is written in place. */
  write(place: string, pieces: readonly Uint8Array[], onLost: (what: readonly string[]) => void): Promise<void>;
  /** Waits until all is on the disk. */
  commit(): Promise<void>;
  /** Takes away what is not whole. */
  discard(): Promise<void>;
}

/** `folder`: `undefined`: in place. */
export function createMergeOutputs(folder: string | undefined, signal: AbortSignal | undefined): MergeOutputs {
  const obstacleAt = folder === undefined ? undefined : createDerivedPlaces(folder);
  const committing = createCommitting();
  const open = new Set<Sink>();
  const commit = async (sink: Sink): Promise<void> => {
    try {
      await sink.commit();
    } finally {
      open.delete(sink);
    }
  };
  return {
    placeOf(article) {
      if (folder === undefined) {
        const { file } = article;
        return typeof file === 'string'
          ? file
          : diagnosticForFile('output/blocked', namedPathOf(article), 'the name of the article is not UTF-8');
      }
      const place = join(folder, article.path);
      return tooLongPath(place) ?? obstacleAt?.(place) ?? place;
    },
    async write(place, pieces, onLost) {
      const isInPlace = folder === undefined;
      const sink = createFileSink(place, { signal, onLost, inPlace: isInPlace, isDerived: !isInPlace });
      open.add(sink);
      for (const piece of pieces) await sink.write(piece);
      // Bytes of articles are valid no longer than until the next are asked for.
      sink.flush();
      await committing.add(commit(sink));
    },
    commit: committing.finish,
    async discard() {
      await committing.settle();
      for (const sink of open) sink.discard();
    },
  };
}

/** Two articles of several inputs never have one path; what is named twice is found once. */
export function sameOutput(folder: string, tree: string): CorpusError {
  return new CorpusError(
    'usage',
    `${folder} is the folder of the articles (${tree}); name another one, or write the articles themselves with --in-place.`,
  );
}
