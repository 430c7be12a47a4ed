import fc from 'fast-check';
import type { Block } from '../../../src/model/article.js';
import {
  addCode,
  type Draft,
  deleteCode,
  moveCode,
  moveTo,
  paste,
  replaceAll,
  replaceText,
} from '../../../src/view/correct/edit/edit.js';
import { createEditing, type Editing } from '../../../src/view/correct/edit/editing.js';
import { codesIn, contentOf, join, lengthOf, type Pieces, slice } from '../../../src/view/correct/edit/pieces.js';
import { type EditRules, rulesFor } from '../../../src/view/correct/edit/rules.js';
import { type PageContent, type PageSegment, piecesOf } from '../../../src/view/page-data.js';

/** An edit by numbers, which mean something for any target. */
export interface RandomEdit {
  readonly what: 'type' | 'cut' | 'delete' | 'step' | 'move' | 'copy' | 'foreign' | 'whole' | 'add' | 'undo' | 'redo';
  readonly one: number;
  readonly other: number;
  readonly text: string;
}

const bits = [
  'a',
  ' ',
  '\u00a0',
  '\t',
  '\n',
  '*',
  '**',
  '_',
  '`',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '<b>',
  '</span>',
  '&',
  '&lt;',
];
const more = [
  '\\',
  '|',
  '#',
  '- ',
  '1. ',
  ': ',
  '"',
  "'",
  '!',
  '$',
  '~',
  '語',
  'ـ',
  '😀',
  '\u200f',
  '</script>',
  'data-ttu-id="1"',
];

const pairs = [
  ['1', '**'],
  ['2', '*'],
] as const;
/** What was copied from another segment: codes whose ids are those of others here, in spellings that are usual. */
const foreign: Pieces = join(
  pairs.flatMap(([id, data]): Pieces => [{ kind: 'sc', id, data }, 'ab', { kind: 'ec', id, data }]),
  [{ kind: 'ph', id: '3', data: '`x`', disp: 'x', type: 'md:code' }, ' '],
  [{ kind: 'sc', id: '4', data: '[', type: 'md:link' }, 'c', { kind: 'ec', id: '4', data: '](a.md)', type: 'md:link' }],
  [{ kind: 'sc', id: '9', data: '**' }, 'd', { kind: 'ec', id: '9', data: '**' }],
);

export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  what: fc.constantFrom(
    'type',
    'type',
    'cut',
    'delete',
    'step',
    'move',
    'copy',
    'foreign',
    'whole',
    'add',
    'undo',
    'redo',
  ),
  one: fc.nat(1_000_000),
  other: fc.nat(1_000_000),
  text: fc.array(fc.constantFrom(...bits, ...more), { minLength: 1, maxLength: 4 }).map((texts) => texts.join('')),
});

/** A target after edits; `done`: how many of them were possible. */
export function editTarget(
  segment: PageSegment,
  block: Block,
  edits: readonly RandomEdit[],
): { readonly editing: Editing; readonly target: PageContent; readonly done: number } {
  const rules = rulesFor(segment, block);
  const editing = createEditing({ pieces: piecesOf(segment.changed ?? segment.target), from: 0, to: 0 });
  const doOne = (each: RandomEdit): boolean => {
    if (each.what === 'undo') return editing.undo();
    if (each.what === 'redo') return editing.redo();
    return editing.take(make(each, editing.draft, rules));
  };
  const done = edits.filter(doOne).length;
  return { editing, target: contentOf(editing.draft.pieces), done };
}

function make({ what, one, other, text }: RandomEdit, draft: Draft, rules: EditRules): Draft | undefined {
  const { pieces } = draft;
  const size = lengthOf(pieces) + 1;
  const [from = 0, to = 0] = [one % size, other % size].sort((a, b) => a - b);
  const near = { pieces, from, to: Math.min(to, from + (other % 6)) };
  const codes = codesIn(pieces);
  const [place = -1] = codes[one % Math.max(codes.length, 1)] ?? [];
  if (what === 'type') return replaceText(other % 3 === 0 ? near : { ...near, to: from }, rules, text);
  if (what === 'cut') return replaceText(other % 4 === 0 ? { pieces, from, to } : near, rules, '');
  if (what === 'delete') return deleteCode(draft, rules, place);
  if (what === 'step') return moveCode(draft, rules, place, other % 2 === 0 ? 1 : -1);
  if (what === 'move')
    return moveTo(other % 2 === 0 ? { pieces, from, to } : { pieces, from: place, to: place + 1 }, rules, other % size);
  if (what === 'copy') return paste({ pieces, from: other % size, to: other % size }, rules, slice(pieces, from, to));
  if (what === 'foreign')
    return paste(other % 2 === 0 ? near : { ...near, to: from }, rules, slice(foreign, one % 9, 1 + (other % 14)));
  if (what === 'whole') return replaceAll(draft, rules, other % 4 === 0 ? [text] : slice(foreign, 0, other % 14));
  const missing = rules.offered[one % Math.max(rules.offered.length, 1)];
  return missing === undefined ? undefined : addCode({ pieces, from, to }, rules, missing.id);
}
