/** How much is read of what a run is given. Bytes and characters in decimal thousands; docs/security.md lists them. */

/** Bytes of an article. One that is larger is refused unread (`input/too-large`). A text may have 536 million characters. */
export const mostArticleBytes = 512_000_000;

/** Bytes of an article that can be read only once (standard input, a pipe, a device): they are kept in memory. */
export const mostPipedBytes = 256_000_000;

/**
 * Characters of an article that is read as a whole (`input/too-large`): by all but `export`, and by that with words to
 * count or pairs to skip. Else it reads larger ones in parts.
 */
export const mostWholeCharacters = 32_000_000;

/** Bytes of an article that take no longer than some tenths of a second: more are not for the thread that hears signals. */
export const soonDone: number = 1 << 19;

/** Bytes of a config file. */
export const mostConfigBytes = 1_000_000;

/** Bytes of a glossary. */
export const mostGlossaryBytes = 256_000_000;

/** Bytes of a list of inputs. */
export const mostListBytes = 64_000_000;

/** Bytes of a `.gitignore`: the start of a longer one is not obeyed either. */
export const mostIgnoreBytes = 1_000_000;

/** Patterns of all `.gitignore` files that speak of one folder; and characters of one. */
export const mostIgnorePatterns = 2_000;
export const longestIgnorePattern = 1_000;

/** Bytes of an XLIFF or TMX document that is no file: it is copied to one. */
export const mostSpooledBytes: number = 2 * 1024 * 1024 * 1024;

/** Bytes of documents of memories, together, that `leverage` keeps in memory: more are read in passes. */
export const mostKeptMemoryBytes: number = 64 * 1024 * 1024;

/** Bytes of a line of a memory in JSONL. */
export const longestRow = 16_000_000;

/** Bytes of a review page that wait in a temporary file until its tree is known: articles beyond are read twice. */
export const mostKeptPageBytes: number = 2 * 1024 * 1024 * 1024;
