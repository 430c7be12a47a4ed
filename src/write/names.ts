import type { Unit } from '../model/article.js';

/** What a block is, for people: `heading 2`. */
export function blockName({ block, level }: Unit): string {
  return level === undefined ? block : `${block} ${level}`;
}
