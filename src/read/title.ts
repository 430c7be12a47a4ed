import type { FrontMatter, Segment, Unit } from '../model/article.js';
import type { Range } from '../model/position.js';
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
  if (first === undefined) return undefined;
  const { id: ofFirst, range, skip, source, target } = first;
  const title = findTitle(frontMatter, { id: ofFirst, start: range.start, skip, target: target.text });
  if (title === undefined) return undefined;
  const { prefix, value, valueRange } = title;
  const id = freeId(`${prefix}-101`, pairsWith(`${prefix}-101`));
  const segment: Segment = {
    kind: 'segment',
    id,
    range: valueRange,
    source,
    target: { range: valueRange, text: value, content: withRange(target.content, valueRange) },
    recovered: true,
  };
  const note =
    'The title of the article. It has no pair of its own: its source is that of the first pair, which has the same target.';
  return { kind: 'unit', id, block: 'title', parts: [segment], notes: [note] };
}

/** The first pair of an article. */
interface First extends Pick<Segment, 'id'> {
  readonly start: number;
  readonly skip: Segment['skip'] | undefined;
  readonly target: string;
}

/** The title of the front matter, where it is the target of the first pair, and what the ids of the article begin with. */
export function findTitle(
  frontMatter: FrontMatter | undefined,
  { id, start, skip, target }: First,
): { readonly prefix: string; readonly value: string; readonly valueRange: Range } | undefined {
  if (frontMatter === undefined || skip !== undefined) return undefined;
  const title = frontMatter.entries.find(({ key }) => key === 'title');
  if (title === undefined || typeof title.value !== 'string') return undefined;
  const { value, valueRange } = title;
  if (withLineFeeds(value) !== withLineFeeds(target) || start < frontMatter.range.end) return undefined;
  const prefix = /^([0-9a-f]{5})-(?!101$)/.exec(id)?.[1];
  return prefix === undefined ? undefined : { prefix, value, valueRange };
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
