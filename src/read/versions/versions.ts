import { type ArticlePart, type ParseOptions, parseWithKnown } from '../article.js';
import type { Markup } from '../carriers/markup.js';
import { createKnownPairs, type KnownPairs, mostKnownCharacters } from '../known-pairs.js';
import { createHeaders } from './headers.js';
import { type PairsOfVersion, readPairs, readUsualPairs } from './pairs-of-version.js';
import { UsualPairs, type VersionBytes } from './usual-pairs.js';

/** A version of an article that was read. */
export interface ReadVersion extends ArticlePart {
  /**
   * What names the two texts of each pair of the text, in document order: the segments of the article without a recovered
   * title, those that are skipped among them. Two pairs with the same number have the same source and target, and the same
   * strings for them. Numbers begin with 0, and grow.
   */
  readonly numbers: readonly number[];
  /** Pairs with this number or a higher one were met in this version first, as far as is known. */
  readonly firstNew: number;
}

/** Reads versions of articles, and knows pairs again. */
export interface VersionReader {
  /** Reads a version. Where carriers have several markups, texts are only known again in the same one. */
  read(text: string, options: ParseOptions): ReadVersion;
  /**
   * Reads no more of a version than its front matter and its pairs, without the blocks that they stand in. `undefined`: it may
   * have characters that XML cannot hold, which only {@link VersionReader.read} looks for.
   */
  readPairs(text: string, options: ParseOptions): PairsOfVersion | undefined;
  /**
   * The same of the bytes of a version. `undefined`: it is none in Markdown, or something in it is not as nearly all have it; then
   * its text has to be read. Bytes that are no UTF-8 must not be given.
   */
  readBytes(version: VersionBytes, path: string): PairsOfVersion | undefined;
  /** Forgets all that was read, and what was made of it. */
  forget(): void;
}

/**
 * A reader of versions, one after the other, whichever articles they are of.
 *
 * A version of an article has new ids at each pair, but most of the texts are those of the version before. What two texts
 * read, codes and damage included, is found out once, and taken from there where they stand again; all that depends on
 * what is around is read each time. So what it gives is what `parseArticle` gives, whatever was read before. Some millions
 * of characters of texts are known; those that were not met for longest are forgotten.
 *
 * @example
 * const reader = createVersionReader();
 * const pair = (id) =>
 *   `<span data-ttu-id="${id}">Hallo</span><span class="sxs-lookup"><span data-stu-id="${id}">Hello</span></span>`;
 * reader.read(pair('1a2b3-101'), {}).firstNew // 0
 * const { numbers, firstNew } = reader.read(pair('4c5d6-101'), {});
 * numbers.filter((number) => number >= firstNew).length // 0
 */
export function createVersionReader(most: number = mostKnownCharacters): VersionReader {
  const known = new Map<Markup, KnownPairs>();
  const headers = createHeaders();
  const usual = new UsualPairs();
  let count = 0;
  const knownOf = (markup: Markup): KnownPairs => {
    const pairs = known.get(markup) ?? createKnownPairs(markup, () => count++, most);
    known.set(markup, pairs);
    return pairs;
  };
  return {
    read(text, options) {
      const firstNew = count;
      const numbers: number[] = [];
      const { article, diagnostics } = parseWithKnown(text, options, (markup) => {
        const pairs = knownOf(markup);
        return {
          readContents: pairs.readContents,
          meet(source, target) {
            const pair = pairs.meet(source, target);
            numbers.push(pair.number);
            return pair;
          },
        };
      });
      return { article, diagnostics, numbers, firstNew };
    },
    readPairs: (text, options) => readPairs(text, options, { knownOf, headers, usual }),
    readBytes: (version, path) => readUsualPairs(version, path, { knownOf, headers, usual }),
    forget() {
      known.clear();
      usual.forget();
    },
  };
}
