import type { These } from 'fp-ts/lib/These.js';
import type { Article, Ignorable, Segment, Unit } from '../model/article.js';
import type { Diagnostic, ReadFinding } from '../model/diagnostics/diagnostic.js';
import { type ReadDiagnosticCode, readKinds } from '../model/diagnostics/read-kinds.js';
import { anything, type OptionKindsOf, requireOptions, text as textKind } from '../model/options.js';
import { type BlockOfPairs, groupInParts, type PairsInBlocks } from './blocks/blocks.js';
import type { CarrierReader, CarrierSyntax } from './carriers/carrier.js';
import { type CarrierName, syntaxNamed, syntaxOfText, usualSyntax } from './carriers/choose-syntax.js';
import type { Markup } from './carriers/markup.js';
import { createFindings } from './findings/findings.js';
import { createIllegalCharacters } from './findings/illegal.js';
import type { KnownPairs } from './known-pairs.js';
import { createPairFinder, type Pair, type PairFinder } from './pairs.js';
import { toResult } from './result.js';
import { createSegmentReader } from './segments.js';
import { recoverTitle } from './title.js';

/** What is known of an article besides its text. */
export interface ParseOptions {
  /** The path of the article, which names it in outputs. Default: it has none. */
  readonly path?: string;
  /** What the text is in. Default: what its path says, or the text by how it starts; else Markdown. */
  readonly carrier?: CarrierName | CarrierSyntax;
}

/**
 * Reads a side-by-side article.
 *
 * `Right` where all is well, `Both` where something was odd or damaged and the rest was read, `Left` where the text has
 * spans of pairs, or the start of a front matter, and nothing of it could be read. A text without any pair is a
 * `Right` with no units. Throws by no text: only a `RangeError`, where an option is
 * none that there is, or has a value that it does not take. Takes time linear in the length of the text. Diagnostics are in the order of their offsets.
 *
 * @example
 * const target = '<span data-ttu-id="1a2b3-101">Hallo</span>';
 * const source = '<span class="sxs-lookup"><span data-stu-id="1a2b3-101">Hello</span></span>';
 * const read = parseArticle(target + source);
 * read._tag // 'Right'
 * articleOf(read)?.units.length // 1
 * diagnosticsOf(parseArticle(target))[0]?.code // 'pair/unmatched-target'
 */
export function parseArticle(text: string, options: ParseOptions = {}): These<readonly Diagnostic[], Article> {
  requireOptions(options, parseOptionKinds);
  const { article, diagnostics } = parseWhole(text, options);
  const isNothing = diagnostics.length > 0 && article.units.length === 0 && article.frontMatter === undefined;
  return toResult(diagnostics, isNothing ? undefined : article);
}

/** Whoever chooses the carrier looks at it. */
const parseOptionKinds: OptionKindsOf<ParseOptions> = { path: textKind, carrier: anything };

/** Some of the units of an article. */
export interface ArticlePart {
  /** The article, with all but the units of other parts. */
  readonly article: Article;
  /** What was found so far and not reported with an earlier part, in the order of the offsets. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads an article in parts of some `pairsPerPart` pairs, which end where a block ends; at least one is given.
 *
 * All units of all parts are those of {@link parseArticle}; of an article of millions of pairs, they need not be in
 * memory at once.
 */
export function* parseInParts(
  text: string,
  options: ParseOptions,
  pairsPerPart: number,
): Generator<ArticlePart, void, undefined> {
  const { group, report, read } = createPartReader(text, options, (id) => findPairs(text, id));
  for (const part of groupInParts(createPairFinder(text, report), group, pairsPerPart)) yield read(part);
}

/** Reads all of an article as one part. */
export function parseWhole(text: string, options: ParseOptions): ArticlePart {
  return parseWithKnown(text, options, () => undefined);
}

/** The same, where the contents of some pairs are known from elsewhere: `knownOf` gives those of a markup. */
export function parseWithKnown(
  text: string,
  options: ParseOptions,
  knownOf: (markup: Markup) => KnownPairs | undefined,
): ArticlePart {
  const pairs: Pair[] = [];
  const { group, report, read } = createPartReader(text, options, () => pairs, knownOf);
  collectPairs(createPairFinder(text, report), pairs);
  return read({ pairs, blocks: group(pairs) });
}

/** A function of its own: V8 compiles its loop apart from what follows, which would have it compiled again and again. */
function collectPairs(finder: PairFinder, pairs: Pair[]): void {
  for (let pair = finder.next(); pair !== undefined; pair = finder.next()) pairs.push(pair);
}

/** The pairs of a text that is too long to have them all; none where no id can be in it. */
function* findPairs(text: string, id: string): Generator<Pair, void, undefined> {
  if (!text.includes(id) && !hasIdWithReference(text)) return;
  const finder = createPairFinder(text, () => undefined);
  for (let pair = finder.next(); pair !== undefined; pair = finder.next()) yield pair;
}

/** An id may be spelled with references. */
function hasIdWithReference(text: string): boolean {
  for (const [, reference] of text.matchAll(/data-ttu-id\s*=[^<>&]*(&)?/g)) if (reference !== undefined) return true;
  return false;
}

interface PartReader {
  group(pairs: readonly Pair[]): BlockOfPairs[];
  report(found: ReadFinding): void;
  /** The next part, with what was reported up to here. */
  read(part: PairsInBlocks): ArticlePart;
}

function createPartReader(
  text: string,
  { path, carrier: wanted }: ParseOptions,
  pairsWith: (id: string) => Iterable<Pair>,
  knownOf: (markup: Markup) => KnownPairs | undefined = () => undefined,
): PartReader {
  const carrier =
    wanted === undefined ? syntaxOfText(text, path) : typeof wanted === 'string' ? syntaxNamed(wanted) : wanted;
  const { report, take } = createFindings(text);
  const { frontMatter, localization, findings: headerFindings } = carrier.readMetadata(text);
  for (const found of headerFindings) report(found);
  const headerEnd = frontMatter?.range.end ?? 0;
  const reader = carrier.open(text, headerEnd);
  const readSegment = createSegmentReader(text, reader, carrier.markup, report, knownOf(carrier.markup));
  const illegal = createIllegalCharacters(text, headerEnd, report);
  illegal.reportInHeader();
  const articleWith = (units: readonly Unit[]): Article => {
    // An object that has it with its writing is another one.
    if (carrier.open !== usualSyntax.open) {
      const named = path === undefined ? {} : { path };
      const header = frontMatter === undefined ? {} : { frontMatter };
      const { name, markup } = carrier;
      const written = markup === usualSyntax.markup ? {} : { markup: markup.name };
      return { kind: 'article', ...named, carrier: name, ...written, text, ...header, localization, units };
    }
    // Written out: an object that is spread and then added to has a hidden class of its own, each time.
    if (path === undefined) {
      return frontMatter === undefined
        ? { kind: 'article', text, localization, units }
        : { kind: 'article', text, frontMatter, localization, units };
    }
    return frontMatter === undefined
      ? { kind: 'article', path, text, localization, units }
      : { kind: 'article', path, text, frontMatter, localization, units };
  };
  let first = true;
  return {
    group: reader.group,
    report,
    read({ pairs, blocks }) {
      const segments = pairs.map(readSegment);
      const title = first ? recoverTitle(frontMatter, segments[0], pairsWith) : undefined;
      first = false;
      const units = toUnits(text, reader, segments, blocks);
      illegal.reportIn(units);
      const all = title === undefined ? units : [title, ...units];
      const diagnostics = take();
      if (diagnostics.length === 0) return { article: articleWith(all), diagnostics };
      return { article: articleWith(withNotes(all, diagnostics)), diagnostics };
    },
  };
}

/** Adds to each unit what a translator should know of it. */
function withNotes(units: readonly Unit[], diagnostics: readonly Diagnostic<ReadDiagnosticCode>[]): readonly Unit[] {
  const noteworthy = diagnostics.filter(({ code }) => readKinds[code].forTranslators);
  if (noteworthy.length === 0) return units;
  let next = 0;
  return units.map((unit) => {
    const start = unit.parts[0]?.range.start ?? 0;
    const end = unit.parts.at(-1)?.range.end ?? 0;
    const notes = new Set(unit.notes);
    for (; (noteworthy[next]?.offset ?? end) < end; next++) {
      const { offset, message } = noteworthy[next] ?? { offset: -1, message: '' };
      if (offset >= start) notes.add(message);
    }
    return notes.size === 0 ? unit : { ...unit, notes: [...notes] };
  });
}

function toUnits(
  text: string,
  reader: CarrierReader,
  segments: readonly Segment[],
  blocks: readonly BlockOfPairs[],
): Unit[] {
  return blocks.map(({ block, level, first, last }): Unit => {
    const parts: (Segment | Ignorable)[] = [];
    let end: number | undefined;
    for (let index = first; index <= last; index++) {
      const segment = segments[index];
      if (segment === undefined) break;
      const { range } = segment;
      if (end !== undefined && end < range.start) {
        const between = { start: end, end: range.start };
        const read = reader.textBetween?.(between) ?? text.slice(end, range.start);
        parts.push({ kind: 'ignorable', range: between, text: read });
      }
      parts.push(segment);
      end = range.end;
    }
    const id = segments[first]?.id ?? '';
    return level === undefined ? { kind: 'unit', id, block, parts } : { kind: 'unit', id, block, level, parts };
  });
}
