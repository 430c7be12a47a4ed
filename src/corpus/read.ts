import { readFileSync } from 'node:fs';
import { isLeft, isRight } from 'fp-ts/lib/These.js';
import type { Article, Segment } from '../model/article.js';
import { type Diagnostic, diagnosticForFile, toDiagnostic } from '../model/diagnostic.js';
import { createLineIndex } from '../model/position.js';
import { parseArticle } from '../read/article.js';
import { type Decoded, decodeArticle, holdsDamage } from './decode.js';
import { reasonOf } from './error.js';
import { type FoundArticle, findArticles } from './find.js';

/** A file of a corpus that was read, as far as that went. */
export interface ReadArticle {
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
export async function* readArticles(inputs: readonly string[]): AsyncGenerator<ReadArticle, void, undefined> {
  for (const found of (await findArticles(inputs)).articles) yield readFoundArticle(found);
}

/** Reads one article that was found; `stdin` is what there is to read where it has no file. */
export function readFoundArticle({ path, file }: FoundArticle, stdin?: Uint8Array): ReadArticle {
  let bytes: Uint8Array;
  let decoded: Decoded;
  try {
    bytes = file === undefined ? (stdin ?? new Uint8Array()) : readFileSync(file);
    decoded = decodeArticle(bytes);
  } catch (error) {
    return { path, bytes: 0, diagnostics: [diagnosticForFile('input/unreadable', reasonOf(error))] };
  }
  const { text, findings, damaged } = decoded;
  const lines = findings.length === 0 ? undefined : createLineIndex(text ?? '');
  const decoding = lines === undefined ? [] : findings.map((found) => toDiagnostic(found, lines));
  if (text === undefined) return { path, bytes: bytes.length, diagnostics: decoding };
  const read = parseArticle(text, { path });
  const parsing = isRight(read) ? [] : read.left;
  const diagnostics = [...decoding, ...parsing].sort((a, b) => a.offset - b.offset);
  if (isLeft(read)) return { path, bytes: bytes.length, diagnostics };
  return { path, bytes: bytes.length, diagnostics, article: damaged ? withoutDamage(read.right) : read.right };
}

/** The article without the pairs that may hold bytes that were no UTF-8. */
function withoutDamage(article: Article): Article {
  const mark = (segment: Segment): Segment =>
    segment.skip === undefined && holdsDamage(segment.source.text + segment.target.text)
      ? { ...segment, skip: 'input/invalid-utf-8' }
      : segment;
  const units = article.units.map((unit) => ({
    ...unit,
    parts: unit.parts.map((part) => (part.kind === 'segment' ? mark(part) : part)),
  }));
  return { ...article, units };
}
