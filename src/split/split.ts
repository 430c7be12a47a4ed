import { type Article, type Segment, segmentsOf } from '../model/article.js';
import { applyEdits, type Edit } from '../model/edits.js';
import { nameOf, type OptionKindsOf, object, requireOptions } from '../model/options.js';
import type { Carrier, CarrierWriting } from '../read/carriers/carrier.js';
import { carrierOf } from '../read/carriers/carriers.js';
import { writeInPlace } from '../read/carriers/markdown/markdown.js';
import { isFlowMapping } from '../read/metadata/front-matter.js';
import { spellLike } from '../read/metadata/yaml-scalar.js';
import { headingAnchors } from './heading-anchors.js';

/** One of the two languages of an article. */
export type ArticleSide = 'source' | 'target';

/** Both of them. */
export const articleSides: readonly ArticleSide[] = ['source', 'target'];

/** What the options of splitting take. */
export const splitOptionKinds: OptionKindsOf<SplitOptions> = { anchors: nameOf(['keep', 'drop']), carrier: object };

/** How an article is split. */
export interface SplitOptions {
  /**
   * The anchors (`<a name="slug"></a>`) that the localization system put before headings, named after their source.
   * Other anchors always stay. Default: `keep` on the target side, `drop` on the source side.
   */
  readonly anchors?: 'keep' | 'drop';
  /**
   * What the article is in, where that is a carrier of your own. Default: the carrier that the article names; where there
   * is none of that name, each pair is replaced by its side as that is spelled.
   */
  readonly carrier?: Carrier;
}

/**
 * The monolingual article in one of the two languages of a side-by-side article.
 *
 * On the target side every pair is replaced by its target, and every other character stays as it is. On the source side
 * every pair is replaced by its source, and what the localization system added is taken away: the six `ms.…` keys of the
 * front matter, or all of it where it has no others, and the anchors of headings. A title that shares the target of the
 * first pair gets its source. What is damaged, and so gave no pair, stays as it is.
 *
 * @throws {RangeError} The side or an option has a value that it does not take.
 * @example
 * const pair = '<span data-ttu-id="1a2b3-102">Eins</span><span class="sxs-lookup"><span data-stu-id="1a2b3-102">One</span></span>';
 * const article = articleOf(parseArticle('---\ntitle: Eins\nms.contentlocale: de-DE\n---\n# <a name="one"></a>' + pair));
 * article && splitArticle(article, 'source') // '---\ntitle: One\n---\n# One'
 * article && splitArticle(article, 'target') // '---\ntitle: Eins\nms.contentlocale: de-DE\n---\n# <a name="one"></a>Eins'
 */
export function splitArticle(article: Article, side: ArticleSide, options: SplitOptions = {}): string {
  requireOptions({ ...options, side }, { ...splitOptionKinds, side: nameOf(articleSides) });
  const { text } = article;
  const carrier: CarrierWriting = options.carrier ?? carrierOf(article) ?? { write: writeInPlace };
  const segments = [...segmentsOf(article)];
  const pairs = segments.filter(({ recovered }) => recovered === undefined);
  const edits: Edit[] = [
    ...carrier.write(
      article,
      pairs.map((pair) => ({ range: pair.range, by: pair[side].range })),
    ),
  ];
  const anchors = options.anchors ?? (side === 'source' ? 'drop' : 'keep');
  if (anchors === 'drop') for (const range of headingAnchors(article, pairs)) edits.push({ range, text: '' });
  if (side === 'source') {
    const title = segments.find(({ recovered }) => recovered !== undefined);
    for (const edit of carrier.withoutLocalization?.(article) ?? []) edits.push(edit);
    if (title !== undefined) edits.push({ range: title.range, text: sourceTitle(text, title) });
  }
  return applyEdits(text, edits);
}

function sourceTitle(text: string, { range, source }: Segment): string {
  return spellLike(text.slice(range.start, range.end), source.text.replace(/\s+/g, ' ').trim(), isFlowMapping(text));
}
