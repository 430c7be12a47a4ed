import { hash } from 'node:crypto';
import type { Article } from '../../../model/article.js';
import { type OriginalSpellings, originalSpellings } from '../../../split/original-spellings.js';
import { type Encoding, encodeText } from '../../files/kept-bytes.js';
import { findBroken } from './broken-lines.js';
import type { Wanted } from './cut-hash.js';
import { createHabits, type Habits } from './habits.js';
import { type Encode, type OriginalHabit, searchStages } from './spelling-search.js';

/** Whether the hash of an article proves what its English original was. */
export type Verdict = 'match' | 'differs' | 'no hash';

/** What the hash of an article says of its source side. */
export interface Verification {
  readonly verdict: Verdict;
  /** The bytes of the original. Only there where the hash proves them. */
  readonly original?: Uint8Array;
}

/** How many characters are tried for one article at most, those of all spellings together. More cost more than they find. */
const mostTried = 6_000_000;

/** How many spellings of a text of so many characters are tried: at least one, and always the same. */
function mostFor(length: number): number {
  return Math.ceil(mostTried / (length + 1));
}

/** CRLF first: nearly all originals were hashed on Windows. */
const lineEnds = ['\r\n', '\n'] as const;

/** Finds originals of articles, one after the other. */
export type OriginalFinder = (article: Article, source: string, encoding?: Encoding) => Verification;

/**
 * Looks for the text that has the hash of the English original (`ms.openlocfilehash`: SHA-1, or SHA-256), among all that
 * the original may have been. What has the hash is the original, byte for byte.
 *
 * How the originals before it were spelled is tried first. That saves time, and finds nothing else: what is tried at all
 * depends on the article only.
 */
export function createOriginalFinder(): OriginalFinder {
  const habits = createHabits<OriginalHabit>();
  return (article, source, encoding = 'utf8') => {
    const wanted = hashOf(article);
    if (wanted === undefined) return { verdict: 'no hash' };
    const bytes = encodeText(source, encoding);
    if (hash(wanted.algorithm, bytes) === wanted.digest) return { verdict: 'match', original: bytes };
    const spellings = originalSpellings(article, source, mostFor);
    const original = searchAll(spellings, wanted, encoding, habits);
    return original === undefined ? { verdict: 'differs' } : { verdict: 'match', original };
  };
}

function hashOf({ localization: { sourceHash: digest } }: Article): Wanted | undefined {
  return digest === undefined ? undefined : { algorithm: digest.length === 64 ? 'sha256' : 'sha1', digest };
}

function searchAll(
  { header, body, stages }: OriginalSpellings,
  wanted: Wanted,
  encoding: Encoding,
  habits: Habits<OriginalHabit>,
): Uint8Array | undefined {
  const encoders = lineEnds.map(
    (lineEnd): Encode =>
      (text) =>
        encodeText(text.replaceAll('\n', lineEnd), encoding),
  );
  const most = mostFor(header.length + body.length);
  const found = searchStages(stages, body, wanted, { encoders, most, habits });
  const [encode] = encoders;
  if (found !== undefined || header === '' || encode === undefined) return found;
  return findBroken(header, `\n${body}`, wanted, encode);
}
