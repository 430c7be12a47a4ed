import type { EntryTarget, EntryText } from '../model/memory/entry.js';
import { keyOf, stableHash } from '../model/memory/text-key.js';
import { legalText } from '../write/codes/legal-text.js';
import { suffixStart } from '../write/identity.js';

/** What is known of the place of a segment. All of it is optional: what is missing costs nothing. */
export interface MatchContext {
  /** The source before it in its article. */
  readonly previous?: EntryText | undefined;
  /** The source after it. */
  readonly next?: EntryText | undefined;
  /** The hash of the English original that it stands in, as `ms.openlocfilehash` has it. It needs `id`. */
  readonly sourceHash?: string | undefined;
  /** The id of its pair (`1a2b3-101`), or what comes after the hyphen in it (`101`). */
  readonly id?: string | undefined;
}

/** The same as numbers; 0: not known. */
export interface ContextHashes {
  readonly before: number;
  readonly after: number;
  readonly key: number;
}

/** How much of a context is the same, as bits. */
export const evidence = { before: 1, after: 2, key: 4 } as const;

/** The more, the better: the place itself (3), both neighbours (2), one of them (1), none. */
export function rankOf(bits: number): number {
  if ((bits & evidence.key) !== 0) return 3;
  return bits === 3 ? 2 : bits === 0 ? 0 : 1;
}

/** The hashes of a context. */
export function hashesOf({ previous, next, sourceHash, id }: MatchContext): ContextHashes {
  return {
    before: hashOfText(previous),
    after: hashOfText(next),
    key: sourceHash === undefined || id === undefined ? 0 : keyHash(sourceHash, id),
  };
}

/** The contexts that a translation was seen in: gives each hash, with what it is evidence of; 0 is never given. */
export function contextsOf(target: EntryTarget, give: (bit: number, hash: number) => void): void {
  for (const context of target.contexts ?? []) {
    giveKnown(evidence.before, hexAt(context, 0), give);
    giveKnown(evidence.after, hexAt(context, 9), give);
  }
  giveKnown(evidence.before, hashOfText(target.previous), give);
  giveKnown(evidence.after, hashOfText(target.next), give);
  for (const { sourceHash, id } of target.places) {
    if (sourceHash !== undefined) give(evidence.key, keyHash(sourceHash, id));
  }
}

/** Eight hexadecimal digits; 0 where there are others. */
function hexAt(text: string, start: number): number {
  // What is read beyond its end has to be compiled anew.
  if (start + 8 > text.length) return 0;
  let number = 0;
  for (let at = start; at < start + 8; at++) {
    const unit = text.charCodeAt(at) | 0x20;
    const isDigit = unit >= 0x30 && unit <= 0x39;
    if (!isDigit && !(unit >= 0x61 && unit <= 0x66)) return 0;
    number = (number << 4) | (isDigit ? unit - 0x30 : unit - 0x57);
  }
  return number >>> 0;
}

function giveKnown(bit: number, hash: number, give: (bit: number, hash: number) => void): void {
  // What is no number, or 0, says nothing.
  if (hash > 0) give(bit, hash);
}

/** As memories have it: the hash of the text with its codes. */
function hashOfText(text: EntryText | undefined): number {
  if (text === undefined) return 0;
  const key = keyOf(legalText(text));
  return key === '' ? 0 : stableHash(key);
}

/** Articles come one after the other, so the hash of an original is mostly that of the last place. */
let lastSourceHash = '';
let lastState = stableHash(' ');

function keyHash(sourceHash: string, id: string): number {
  if (sourceHash !== lastSourceHash) {
    lastSourceHash = sourceHash;
    lastState = stableHash(`${sourceHash.toLowerCase()} `);
  }
  let hash = lastState;
  for (let at = suffixStart(id); at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0 || 1;
}
