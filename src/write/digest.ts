import type { Content } from '../model/content.js';
import { escapeText } from '../xml/escapes.js';

/**
 * The digest of what a translator may change in a `<file>`: units, segments, states, targets with their codes, notes. It
 * stands in the processing instruction {@link digestTarget} at the end of the `<file>`, so that whoever exports again can
 * say whether the file was edited.
 *
 * It is made of a form of its own, in which documents agree that differ in spelling only: the order of attributes,
 * prefixes, white space between elements, comments, and what tools add in namespaces of their own.
 */
export interface Digest {
  unit(id: string): void;
  note(text: string): void;
  /** Its states, as the attributes have them, with a space between; an ignorable has neither an id nor a state. */
  segment(id: string, states: string): void;
  /** The start of a target, with its attributes that have a meaning. */
  target(attributes: string): void;
  /** Text as XML character data. What does not differ after {@link escapeText} is the same. */
  text(escaped: string): void;
  code(kind: 'ph' | 'sc' | 'ec', id: string, data: string): void;
  /** What no exporter writes. */
  other(name: string): void;
  /** 64 bits in hexadecimal. */
  end(): string;
}

/** The name of the processing instruction; its data are `digest="…"`. */
export const digestTarget = 'sspr-tm';

export function writeDigest(digest: Digest): string {
  return `<?${digestTarget} digest="${digest.end()}"?>\n`;
}

/** The digest in the data of the processing instruction. */
export function readDigest(data: string): string | undefined {
  return /\bdigest="([0-9a-f]{16})"/.exec(data)?.[1];
}

/** In texts `<` is escaped: it starts what is none. */
export function createDigest(): Digest {
  const hash = createHash();
  return {
    unit: (id) => hash.add(`<u ${id}>`),
    note: (text) => hash.add(`<n>${escapeText(text)}`),
    segment: (id, states) => hash.add(`<s ${id} ${states}>`),
    target: (attributes) => hash.add(`<t ${attributes}>`),
    text: hash.add,
    code: (kind, id, data) => hash.add(`<${kind} ${id}>${escapeText(data)}</>`),
    other: (name) => hash.add(`<? ${name}>`),
    end: hash.end,
  };
}

/** Two hashes of 32 bits over the UTF-8 of all texts that are added, whatever their lengths. */
interface Hash {
  readonly add: (text: string) => void;
  readonly end: () => string;
}

/** Characters that are hashed together: hashing each text by itself takes longer. */
const hashedAtOnce = 1 << 12;

/** Bytes that are encoded at once, in a buffer for all digests. Nothing stays in it. */
const bytes: Uint8Array<ArrayBuffer> = new Uint8Array(1 << 14);
const words: Uint32Array<ArrayBuffer> = new Uint32Array(bytes.buffer);

/** Of the platform, in browsers too. */
interface Encoder {
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number };
}

let encoder: Encoder | undefined;

function createHash(): Hash {
  let one = 0x2545f491;
  let other = 0x41c6ce57;
  let length = 0;
  let waiting = '';
  /** Bytes of a word that is not full yet. */
  let rest: readonly number[] = [];
  const addWords = (count: number): void => {
    let a = one;
    let b = other;
    for (let index = 0; index < count; index++) {
      const word = words[index] ?? 0;
      a = Math.imul(a ^ word, 0x9e3779b1);
      a ^= a >>> 15;
      b = Math.imul(b ^ word, 0x5f356495);
      b ^= b >>> 13;
    }
    one = a;
    other = b;
  };
  const flush = (): void => {
    encoder ??= new (globalThis as unknown as { TextEncoder: new () => Encoder }).TextEncoder();
    for (let text = waiting; text !== ''; ) {
      bytes.set(rest);
      const { read, written } = encoder.encodeInto(text, bytes.subarray(rest.length));
      const end = rest.length + written;
      const full = end - (end % 4);
      addWords(full / 4);
      rest = Array.from(bytes.subarray(full, end));
      length += written;
      text = text.slice(read);
    }
    waiting = '';
  };
  return {
    add(text) {
      waiting += text;
      if (waiting.length > hashedAtOnce) flush();
    },
    end() {
      flush();
      bytes.fill(0, 0, 4);
      bytes.set(rest);
      addWords(1);
      words[0] = length;
      addWords(1);
      const first = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
      const second = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
      return hex(first) + hex(second);
    },
  };
}

function hex(bits: number): string {
  return (bits >>> 0).toString(16).padStart(8, '0');
}

/** Adds a content with its codes, whose ids in the output start with a prefix. */
export function digestContent(digest: Digest, content: Content, prefix: string): void {
  for (const inline of content) {
    if (inline.kind === 'text') digest.text(escapeText(inline.text));
    else digest.code(inline.kind, prefix + inline.id, inline.data);
  }
}
