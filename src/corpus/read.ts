import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Article, Segment } from '../model/article.js';
import { type Diagnostic, diagnosticForFile, finding, toDiagnostic } from '../model/diagnostic.js';
import { createLineIndex, type LineIndex } from '../model/position.js';
import { type ArticlePart, parseInParts, parseWhole } from '../read/article.js';
import { type Decoded, damageIn, decodeArticle, holdsDamage } from './decode.js';
import { reasonOf } from './error.js';
import { type FindOptions, type FoundArticle, findArticles } from './find.js';

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
 * Lazy: a file is opened when its turn comes. What cannot be read is told by its diagnostics; the rest goes on.
 *
 * @throws {CorpusError} `input`: an input does not exist, or a glob matches nothing.
 */
export async function* readArticles(
  inputs: readonly string[],
  options: FindOptions = {},
): AsyncGenerator<ReadArticle, void, undefined> {
  for (const found of (await findArticles(inputs, options)).articles) yield readFoundArticle(found);
}

/** Reads one article that was found; `stdin` is what there is to read where it has no file. */
export function readFoundArticle(
  found: FoundArticle,
  stdin?: Uint8Array,
  decode: typeof decodeArticle = decodeArticle,
): ReadArticle {
  const opened = openArticle(found, stdin, decode);
  const { path, bytes } = opened;
  const part = readWhole(opened);
  if (part === undefined) return { path, bytes, diagnostics: opened.diagnostics };
  const { article } = part;
  const diagnostics = [...opened.diagnostics, ...part.diagnostics].sort((a, b) => a.offset - b.offset);
  const understood = part.diagnostics.length === 0 || article.units.length > 0 || article.frontMatter !== undefined;
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

/** Opens one article that was found; `stdin` is what there is to read where it has no file. */
export function openArticle(
  { path, file }: FoundArticle,
  stdin?: Uint8Array,
  decode: typeof decodeArticle = decodeArticle,
): OpenedArticle {
  let bytes: Uint8Array;
  let decoded: Decoded;
  try {
    bytes = file === undefined ? (stdin ?? new Uint8Array()) : readBytes(file);
    decoded = decode(bytes);
  } catch (error) {
    return { path, bytes: 0, diagnostics: [diagnosticForFile('input/unreadable', reasonOf(error))] };
  }
  const { text, findings, damaged } = decoded;
  const lines = findings.length === 0 ? undefined : createLineIndex(text ?? '');
  const diagnostics = lines === undefined ? [] : findings.map((found) => toDiagnostic(found, lines));
  const { length } = bytes;
  if (text === undefined) return { path, bytes: length, diagnostics };
  return damaged ? { path, bytes: length, diagnostics, text, damaged } : { path, bytes: length, diagnostics, text };
}

/** Nearly all articles fit in. */
const usualLength = 1 << 20;

let usual: Buffer | undefined;

/** The bytes of a file, valid until the next is read: a buffer of its own for each is work for the garbage collector. */
function readBytes(file: string | Buffer): Uint8Array {
  usual ??= Buffer.allocUnsafeSlow(usualLength);
  const descriptor = openSync(file, 'r');
  try {
    for (let length = 0; length < usualLength; ) {
      const read = readSync(descriptor, usual, length, usualLength - length, null);
      if (read === 0) return usual.subarray(0, length);
      length += read;
    }
  } finally {
    closeSync(descriptor);
  }
  return readFileSync(file);
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

/** The part without the pairs that may hold bytes that were no UTF-8, and a diagnostic for each that was not `told`. */
function withoutDamage(part: ArticlePart, lines: LineIndex, told: ReadonlySet<number>): ArticlePart {
  const { article } = part;
  const diagnostics = [...part.diagnostics];
  const mark = (segment: Segment): Segment => {
    const { source, target, skip } = segment;
    if (skip !== undefined || !holdsDamage(source.text + target.text)) return segment;
    const place = damageIn(article.text, holdsDamage(target.text) ? target.range : source.range);
    if (!told.has(place.start)) {
      diagnostics.push(toDiagnostic(finding('input/invalid-utf-8', place), lines));
    }
    return { ...segment, skip: 'input/invalid-utf-8' };
  };
  const units = article.units.map((unit) => ({
    ...unit,
    parts: unit.parts.map((item) => (item.kind === 'segment' ? mark(item) : item)),
  }));
  return { article: { ...article, units }, diagnostics };
}
