import { type Article, segmentsOf } from '../model/article.js';
import { applyEdits } from '../model/edits.js';
import { parseArticle } from '../read/article.js';
import type { Carrier } from '../read/carriers/carrier.js';

/** Whether somebody looked at all segments of an article. `hasTitle`: a recovered title counts, too. */
export function isAllHuman(article: Article, looked: ReadonlySet<string>, hasTitle: boolean): boolean {
  let count = 0;
  for (const { id, skip, recovered } of segmentsOf(article)) {
    if (skip !== undefined || (recovered && !hasTitle)) continue;
    if (!looked.has(id)) return false;
    count++;
  }
  return count > 0;
}

/**
 * The text of an article that says that humans translated it; `undefined` where it says so already, or has no place for
 * it. Nothing else is read differently.
 */
export function withHumanType(path: string | undefined, text: string, carrier: Carrier): string | undefined {
  const before = read(path, text, carrier);
  const edits = before && carrier.withHumanType?.(before);
  if (before === undefined || edits === undefined || edits.length === 0) return undefined;
  const marked = applyEdits(text, edits);
  const after = read(path, marked, carrier);
  const isSound =
    after?.localization.translationType === 'ht' &&
    shapeOf(after) === shapeOf(before) &&
    keysOf(after) === keysOf(before);
  return isSound ? marked : undefined;
}

function read(path: string | undefined, text: string, carrier: Carrier): Article | undefined {
  const result = parseArticle(text, path === undefined ? { carrier } : { path, carrier });
  return result._tag === 'Left' ? undefined : result.right;
}

function shapeOf(article: Article): string {
  return JSON.stringify(Array.from(segmentsOf(article), ({ id, source, target }) => [id, source.text, target.text]));
}

/** All metadata but for the key that changes. */
function keysOf({ frontMatter, localization: { translationType: _, ...others } }: Article): string {
  const entries = frontMatter?.entries.filter(({ key }) => key !== 'ms.translationtype') ?? [];
  return JSON.stringify([others, entries.map(({ key, value }) => [key, value])]);
}
