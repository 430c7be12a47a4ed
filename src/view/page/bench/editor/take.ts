import { replaceAll } from '../../../correct/edit/edit.js';
import { codesIn, type Pieces } from '../../../correct/edit/pieces.js';
import type { EditRules } from '../../../correct/edit/rules.js';
import { type PageSegment, piecesOf } from '../../../page-data.js';
import type { Field } from './field.js';

/** What takes candidates of a segment into its field. */
export interface TakerOptions {
  readonly field: Field;
  readonly rules: EditRules;
  say(text: string): void;
}

/**
 * Puts a translation candidate in the place of the target, by its place among them. Default: the first, or the one after
 * the one that was taken last, as long as nothing was edited since.
 */
export function createTaker(
  { candidates = [] }: PageSegment,
  { field, rules, say }: TakerOptions,
): (wanted?: number) => void {
  const { editing } = field;
  let last: { readonly index: number; readonly pieces: Pieces } | undefined;
  return (wanted) => {
    const all = candidates.length;
    const index = wanted ?? (last?.pieces === editing.draft.pieces ? (last.index + 1) % all : 0);
    const candidate = candidates[index];
    if (candidate === undefined) {
      say(all === 0 ? 'There is no candidate.' : `There is no candidate ${index + 1}.`);
      return;
    }
    const target = piecesOf(candidate.target);
    const isTaken = field.take(replaceAll(editing.draft, rules, target));
    const { pieces } = editing.draft;
    last = { index, pieces };
    const name = `Candidate ${index + 1} of ${all}${candidate.score === undefined ? '' : `, ${candidate.score} %`}`;
    const isLess = codesIn(pieces).length < codesIn(target).length;
    const codes = isLess ? ' Codes that cannot stand here were left out.' : '';
    say(isTaken ? `${name}: taken.${codes}` : `${name}: it is the target already.`);
  };
}
