import type { AnalysisBand } from '../../src/analysis/analysis.js';

/** A segment of a run: its source, the score of its best match in the memories, what it is counted as. */
export type Row = readonly [source: string, score: number | undefined, band: AnalysisBand];

/** Articles of one run, in their order. */
export const table: readonly (readonly [path: string, rows: readonly Row[]])[] = [
  [
    'a.md',
    [
      ['Reset the portal', 101, 'context'],
      ['Select **Reset**.', 100, 'exact'],
      // As often as it stands there: the memory has it.
      ['Select **Reset**.', 100, 'exact'],
      ['Select *Reset*.', 99, 'near'],
      ['Select **Reset** now.', 94, '85'],
      ['Open the first file in the folder of the well-known user.', undefined, 'new'],
      ['Open the first file in the folder of the well-known user.', undefined, 'repetition'],
      // One word of eleven differs; one of eleven is left out; three; four.
      ['Open the second file in the folder of the well-known user.', undefined, 'inner-85'],
      ['Open the file in the folder of the well-known user.', 0, 'inner-85'],
      ['Close the second file on the disk of the well-known user.', 0, 'inner-50'],
      ['open the first file in the folder of the well-known user!', undefined, 'inner-near'],
      ['**Open** the first file in the folder of the well-known user.', undefined, 'inner-near'],
    ],
  ],
  [
    'b.md',
    [
      // Across articles.
      ['Open the first file in the folder of the well-known user.', undefined, 'repetition'],
      // Better in the memories; as good there; better here.
      ['Open the third file in the folder of the well-known user.', 95, 'near'],
      ['Open the fourth file in the folder of the well-known user.', 90, '85'],
      ['Open the fifth file in the folder of the well-known user.', 89, 'inner-85'],
      ['Open the sixth file in a folder of the well-known user.', 75, 'inner-75'],
      // What the memories know is no match among the segments.
      ['Reset the portals', 66, '50'],
      ['Reset all of the old portals', 78, '75'],
      ['Reset all of the new portals at once', 33, 'inner-50'],
      // Ambiguous, and the same again.
      ['Next', 99, 'near'],
      ['Next', 99, 'repetition'],
      // With other codes it is another one.
      ['**Next**', 98, 'inner-near'],
      // A context of its own.
      ['Next', 101, 'context'],
      ['Version 1.2', 49, 'new'],
      ['Version 1.3', 49, 'inner-near'],
      // Without words.
      ['![](a.png)', undefined, 'new'],
      ['![](a.png)', undefined, 'repetition'],
      ['![](b.png)', undefined, 'new'],
      ['…', undefined, 'new'],
      ['', undefined, 'new'],
      ['', undefined, 'new'],
    ],
  ],
  ['c.md', []],
];
