import { isLeft } from 'fp-ts/lib/These.js';
import {
  type Article,
  type Content,
  diagnosticsOf,
  type MergeOptions,
  mergedOf,
  mergeXliff,
  parseArticle,
} from '../../src/index.js';

/** So many targets of an article are edited. */
const edits = 10;

/** What is added to the end of a target. */
export interface Edit {
  /** The block and the segment, as the article has them. */
  readonly unit: string;
  readonly segment: string;
  readonly text: string;
}

/**
 * Edits of ten targets, or of all where there are fewer, spread over the article. Only targets that end with a letter or
 * a full stop: what is added is then no part of any markup. `isAble`: which texts may be edited. Default: all.
 */
export function editsOf(article: Article, isAble: (text: string) => boolean = () => true): readonly Edit[] {
  const all = article.units.flatMap(({ id: unit, parts }) =>
    parts.flatMap((part) =>
      part.kind === 'segment' &&
      !part.skip &&
      !part.recovered &&
      /[\p{L}。.:]$/u.test(endOf(part.target.content)) &&
      isAble(part.target.text)
        ? [{ unit, segment: part.id }]
        : [],
    ),
  );
  const step = Math.max(1, all.length / edits);
  const count = Math.min(edits, all.length);
  return Array.from({ length: count }, (_, number) => all[Math.floor(number * step)])
    .filter((each) => each !== undefined)
    .map((each, number) => ({ ...each, text: ` (編集 ${number + 1})` }));
}

function endOf(content: Content): string {
  const last = content.at(-1);
  return last?.kind === 'text' ? last.text : '';
}

/** How a document is merged, and what is compared. */
export interface ReturnOptions extends MergeOptions {
  /** What of an edited target has to be the same. Default: all. */
  readonly sameTexts?: (text: string) => string;
}

/**
 * What is wrong with a document that came back: once it is merged, an edited target is not what it was made, another byte of
 * the article is not what it was, or there is something to report.
 */
export function wrongWith(
  article: Article,
  document: string,
  made: readonly Edit[],
  { sameTexts = (text) => text, ...options }: ReturnOptions = {},
): readonly string[] {
  const merged = mergeXliff(article, document, options);
  const reported = diagnosticsOf(merged).map(({ code, message }) => `${code}: ${message}`);
  const read = parseArticle(mergedOf(merged)?.text ?? '', article.path === undefined ? {} : { path: article.path });
  const given = isLeft(read) ? undefined : read.right;
  if (given === undefined) return [...reported, 'it is no article any more'];
  const texts = new Map(made.map(({ segment, text }) => [segment, text]));
  const before = targetsOf(article, texts);
  const after = targetsOf(given, texts);
  const wrong = before.texts.flatMap(({ id, text }, index) => {
    const wanted = text + (texts.get(id) ?? '');
    const is = after.texts[index]?.text;
    return is !== undefined && sameTexts(is) === sameTexts(wanted)
      ? []
      : [`${id}: ${JSON.stringify(wanted)} became ${JSON.stringify(is)}`];
  });
  return [...reported, ...wrong, ...(before.rest === after.rest ? [] : ['more than edited targets changed'])];
}

/** The edited targets of an article, and its text without them. */
function targetsOf(
  { text, units }: Article,
  edited: ReadonlyMap<string, unknown>,
): { readonly texts: readonly { readonly id: string; readonly text: string }[]; readonly rest: string } {
  const targets = units
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (part.kind === 'segment' && edited.has(part.id) ? [{ id: part.id, ...part.target }] : []))
    .sort((a, b) => a.range.start - b.range.start);
  let rest = '';
  let at = 0;
  for (const { range } of targets) {
    rest += text.slice(at, range.start);
    at = range.end;
  }
  return { texts: targets, rest: rest + text.slice(at) };
}
