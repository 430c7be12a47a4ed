import { type Article, type FrontMatter, type Segment, segmentsOf } from '../model/article.js';
import { nameOf, type OptionKinds, requireOptions } from '../model/options.js';
import { isFlowMapping } from '../read/front-matter.js';
import { isLocalizationKey } from '../read/localization.js';
import { applyEdits, type Edit } from './edits.js';
import { headingAnchors } from './heading-anchors.js';
import { spellLike } from './yaml-scalar.js';

/** One of the two languages of an article. */
export type ArticleSide = 'source' | 'target';

/** Both of them. */
export const articleSides: readonly ArticleSide[] = ['source', 'target'];

/** What the options of splitting take. */
export const splitOptionKinds: OptionKinds = { anchors: nameOf(['keep', 'drop']) };

/** How an article is split. */
export interface SplitOptions {
  /**
   * The anchors (`<a name="slug"></a>`) that the localization system put before headings, named after their source.
   * Other anchors always stay. Default: `keep` on the target side, `drop` on the source side.
   */
  readonly anchors?: 'keep' | 'drop';
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
  const { text, frontMatter } = article;
  const segments = [...segmentsOf(article)];
  const pairs = segments.filter(({ recovered }) => recovered === undefined);
  const edits: Edit[] = pairs.map((pair) => ({ range: pair.range, text: rawText(article, pair, side) }));
  const anchors = options.anchors ?? (side === 'source' ? 'drop' : 'keep');
  if (anchors === 'drop') for (const range of headingAnchors(article, pairs)) edits.push({ range, text: '' });
  if (side === 'source') {
    const title = segments.find(({ recovered }) => recovered !== undefined);
    const own = frontMatter === undefined ? withoutMimeKeys(text) : withoutLocalization(text, frontMatter);
    for (const edit of own) edits.push(edit);
    if (title !== undefined) edits.push({ range: title.range, text: sourceTitle(text, title) });
  }
  return applyEdits(text, edits);
}

/** The side as it is spelled, escapes of YAML included. */
function rawText({ text }: Article, pair: Segment, side: ArticleSide): string {
  return text.slice(pair[side].range.start, pair[side].range.end);
}

function sourceTitle(text: string, { range, source }: Segment): string {
  return spellLike(text.slice(range.start, range.end), source.text.replace(/\s+/g, ' ').trim(), isFlowMapping(text));
}

/** Takes the lines of the localization keys away; and the front matter as a whole where nothing else is in it. */
function withoutLocalization(text: string, { range, entries }: FrontMatter): Edit[] {
  const lines = entries.flatMap(({ key, keyRange, valueRange }): Edit[] => {
    const start = lineStart(text, keyRange.start);
    // A key within braces shares its line with others.
    if (!isLocalizationKey(key) || text.slice(start, keyRange.start).trim() !== '') return [];
    return [{ range: { start, end: lineEnd(text, Math.max(keyRange.end, valueRange.end)) }, text: '' }];
  });
  if (lines.length === 0) return [];
  const rest = applyEdits(text.slice(0, range.end), lines).slice(range.start);
  return /^---\s*---\s*$/.test(rest) ? [{ range, text: '' }] : lines;
}

/** A YAML document of DocFX has no front matter: its localization keys stand in its metadata. */
function withoutMimeKeys(text: string): Edit[] {
  if (!/^\ufeff?### YamlMime:/.test(text)) return [];
  // With the further lines of its value, which are indented more.
  const entry = /^([ \t]+)(ms\.[a-z]+):[^\r\n]*(?:\r\n?|\n|$)/gm;
  const further = /([ \t]+)[^\r\n]*(?:\r\n?|\n|$)/y;
  const edits: Edit[] = [];
  for (let match = entry.exec(text); match !== null; match = entry.exec(text)) {
    const [, indent = '', key = ''] = match;
    let end = entry.lastIndex;
    further.lastIndex = end;
    for (let line = further.exec(text); line !== null; line = further.exec(text)) {
      const [, before = ''] = line;
      if (before.length <= indent.length || !before.startsWith(indent)) break;
      end = further.lastIndex;
    }
    if (isLocalizationKey(key)) edits.push({ range: { start: match.index, end }, text: '' });
    entry.lastIndex = end;
  }
  return edits;
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text.charCodeAt(start - 1) !== 0x0a && text.charCodeAt(start - 1) !== 0x0d) start--;
  return start;
}

/** Behind the line end at or behind an offset. */
function lineEnd(text: string, offset: number): number {
  const end = /\r\n?|\n|$/g;
  end.lastIndex = offset;
  const match = end.exec(text);
  return match === null ? text.length : match.index + match[0].length;
}
