import type { ConceptKind, TermStatus } from '../../model/terms/glossary.js';
import { kindWords } from '../../model/terms/tbx-words.js';

const statuses: Readonly<Record<TermStatus, readonly string[]>> = {
  preferred: [
    'preferred',
    'approved',
    'recommended',
    'standardized',
    'standard',
    'legal',
    'regulated',
    'use',
    'ok',
    'yes',
    'valid',
    'final',
    'bevorzugt',
  ],
  admitted: [
    'admitted',
    'allowed',
    'accepted',
    'acceptable',
    'permitted',
    'alternative',
    'alternate',
    'synonym',
    'erlaubt',
    'zulässig',
  ],
  forbidden: [
    'forbidden',
    'deprecated',
    'superseded',
    'obsolete',
    'prohibited',
    'banned',
    'rejected',
    'disallowed',
    'donotuse',
    'dontuse',
    'nottobeused',
    'notrecommended',
    'notallowed',
    'notapproved',
    'notpermitted',
    'avoid',
    'never',
    'no',
    'invalid',
    'verboten',
    'nichtverwenden',
  ],
};

// Calls that are marked as pure are left out of bundles that need none of it.
const byWord: ReadonlyMap<string, TermStatus> = /* @__PURE__ */ statusesByWord();

function statusesByWord(): ReadonlyMap<string, TermStatus> {
  const all = Object.keys(statuses) as TermStatus[];
  return new Map(all.flatMap((status) => statuses[status].map((word) => [word, status] as const)));
}

/** Small letters of a word or a phrase, without what stands between them: `Do not use` is `donotuse`. */
export function lettersOf(text: string): string {
  return text
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/**
 * The status that a word names, in the spellings of TBX (`preferredTerm-admn-sts`) and of people (`do not use`);
 * `undefined` where it names none.
 */
export function readStatus(text: string): TermStatus | undefined {
  const word = lettersOf(text).replace(/admnsts$/, '');
  return byWord.get(word) ?? byWord.get(word.replace(/terms?$/, ''));
}

const kinds: ReadonlyMap<string, ConceptKind> = /* @__PURE__ */ kindsByWord();

function kindsByWord(): ReadonlyMap<string, ConceptKind> {
  const found = new Map<string, ConceptKind>();
  for (const kind of Object.keys(kindWords) as ConceptKind[])
    found.set(kind, kind).set(lettersOf(kindWords[kind]), kind);
  for (const word of ['donottranslate', 'dnt', 'nottranslated']) found.set(word, 'fixed');
  return found;
}

/** What a concept is, by a word of ours or of people; `undefined` where it names nothing that a concept is here. */
export function readKind(text: string): ConceptKind | undefined {
  return kinds.get(lettersOf(text));
}

/** A term as one line. */
export function lineOf(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** A longer text without the white space around it. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
