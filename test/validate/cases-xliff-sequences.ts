import type { Case } from './cases-xliff.js';
import { unitOf } from './documents.js';

/** `name:canReorder` for each code, such as `a:firstNo b:no x`. */
function codes(names: string, hints: boolean): string {
  return names
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => {
      const [, mark = '', id, reorder] = /^(¶?)(\w+)(?::(\w+))?$/.exec(name) ?? [];
      const attributes = hints && reorder !== undefined ? ` canReorder="${reorder}" canCopy="no" canDelete="no"` : '';
      return `${mark}<ph id="${id}"${attributes}/>`;
    })
    .join('');
}

/** A unit of segments: the codes of a source, of its target, and the place of the target. */
function segments(hints: boolean, ...parts: readonly (readonly [string, string, number])[]): string {
  return unitOf(
    parts
      .map(
        ([source, target, order]) =>
          `<segment><source>${codes(source, true)}</source><target order="${order}">${codes(target, hints)}</target></segment>`,
      )
      .join(''),
  );
}

const kinds: readonly [string, (hints: boolean) => string][] = [
  ['two segments change places', (hints) => segments(hints, ['a:firstNo', 'a:firstNo', 2], ['b:no', '¶b:no', 1])],
  [
    'a segment comes between',
    (hints) => segments(hints, ['a:firstNo', 'a:firstNo', 1], ['b:no', '¶b:no', 3], ['x', 'x', 2]),
  ],
  [
    'the first of another sequence comes between',
    (hints) => segments(hints, ['a:firstNo', 'a:firstNo', 1], ['b:no', '¶b:no', 3], ['x:firstNo', 'x:firstNo', 2]),
  ],
  ['two codes change places within a segment', (hints) => segments(hints, ['a:firstNo b:no', '¶b:no a:firstNo', 1])],
  ['a code comes between within a segment', (hints) => segments(hints, ['a:firstNo b:no x', 'a:firstNo x ¶b:no', 1])],
];

/** Of codes that must not be reordered, where the target has the hints of the source, and where it has none. */
export const sequenceCases: readonly Case[] = [
  ...kinds.flatMap(([what, documentOf]): Case[] => [
    ['xliff/sequence-changed', what, documentOf(true)],
    ['xliff/sequence-changed', `${what}, without hints`, documentOf(false)],
  ]),
];
