import type { Article } from '../../model/article.js';
import { type Diagnostic, toDiagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile, diagnosticKinds } from '../../model/diagnostics/diagnostic-kinds.js';
import { createLineIndex } from '../../model/position.js';
import { type ArticlePart, parseInParts, parseWhole } from '../../read/article.js';
import { reasonOf } from '../error.js';
import type { Decoded } from '../files/damage.js';
import { decodeArticle } from '../files/decode.js';
import { readFile, TooLargeError } from '../files/read-file.js';
import type { Content } from '../files/read-once.js';
import { readSlice } from '../files/read-slice.js';
import { type FindOptions, type FoundArticle, findArticles } from '../find/find.js';
import { sameName } from '../find/same-name.js';
import { mostArticleBytes, mostPipedBytes, mostWholeCharacters } from '../limits.js';
import { withoutDamage } from './damage.js';

/** A file of a corpus that was read, as far as that went. */
export interface ReadArticle {
  /** What names it in outputs: relative to the input that was named, or to the base. */
  readonly path: string;
  /** The size of the file in bytes; 0 where it could not be read. */
  readonly bytes: number;
  /** In the order of their offsets. */
  readonly diagnostics: readonly Diagnostic[];
  /** Not there where the file could not be read, is no text, or nothing of it could be understood. */
  readonly article?: Article;
}

/**
 * Reads the articles that inputs name, one after the other, in the order of the bytes of their paths.
 *
 * Lazy: a file is opened when its turn comes; those that are left out because of their names come last. What cannot be read is reported by its diagnostics; the rest goes on.
 *
 * @throws {CorpusError} `input`: an input does not exist, or a glob matches nothing.
 */
export async function* readArticles(
  inputs: readonly string[],
  options: FindOptions = {},
): AsyncGenerator<ReadArticle, void, undefined> {
  const { articles, alike } = await findArticles(inputs, options);
  for (const found of articles) yield readFoundArticle(found);
  for (const found of alike) yield { path: found.path, bytes: 0, diagnostics: [sameName(found)] };
}

/**
 * Reads one article that was found.
 *
 * @throws {TooLargeError} It has more than `most` bytes, where that is given.
 */
export function readFoundArticle(found: FoundArticle, options?: OpenOptions): ReadArticle {
  const opened = openWhole(found, options);
  const { path, bytes } = opened;
  const part = readWhole(opened);
  if (part === undefined) return { path, bytes, diagnostics: opened.diagnostics };
  const { article } = part;
  const diagnostics = [...opened.diagnostics, ...part.diagnostics].sort((a, b) => a.offset - b.offset);
  const understood =
    options?.anyway === true ||
    part.diagnostics.length === 0 ||
    article.units.length > 0 ||
    article.frontMatter !== undefined;
  return understood ? { path, bytes, diagnostics, article } : { path, bytes, diagnostics };
}

/** A file whose text is there to be read, if it has any. */
export interface OpenedArticle {
  readonly path: string;
  /** The size of the file in bytes; 0 where it could not be read. */
  readonly bytes: number;
  /** Of its bytes. */
  readonly diagnostics: readonly Diagnostic[];
  readonly text?: string;
  /** Some bytes were not UTF-8. */
  readonly damaged?: true;
}

/** How an article is opened. */
export interface OpenOptions {
  /** What there is to read where it has no file. */
  readonly stdin?: Uint8Array | undefined;
  readonly decode?: typeof decodeArticle;
  /** Bytes that are waited for. Default: as many as are read at all. */
  readonly most?: number | undefined;
  /** The article is given even where nothing of it but diagnostics was read: it may be in one language. Default: `false`. */
  readonly anyway?: boolean;
}

/**
 * Opens one article that was found.
 *
 * @throws {TooLargeError} It has more than `most` bytes, where that is given.
 */
export function openArticle(
  found: FoundArticle,
  { stdin, decode = decodeArticle, most }: OpenOptions = {},
): OpenedArticle {
  const { path } = found;
  let bytes: Uint8Array;
  let decoded: Decoded;
  try {
    bytes = readBytes(found, stdin, most);
    decoded = decode(bytes);
  } catch (error) {
    if (error instanceof TooLargeError && error.limit === most) throw error;
    return { path, bytes: 0, diagnostics: [diagnosticOf(error)] };
  }
  const { text, findings, damaged } = decoded;
  const lines = findings.length === 0 ? undefined : createLineIndex(text ?? '');
  const diagnostics = lines === undefined ? [] : findings.map((found) => toDiagnostic(found, lines, diagnosticKinds));
  const { length } = bytes;
  if (text === undefined) return { path, bytes: length, diagnostics };
  return damaged ? { path, bytes: length, diagnostics, text, damaged } : { path, bytes: length, diagnostics, text };
}

/** The same for an article that is read as a whole. */
export function openWhole(found: FoundArticle, options?: OpenOptions): OpenedArticle {
  const opened = openArticle(found, options);
  const { path, bytes, text = '' } = opened;
  if (text.length <= mostWholeCharacters) return opened;
  const limit = `${mostWholeCharacters.toLocaleString('en-US')} characters`;
  const reason = `it has more than ${limit}, and only export reads larger ones, without --stats, --skip and --with`;
  return { path, bytes, diagnostics: [diagnosticForFile('input/too-large', reason)] };
}

/**
 * The bytes of an article that was found, valid until the next is read.
 *
 * @throws {Error} It cannot be read, or is too large.
 */
function readBytes(
  { file, content, slice }: FoundArticle,
  stdin: Uint8Array = new Uint8Array(),
  most = Number.POSITIVE_INFINITY,
): Uint8Array {
  if (slice?.refused !== undefined) throw new RefusedError(slice.refused);
  if (slice !== undefined) return readSlice(slice.spool, slice.start, slice.end, Math.min(most, mostArticleBytes));
  if (content !== undefined && 'reason' in content) throw new RefusedError(content);
  if (content === undefined && file !== undefined) return readFile(file, Math.min(most, mostArticleBytes));
  const bytes = content ?? stdin;
  if (bytes.length > Math.min(most, mostPipedBytes)) throw new TooLargeError(Math.min(most, mostPipedBytes));
  return bytes;
}

/** What was wrong when something was read that can be read only once. */
class RefusedError extends Error {
  readonly code: Diagnostic['code'];

  constructor({ code, reason }: Exclude<Content, Uint8Array>) {
    super(reason);
    this.code = code;
  }
}

function diagnosticOf(error: unknown): Diagnostic {
  if (error instanceof RefusedError) return diagnosticForFile(error.code, error.message);
  const code = error instanceof TooLargeError ? 'input/too-large' : 'input/unreadable';
  return diagnosticForFile(code, reasonOf(error));
}

/** All of the article as one part; `undefined` where it has no text. */
export function readWhole({ path, text, damaged, diagnostics }: OpenedArticle): ArticlePart | undefined {
  if (text === undefined) return undefined;
  const part = parseWhole(text, { path });
  return damaged ? withoutDamage(part, createLineIndex(text), placesOf(diagnostics)) : part;
}

/** The article in parts of some `pairsPerPart` pairs; none where it has no text. */
export function* readParts(
  { path, text, damaged, diagnostics }: OpenedArticle,
  pairsPerPart: number,
): Generator<ArticlePart, void, undefined> {
  if (text === undefined) return;
  const parts = parseInParts(text, { path }, pairsPerPart);
  if (!damaged) return yield* parts;
  const lines = createLineIndex(text);
  const told = placesOf(diagnostics);
  for (const part of parts) yield withoutDamage(part, lines, told);
}

function placesOf(diagnostics: readonly Diagnostic[]): ReadonlySet<number> {
  return new Set(diagnostics.map(({ offset }) => offset));
}
