import type { Article } from '../../model/article.js';
import { type Diagnostic, finding, toDiagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticKinds } from '../../model/diagnostics/diagnostic-kinds.js';
import { createLineIndex } from '../../model/position.js';
import { type ArticleSide, type SplitOptions, splitArticle } from '../../split/split.js';
import { untranslatedTitle } from '../../split/untranslated-title.js';
import { countPairs } from '../../write/selection.js';
import { type ReadArticle, readFoundArticle } from '../articles/read.js';
import { decodeKeeping } from '../files/decode.js';
import { type Encoding, encodeText } from '../files/kept-bytes.js';
import type { FoundArticle } from '../find/find.js';
import type { OriginalFinder, Verdict } from './proof/original.js';

/** An article that was read for splitting. */
export interface SplitInput extends ReadArticle {
  readonly pairs: number;
  readonly encoding: Encoding;
}

/** One language of an article, as bytes; of the source, what the hash says. */
export interface SplitSide {
  readonly side: ArticleSide;
  readonly bytes: Buffer;
  readonly verdict?: Verdict;
  /** The title of the source, where it stays in the target language; the hash proves none of them. */
  readonly untranslated?: Diagnostic;
}

/** Characters of a title in a message. */
const longestTitle = 100;

/** Findings that are about exports only: here such a pair is replaced like any other. */
const ofExportsOnly = /^(?:codes\/|xml\/|pair\/(?:empty-source|empty-target|duplicate-id|invalid-id)$)/;

/** What other codes mean here, where nothing is skipped. */
const messages: Readonly<Record<string, string>> = {
  'pair/id-mismatch': 'The target span and the source span after it have different ids; they were taken for a pair.',
  'input/invalid-utf-8': 'These bytes are not UTF-8; they were left as they are.',
};

/** Reads an article so that every byte of it comes back, also those that are not UTF-8. */
export function readForSplit(found: FoundArticle, stdin: Uint8Array | undefined): SplitInput {
  const read = readFoundArticle(found, { stdin, decode: decodeKeeping });
  const diagnostics = read.diagnostics
    .filter(({ code }) => !ofExportsOnly.test(code))
    .map((diagnostic): Diagnostic => ({ ...diagnostic, message: messages[diagnostic.code] ?? diagnostic.message }));
  const damaged = diagnostics.some(({ code }) => code === 'input/invalid-utf-8');
  const { article } = read;
  return {
    path: read.path,
    bytes: read.bytes,
    diagnostics,
    ...(article === undefined ? {} : { article }),
    pairs: article === undefined ? 0 : countPairs(article).found,
    encoding: damaged ? 'kept' : 'utf8',
  };
}

/** How a side is made. */
export interface SideOptions extends SplitOptions {
  /** The source is written with the line ends that its hash was made of. */
  readonly verify: boolean;
  /** The language of the target side, as far as it is known. */
  readonly trgLang?: string;
  readonly find: OriginalFinder;
}

/** Makes one side of an article. The source is the English original where its hash proves it. */
export function makeSide(article: Article, encoding: Encoding, side: ArticleSide, options: SideOptions): SplitSide {
  const { verify, trgLang, find, ...split } = options;
  const make = (anchors: SplitOptions): Buffer => encodeText(splitArticle(article, side, anchors), encoding);
  if (side === 'target') return { side, bytes: make(split) };
  const { verdict, original } = find(article, splitArticle(article, 'source'), encoding);
  if (original === undefined || options.anchors === 'keep') {
    const untranslated = reportTitle(article, encoding, trgLang);
    const bytes = make(split);
    return untranslated === undefined ? { side, bytes, verdict } : { side, bytes, verdict, untranslated };
  }
  const proven = Buffer.from(original.buffer, original.byteOffset, original.length);
  return { side, verdict, bytes: verify ? proven : withLineEndsOf(article, proven) };
}

function reportTitle(article: Article, encoding: Encoding, trgLang: string | undefined): Diagnostic | undefined {
  const title = untranslatedTitle(article, trgLang);
  if (title === undefined) return undefined;
  const { range, text } = { range: title.valueRange, text: encodeText(String(title.value), encoding).toString() };
  return toDiagnostic(
    finding('split/title-untranslated', range, shortened(text)),
    createLineIndex(article.text),
    diagnosticKinds,
  );
}

function shortened(text: string): string {
  const line = text.slice(0, longestTitle).replace(/\s+/g, ' ').toWellFormed();
  return text.length > longestTitle ? `${line}…` : line;
}

/**
 * The original with the line ends of the article: LF where that has any.
 *
 * Most hashes were made on Windows of files that Git holds with LF. Git leaves files alone that hold a lone CR, and so
 * does this.
 */
function withLineEndsOf({ text }: Article, original: Buffer): Buffer {
  if (!/(?<!\r)\n/.test(text)) return original;
  // Bytes, because a string cannot hold as many.
  const changed = Buffer.allocUnsafe(original.length);
  let length = 0;
  let done = 0;
  for (let cr = original.indexOf(0x0d); cr >= 0; cr = original.indexOf(0x0d, cr + 1)) {
    if (original[cr + 1] !== 0x0a) return original;
    length += original.copy(changed, length, done, cr);
    done = cr + 1;
  }
  length += original.copy(changed, length, done);
  return changed.subarray(0, length);
}
