import type { AnySegment, AnyUnit } from '../model/any-unit.js';

/** What a block is, for people: `heading 2`. */
export function blockName({ block, level }: Pick<AnyUnit<AnySegment>, 'block' | 'level'>): string {
  return level === undefined ? block : `${block} ${level}`;
}
