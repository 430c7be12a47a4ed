import { ownText } from '../../model/compact/own-text.js';
import type { TmxEntry } from '../../read/edited/tmx.js';

/** What is kept of an entry of a memory: what it is chosen by, and where the rest of it is read again. */
export interface MemoryEntry {
  /** The place of its unit among the units of the memory, and its own in the unit. */
  readonly unit: number;
  readonly variant: number;
  /** Its place among the entries of its source. */
  readonly number: number;
  /** Where its unit starts in the document. */
  readonly offset: number;
  /** What makes its target the same as others. */
  readonly key: string;
  /** When it was last changed, as TMX writes it; empty where it does not say. */
  readonly date: string;
  /** The path of the article that it names. */
  readonly article: string | undefined;
  /** The id of its pair in that. */
  readonly pair: string | undefined;
  /** What stands before and after it, by whom that says. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Where an entry is. */
export type EntryPlace = Pick<MemoryEntry, 'unit' | 'variant' | 'number' | 'key'>;

/** `own`: gives an equal string that is kept already. */
export function toMemoryEntry(entry: TmxEntry, place: EntryPlace, own: (text: string) => string): MemoryEntry {
  const { offset, date, props } = entry;
  const ownOf = (text: string | undefined): string | undefined => (text === undefined ? undefined : own(text));
  const { unit, variant, number, key } = place;
  return {
    unit,
    variant,
    number,
    offset,
    key: own(key),
    date: own(date),
    article: ownOf(props.get('file') ?? props.get('x-article')),
    pair: ownOf(props.get('x-pair')),
    before: ownOf(neighbourOf(entry, 'prev', 'x-context-pre')),
    after: ownOf(neighbourOf(entry, 'next', 'x-context-post')),
  };
}

function neighbourOf({ props }: TmxEntry, omegat: string, memoq: string): string | undefined {
  if (props.has(omegat)) return withPlainLineEnds(`omegat ${props.get(omegat)}`);
  return props.has(memoq) ? withPlainLineEnds(`memoq ${props.get(memoq)}`) : undefined;
}

/** Line ends as LF, also where they are written as references: what they are is no difference. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/(?:\r|&#13;|&#xD;)\n?/gi, '\n');
}

/** Bytes that an entry takes, with strings that no other has. */
const entryBytes = 150;

/**
 * Gives each string once, as long as that takes little memory. `taken`: the bytes of one entry more, with the strings that
 * were new since it was asked before.
 */
export function createStrings(): { own(text: string): string; taken(): number } {
  const known = new Map<string, string>();
  let length = 0;
  let taken = 0;
  return {
    own(text) {
      const found = known.get(text);
      if (found !== undefined) return found;
      if (length > mostLength) {
        known.clear();
        length = 0;
      }
      length += text.length + 50;
      taken += 2 * text.length;
      const own = ownText(text);
      known.set(own, own);
      return own;
    },
    taken() {
      const since = taken;
      taken = 0;
      return since + entryBytes;
    },
  };
}

const mostLength = 4_000_000;
