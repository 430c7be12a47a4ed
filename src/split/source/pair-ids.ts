import {
  type SourceArticle,
  type SourceSegment,
  type SourceUnit,
  sourceSegmentsOf,
} from '../../model/source-article.js';

/**
 * The ids that segments have as pairs, as the localization system counts: one number for each sentence, from that of the
 * title on. Sentences that were joined are a paragraph (`p1`): these are counted by themselves, and their sentences are
 * passed over.
 */
export function pairIds(article: SourceArticle, prefix: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const sentences = countSentences(article);
  let number = firstNumber(article);
  let paragraphs = 0;
  for (const { id } of sourceSegmentsOf(article)) {
    const count = sentences.get(id) ?? 1;
    ids.set(id, count > 1 ? `${prefix}-p${++paragraphs}` : `${prefix}-${number}`);
    number += count;
  }
  return ids;
}

/** An article without a title in its front matter has the numbers of those that have one. */
function firstNumber({ units: [first] }: SourceArticle): number {
  const number = Number.parseInt(first?.id ?? '', 10);
  return Number.isNaN(number) ? 101 : number;
}

/** How many texts, as the rules cut them, are in each segment. */
function countSentences({ units }: SourceArticle): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const unit of units) for (const [segment, count] of countIn(unit)) counts.set(segment.id, count);
  return counts;
}

function* countIn({ parts, atoms }: SourceUnit): Generator<readonly [SourceSegment, number], void, undefined> {
  let at = 0;
  for (const part of parts) {
    if (part.kind !== 'segment') continue;
    const { start, end } = part.range;
    let count = 0;
    for (let atom = atoms[at]; atom !== undefined && atom.range.start < end; atom = atoms[++at]) {
      // What stands between two segments is in none.
      if (atom.isEnd && atom.range.end > start) count++;
    }
    yield [part, Math.max(1, count)];
  }
}
