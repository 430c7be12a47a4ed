import { type Article, type Segment, type Side, segmentsOf } from '../model/article.js';
import { type Code, type Content, toPlainText } from '../model/content.js';
import type { XliffJs, XliffJsContent, XliffJsNode, XliffJsUnit } from '../model/xliff-js.js';
import { takeExportOptions } from './clients/take-options.js';
import { type Node, nest } from './codes/nesting.js';
import { defaultSrcLang, type ExportOptions } from './export-options.js';
import { skipReason } from './selection.js';

/** How codes are named in a version of XLIFF, and which attributes they have. */
export interface XliffJsDialect {
  readonly text: (text: string) => string;
  readonly placeholder: (code: Code) => XliffJsNode;
  readonly span: (start: Code, end: Code, contents: XliffJsContent) => XliffJsNode;
  readonly half: (code: Code) => XliffJsNode;
}

/** Elements in elements in elements: readers of this form call themselves for each, and run out of stack. */
const deepest = 100;

/**
 * An article in the JavaScript form of the package `xliff`, with a unit for each pair, for programs that work on that.
 *
 * Codes are spans and standalone elements with the ids of the article; their data are not in that form, and are taken
 * from the article again by {@link fromXliffJs}, which undoes this without loss. The order of units is that of the
 * article, the title first; but JavaScript has those before all others whose ids are whole numbers.
 *
 * @throws {RangeError} An option has a value that it does not take.
 * @example
 * const target = '<span data-ttu-id="1a2b3-101">**Hallo**</span>';
 * const source = '<span class="sxs-lookup"><span data-stu-id="1a2b3-101">**Hello**</span></span>';
 * const article = articleOf(parseArticle(target + source, { path: 'a.md' }));
 * article && toXliffJs(article).resources['a.md']?.['1a2b3-101']?.target // [{ Span: { id: '1', type: 'fmt', subType: 'xlf:b', contents: ['Hallo'] } }]
 */
export function toXliffJs(article: Article, given: ExportOptions = {}): XliffJs {
  const options = takeExportOptions(given);
  const units = Array.from(exportedSegments(article, options), (segment): [string, XliffJsUnit] => [
    segment.id,
    {
      source: toJsContent(segment.source, options, version2),
      target: toJsContent(segment.target, options, version2),
    },
  ]);
  return {
    sourceLanguage: options.srcLang ?? defaultSrcLang,
    targetLanguage: options.trgLang ?? article.localization.trgLang ?? 'und',
    resources: { [article.path ?? 'article']: Object.fromEntries(units) },
  };
}

/** The segments of an article that are written, the title first. */
function* exportedSegments(article: Article, { inline }: ExportOptions): Generator<Segment, void, undefined> {
  for (const segment of segmentsOf(article)) if (skipReason(segment, inline) === undefined) yield segment;
}

const version2: XliffJsDialect = {
  text: (text) => text,
  placeholder: ({ id, ...code }) => ({ Standalone: { id, ...typeOf(code) } }),
  span: ({ id, ...code }, _, contents) => ({ Span: { id, ...typeOf(code), contents } }),
  half: ({ kind, id, ...code }) =>
    kind === 'sc' ? { SpanStart: { id, ...typeOf(code) } } : { SpanEnd: { id: `${id}-end`, startRef: id } },
};

function typeOf({ type, subType }: Pick<Code, 'type' | 'subType'>): Record<string, string> {
  return { type, ...(subType === undefined ? {} : { subType }) };
}

/** One side of a segment in a dialect, by the options for inline markup. */
export function toJsContent(
  { text, content }: Pick<Side, 'text' | 'content'>,
  { inline }: ExportOptions,
  dialect: XliffJsDialect,
): readonly XliffJsNode[] {
  if (inline === 'text') return [dialect.text(text)];
  if (inline === 'strip') return [dialect.text(toPlainText(content))];
  return toJsNodes(nest(content), content, dialect, 0);
}

function toJsNodes(nodes: readonly Node[], content: Content, dialect: XliffJsDialect, depth: number): XliffJsNode[] {
  return nodes.flatMap((node): XliffJsNode[] => {
    if (node.kind === 'text') return [dialect.text(node.text)];
    if (node.kind === 'half') return [dialect.half(node.code)];
    if (node.kind === 'ph') return [dialect.placeholder(node)];
    const { start, end, children, from, to } = node;
    if (depth < deepest) return [dialect.span(start, end, toJsNodes(children, content, dialect, depth + 1))];
    return content.slice(from, to + 1).map((inline) => {
      if (inline.kind === 'text') return dialect.text(inline.text);
      return inline.kind === 'ph' ? dialect.placeholder(inline) : dialect.half(inline);
    });
  });
}
