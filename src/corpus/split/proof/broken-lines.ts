import { createHash, type Hash, hash } from 'node:crypto';
import { withLineBreaks } from '../../../split/joined-lines.js';
import type { Wanted } from './cut-hash.js';

/** How many bytes are tried for one article at most, those of all its spellings together. */
const mostTried = 1_000_000;

/**
 * Looks for an original in which paragraphs had line breaks: `encode` makes bytes of text with LF.
 *
 * What is before a line that may have been broken is hashed once for all the places where it may have been.
 */
export function findBroken(
  header: string,
  body: string,
  { algorithm, digest }: Wanted,
  encode: (text: string) => Buffer,
): Uint8Array | undefined {
  const start = encode(header);
  const whole = encode(body);
  const before = createPrefixes(() => createHash(algorithm).update(start), body, encode);
  let left = mostTried;
  for (const broken of withLineBreaks(header, body)) {
    if (left <= 0) return undefined;
    const { state, bytes, lineBytes } = before(broken.start, broken.end);
    const lines = encode(broken.text);
    const rest = whole.subarray(bytes + lineBytes);
    const original = (head: Uint8Array): Uint8Array => Buffer.concat([head, whole.subarray(0, bytes), lines, rest]);
    if (broken.header !== undefined) {
      const folded = original(encode(broken.header));
      if (hash(algorithm, folded) === digest) return folded;
      left -= folded.length;
    }
    if (state.copy().update(lines).update(rest).digest('hex') === digest) return original(start);
    left -= start.length + bytes + lines.length + rest.length;
  }
  return undefined;
}

/** What is before a line. */
interface Prefix {
  readonly state: Hash;
  readonly bytes: number;
  /** Of the line itself. */
  readonly lineBytes: number;
}

/** Hashes a text up to one line after the other; where one is asked for that is further up, anew. */
function createPrefixes(
  begin: () => Hash,
  text: string,
  encode: (text: string) => Buffer,
): (start: number, end: number) => Prefix {
  let state = begin();
  let done = 0;
  let bytes = 0;
  let known: { readonly start: number; readonly prefix: Prefix } | undefined;
  return (start, end) => {
    if (known?.start === start) return known.prefix;
    if (start < done) {
      state = begin();
      done = 0;
      bytes = 0;
    }
    const passed = encode(text.slice(done, start));
    state.update(passed);
    done = start;
    bytes += passed.length;
    const prefix = { state, bytes, lineBytes: encode(text.slice(start, end)).length };
    known = { start, prefix };
    return prefix;
  };
}
