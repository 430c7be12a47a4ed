import type { Article, Segment, Side } from '../../model/article.js';
import { sourceKeyOf, targetKeyOf } from '../../read/edited/source-key.js';
import { unitKeyOf } from '../../read/edited/tmx/unit-keys.js';
import { exportedPairs } from '../../write/formats/tmx.js';
import { dropIllegal } from '../../xml/escapes.js';
import type { MergeOptions } from '../merged.js';
import { keyOfSide } from './key.js';
import type { OpenedMemory } from './opened-memory.js';

/** The pairs of an article whose targets a memory may change. */
export interface OpenPairs {
  readonly open: ReadonlySet<Segment>;
  /** The memory has another pair to the letter as it is in this article. */
  readonly isOfArticle: boolean;
}

/**
 * The pairs whose targets may change. Others stay as they are, and their entries need not be read: those that the memory
 * has to the letter as they are in this article, and those of a source for which all entries have the target of the article.
 * In which form markup is has to be known.
 */
export function openPairs(
  { path }: Article,
  pairs: readonly Segment[],
  memory: OpenedMemory,
  trgLang: string,
  asked: MergeOptions['inline'],
): OpenPairs {
  const inline = asked ?? (memory.hasCodes(trgLang) ? 'codes' : undefined);
  if (inline === undefined) return { open: new Set(pairs), isOfArticle: false };
  const language = trgLang.toLowerCase();
  let isOfArticle = false;
  const open = pairs.filter(({ id, source, target }) => {
    const ofTarget = keyOfSide(target, inline);
    const ofSource = keyOfSide(source, inline);
    // Written out: an object that is spread has a hidden class of its own, and this is one for each pair.
    const unit = { article: path ?? '', pair: id, language, source: ofSource, target: ofTarget };
    if (path !== undefined && memory.hasUnit(unitKeyOf(unit))) {
      isOfArticle = true;
      return false;
    }
    const only = memory.onlyTarget(sourceKeyOf(textsOf(source, inline)), trgLang);
    return only === undefined || only !== targetKeyOf(ofTarget);
  });
  return { open: new Set(open), isOfArticle };
}

/** The texts of a side as a document can hold them. */
function textsOf({ text, content }: Side, inline: 'codes' | 'text'): readonly string[] {
  if (inline === 'text') return [dropIllegal(text)];
  return content.map((piece) => dropIllegal(piece.kind === 'text' ? piece.text : piece.data));
}

export function pairsIn(article: Article): readonly Segment[] {
  return [...exportedPairs(article.units, 'codes')];
}

/** The keys that sources of an article may have in a memory, in either form of markup. */
export function sourceKeysOf(article: Article): ReadonlySet<number> {
  return keysOf(pairsIn(article));
}

export function keysOf(pairs: Iterable<Segment>): ReadonlySet<number> {
  const keys = new Set<number>();
  for (const { source } of pairs) {
    keys.add(sourceKeyOf(textsOf(source, 'text')));
    keys.add(sourceKeyOf(textsOf(source, 'codes')));
  }
  return keys;
}
