import type { ConceptKind, Term, TermStatus } from './glossary.js';

/** What a concept is, as the `subjectField` of TBX, which is text for people. */
export const kindWords: Readonly<Record<ConceptKind, string>> = {
  ui: 'user interface',
  title: 'title of an article',
  fixed: 'never translated',
};

/** The values of `administrativeStatus`. */
export const statusWords: Readonly<Record<TermStatus, string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
};

/** The `administrativeStatus` of another spelling of a term: none is preferred beside the term itself. */
export function variantStatus(status: TermStatus): TermStatus {
  return status === 'forbidden' ? 'forbidden' : 'admitted';
}

const countShape =
  /^(?:count ([0-9]+)(?:, share ([0-9]+(?:\.[0-9]+)?(?:e-[0-9]+)?))?|share ([0-9]+(?:\.[0-9]+)?(?:e-[0-9]+)?))$/;
/** A note of a person that reads like a count, or would after marks are taken off. */
const notCount =
  /^(?:note: )*(?:count [0-9]+(?:, share [0-9]+(?:\.[0-9]+)?(?:e-[0-9]+)?)?|share [0-9]+(?:\.[0-9]+)?(?:e-[0-9]+)?)$/;
const mark = 'note: ';

/** How often a term was seen, as the text of a `note`: `count 12, share 0.75`. `undefined` where that is not known. */
export function countNoteOf({ count, share }: Pick<Term, 'count' | 'share'>): string | undefined {
  const parts: string[] = [];
  if (count !== undefined && isCount(count)) parts.push(`count ${count}`);
  if (share !== undefined && isShare(share)) parts.push(`share ${share}`);
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** The counts of a note that {@link countNoteOf} made; `undefined` where it is another one. */
export function readCountNote(note: string): Pick<Term, 'count' | 'share'> | undefined {
  const match = countShape.exec(note);
  if (match === null) return undefined;
  const [, written, after, alone] = match;
  const count = Number(written);
  const share = Number(after ?? alone);
  if ((written !== undefined && !isCount(count)) || ((after ?? alone) !== undefined && !isShare(share)))
    return undefined;
  return {
    ...(written === undefined ? {} : { count }),
    ...(after === undefined && alone === undefined ? {} : { share }),
  };
}

/** A note of a person as it is written: one that could be taken for a count has a mark before it. */
export function writePersonNote(note: string): string {
  return notCount.test(note) ? mark + note : note;
}

export function readPersonNote(note: string): string {
  return note.startsWith(mark) && notCount.test(note) ? note.slice(mark.length) : note;
}

/** A whole number from 0 on that is exact. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
}

export function isShare(value: number): boolean {
  return value >= 0 && value <= 1 && !Object.is(value, -0);
}

/** A place as the text of `source`: `PATH#SEGMENT`. */
export function placeText({ path, segment }: NonNullable<Term['place']>): string {
  return `${path}#${segment.replaceAll('%', '%25').replaceAll('#', '%23')}`;
}

/** The place of a `source`; `undefined` where it is text of another kind. */
export function readPlace(text: string): Term['place'] {
  const at = text.lastIndexOf('#');
  if (at < 0) return undefined;
  return {
    path: text.slice(0, at),
    segment: text
      .slice(at + 1)
      .replaceAll('%23', '#')
      .replaceAll('%25', '%'),
  };
}
