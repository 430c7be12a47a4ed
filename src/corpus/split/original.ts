import { hash } from 'node:crypto';
import type { Article } from '../../model/article.js';
import { type OriginalSpellings, originalSpellings } from '../../split/original-spellings.js';
import { type Encoding, encodeText } from '../files/kept-bytes.js';

/** Whether the hash of an article proves what its English original was. */
export type Verdict = 'match' | 'differs' | 'no hash';

/** What the hash of an article says of its source side. */
export interface Verification {
  readonly verdict: Verdict;
  /** The bytes of the original. Only there where the hash proves them. */
  readonly original?: Uint8Array;
}

/** How many bytes are hashed for one article at most. More costs more than it finds. */
const mostHashed = 6_000_000;
const mostHashedForBreaks = 1_000_000;

/**
 * Looks for the text that has the hash of the English original (`ms.openlocfilehash`: SHA-1, or
 * SHA-256), among all that the original may have been. What has the hash is the original, byte for byte.
 */
export function findOriginal(article: Article, source: string, encoding: Encoding = 'utf8'): Verification {
  const wanted = hashOf(article);
  if (wanted === undefined) return { verdict: 'no hash' };
  const bytes = encodeText(source, encoding);
  if (hash(wanted.algorithm, bytes) === wanted.digest) return { verdict: 'match', original: bytes };
  const original = search(originalSpellings(article, source), wanted, encoding);
  return original === undefined ? { verdict: 'differs' } : { verdict: 'match', original };
}

interface Wanted {
  readonly algorithm: 'sha1' | 'sha256';
  readonly digest: string;
}

function hashOf({ localization: { sourceHash: digest } }: Article): Wanted | undefined {
  return digest === undefined ? undefined : { algorithm: digest.length === 64 ? 'sha256' : 'sha1', digest };
}

/** CRLF first: nearly all originals were hashed on Windows. */
const lineEnds = ['\r\n', '\n'] as const;

function search(
  spellings: Iterable<OriginalSpellings>,
  { algorithm, digest }: Wanted,
  encoding: Encoding,
): Uint8Array | undefined {
  let left = mostHashed;
  let leftForBreaks = mostHashedForBreaks;
  for (const { headers, bodies, brokenLines } of spellings) {
    if (brokenLines) left = Math.max(0, leftForBreaks);
    const worthTrying = within(headers, left);
    for (const lineEnd of brokenLines ? lineEnds.slice(0, 1) : lineEnds) {
      const encode = (text: string): Buffer => encodeText(text.replaceAll('\n', lineEnd), encoding);
      const encoded = worthTrying.map(encode);
      const longest = encoded.reduce((most, { length }) => Math.max(most, length), 0);
      for (const text of bodies) {
        if (left <= 0) break;
        const body = encode(text);
        // Each header in turn stands right before the body: nothing is copied but the header.
        const buffer = Buffer.allocUnsafe(longest + body.length);
        buffer.set(body, longest);
        for (const header of encoded) {
          if (left <= 0) break;
          const candidate = buffer.subarray(longest - header.length);
          candidate.set(header);
          if (hash(algorithm, candidate) === digest) return candidate;
          left -= candidate.length;
        }
      }
    }
    if (brokenLines) {
      leftForBreaks = left;
      if (left <= 0) return undefined;
    }
  }
  return undefined;
}

/** The headers that can be hashed with so many bytes: a character is one byte at least. */
function within(headers: Iterable<string>, bytes: number): string[] {
  const some: string[] = [];
  let left = bytes;
  if (left <= 0) return some;
  for (const header of headers) {
    some.push(header);
    left -= header.length;
    if (left <= 0) break;
  }
  return some;
}
