import type { EditedFile } from '../../read/edited/document.js';

/** The first segment of a file. */
export interface FirstSegment {
  readonly id: string;
  readonly offset: number;
  /** The id is that of a pair (`1a2b3-101`): the file was exported from a side-by-side article. */
  readonly isPair: boolean;
  /** The id is a number (`101`): the file was made of an article in one language. */
  readonly isNumber: boolean;
}

/** What the id of its first segment says of a file; `undefined` where it has none. */
export function firstSegmentOf({ units: [unit] }: EditedFile): FirstSegment | undefined {
  const part = unit?.parts.find(({ kind }) => kind === 'segment');
  if (unit === undefined || part === undefined) return undefined;
  const { id = unit.id, offset } = part;
  const isNumber = /^[0-9]+(?:\.[0-9]+)*$/.test(id) && /^[0-9]+(?:\.[0-9]+)*$/.test(unit.id);
  return { id, offset, isPair: /^[0-9a-f]{5}-p?[0-9]+/.test(id), isNumber };
}
