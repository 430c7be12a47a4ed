import type { FrontMatter, Segment, Unit } from '../model/article.js';
import { withLineFeeds } from './line-ends.js';
import type { Pair } from './pairs.js';
import { withRange } from './segments.js';

/**
 * The title of the front matter as a unit, where its source can be known.
 *
 * The localization system numbers the title first (`-101`) and leaves its pair out of the file. Where the title equals
 * the target of the first pair, which is the main heading then, it shares the source of that pair, too. `pairsWith` has
 * at least all pairs of the article whose ids start with a text.
 */
export function recoverTitle(
  frontMatter: FrontMatter | undefined,
  first: Segment | undefined,
  pairsWith: (id: string) => Iterable<Pair>,
): Unit | undefined {
  if (frontMatter === undefined || first === undefined || first.skip !== undefined) return undefined;
  const title = frontMatter.entries.find(({ key }) => key === 'title');
  if (
    title === undefined ||
    typeof title.value !== 'string' ||
    withLineFeeds(title.value) !== withLineFeeds(first.target.text) ||
    first.range.start < frontMatter.range.end
  ) {
    return undefined;
  }
  const prefix = /^([0-9a-f]{5})-(?!101$)/.exec(first.id)?.[1];
  if (prefix === undefined) return undefined;
  const id = freeId(`${prefix}-101`, pairsWith(`${prefix}-101`));
  const segment: Segment = {
    kind: 'segment',
    id,
    range: title.valueRange,
    source: first.source,
    target: { range: title.valueRange, text: title.value, content: withRange(first.target.content, title.valueRange) },
    recovered: true,
  };
  const note =
    'The title of the article. It has no pair of its own: its source is that of the first pair, which has the same target.';
  return { kind: 'unit', id, block: 'title', parts: [segment], notes: [note] };
}

/** The id, or another one where a pair has it: that keeps its own. */
function freeId(id: string, pairs: Iterable<Pair>): string {
  // Nearly always there is none, and nothing to be collected.
  const taken = new Set<string>();
  for (const { targetId } of pairs) if (targetId.startsWith(id)) taken.add(targetId);
  let free = id;
  for (let number = 1; taken.has(free); number++) free = number === 1 ? `${id}.title` : `${id}.title${number}`;
  return free;
}
