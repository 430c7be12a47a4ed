import type { Article, TranslationType, Value } from '../model/article.js';
import { dayOf } from './facts.js';
import type { MemoryOptions } from './options.js';

/** Why an article, or a unit of a memory, is none of a memory: the name of the option. */
export type FilterReason = 'only' | 'since' | 'where';

/** What is asked of an article, or of what a memory says of one. */
export interface Filtered {
  readonly type: TranslationType | undefined;
  /** The last hand-off, YYYYMMDD; 0: not known. */
  readonly last: number;
  /** The values of a key of the front matter, as far as they are known. */
  readonly valuesOf: (key: string) => readonly string[];
}

/** Says why something is left out; `undefined` where it is not. What is not known is not what was asked for. */
export function createFilter({ only, since, where = [] }: MemoryOptions): (of: Filtered) => FilterReason | undefined {
  const day = dayOf(since);
  const wanted = where.map((each) => {
    const sign = each.indexOf('=');
    return { key: each.slice(0, sign), value: each.slice(sign + 1) };
  });
  return ({ type, last, valuesOf }) => {
    if (only !== undefined && only !== (type ?? 'unknown')) return 'only';
    if (last < day) return 'since';
    return wanted.every(({ key, value }) => valuesOf(key).includes(value)) ? undefined : 'where';
  };
}

/** The texts of a key of the front matter: one, or those of a list. */
export function valuesOf({ frontMatter }: Pick<Article, 'frontMatter'>, key: string): readonly string[] {
  return (frontMatter?.entries ?? []).filter((entry) => entry.key === key).flatMap(({ value }) => textsOf(value));
}

function textsOf(value: Value): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
