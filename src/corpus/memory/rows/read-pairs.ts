import type { SkipMarker } from '../../../check/skip.js';
import type { Article } from '../../../model/article.js';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import type { ArticlePart } from '../../../read/article.js';
import { type PairsOfVersion, textsOfVersion } from '../../../read/versions/pairs-of-version.js';
import type { VersionReader } from '../../../read/versions/versions.js';
import type { ExportOptions } from '../../../write/export-options.js';
import type { PairCount } from '../../../write/selection.js';
import type { OpenedArticle } from '../../articles/read.js';
import { type CheckedPart, createTally, firstOf, longestInOne, markPart, partsOf } from '../../export/process.js';
import type { ArticleTexts } from '../../language/scripts.js';
import type { RowCollector } from './collect-rows.js';
import { countVersion } from './count-versions.js';

/** An article whose pairs are not collected yet. */
export interface PairsToTake {
  /** The size of the file; 0 where it could not be read. */
  readonly bytes: number;
  /** What it says of itself; `undefined`: there is no text. */
  readonly header: Pick<Article, 'localization' | 'frontMatter'> | undefined;
  readonly holdsUnits: boolean;
  /** All texts, or those that are read at once. */
  texts(): ArticleTexts;
  /** Counts the pairs, and collects them where they are wanted. To be called once. */
  take(
    trgLang: string | undefined,
    isWanted: boolean,
  ): {
    readonly found: PairCount;
    readonly compared: number;
    /** In the order of the offsets. */
    readonly diagnostics: Diagnostic[];
  };
}

/** What reading takes besides the article. */
interface Taking {
  readonly settings: ExportOptions;
  readonly collector: RowCollector;
}

/** Any article, part by part. */
export function readInParts(
  opened: OpenedArticle,
  {
    settings,
    collector,
    marker,
    versions,
  }: Taking & { readonly marker: SkipMarker | undefined; readonly versions: VersionReader | undefined },
): PairsToTake {
  const atOnce = marker !== undefined;
  const read = versions === undefined ? partsOf(opened, atOnce) : versionsOf(opened, atOnce, versions);
  const article = firstOf(read)?.article;
  return {
    bytes: opened.bytes,
    header: article,
    holdsUnits: article !== undefined && article.units.length > 0,
    texts: () => article ?? { units: [] },
    take(trgLang, isWanted) {
      const tally = createTally(settings);
      for (const diagnostic of opened.diagnostics) tally.diagnostics.push(diagnostic);
      for (const part of read) {
        const marked: CheckedPart = marker === undefined ? part : markPart(part, marker, trgLang);
        tally.add(marked);
        if (isWanted) collector.add(marked);
      }
      const diagnostics = tally.diagnostics.sort((a, b) => a.offset - b.offset);
      return { found: tally.pairs(), compared: tally.compared(), diagnostics };
    },
  };
}

/** A version of which no more was read than its pairs. */
interface VersionOfArticle {
  readonly bytes: number;
  readonly version: PairsOfVersion;
  /** Of its bytes. Default: none. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** A version of an article, of which no more was read than its pairs. */
export function readAsVersion(
  { bytes, version, diagnostics: ofBytes = [] }: VersionOfArticle,
  { settings: { inline }, collector }: Taking,
): PairsToTake {
  const { pairs, diagnostics } = version;
  return {
    bytes,
    header: version,
    holdsUnits: pairs.length > 0,
    texts: () => ({ units: [{ parts: textsOfVersion(version) }] }),
    take(_, isWanted) {
      const { compared, ...found } = countVersion(version, inline);
      if (isWanted) collector.addVersion(version);
      return { found, compared, diagnostics: [...ofBytes, ...diagnostics].sort((a, b) => a.offset - b.offset) };
    },
  };
}

/** The pairs of a version, where it can be read so. */
export function readVersionPairs(
  { path, text, damaged }: OpenedArticle,
  versions: VersionReader,
): PairsOfVersion | undefined {
  if (text === undefined || damaged || text.length > longestInOne) return undefined;
  return versions.readPairs(text, { path });
}

/** A version as a whole, of which much was read before; or what cannot be read so, as any article. */
function versionsOf(opened: OpenedArticle, atOnce: boolean, versions: VersionReader): Iterable<ArticlePart> {
  const { path, text, damaged } = opened;
  if (text === undefined || damaged || text.length > longestInOne) return partsOf(opened, atOnce);
  return [versions.read(text, { path })];
}
