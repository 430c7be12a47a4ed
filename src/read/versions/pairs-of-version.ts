import type { Article, Segment, Side } from '../../model/article.js';
import { type Diagnostic, finding } from '../../model/diagnostics/diagnostic.js';
import { createLineCounter } from '../../model/position.js';
import type { ParseOptions } from '../article.js';
import { syntaxNamed, syntaxOfPath, syntaxOfText, usualSyntax } from '../carriers/choose-syntax.js';
import type { Markup } from '../carriers/markup.js';
import { createFindings } from '../findings/findings.js';
import { mayHoldIllegal } from '../findings/illegal.js';
import { isQuiet, reportContents } from '../findings/of-contents.js';
import { createIds } from '../ids.js';
import { definitionMark, findDefinitions, noDefinitions } from '../inline/definitions.js';
import type { KnownPair, KnownPairs } from '../known-pairs.js';
import { createPairFinder, type Pair, type PairFinder } from '../pairs.js';
import { areWords, skipReason, type UselessPair } from '../segments.js';
import { findTitle } from '../title.js';
import type { Headers } from './headers.js';
import { toPair, type UsualPairs, type VersionBytes } from './usual-pairs.js';

/** What a version says of itself, and its pairs: all that a memory takes of it. */
export interface PairsOfVersion extends Pick<Article, 'frontMatter' | 'localization'> {
  /** In document order. */
  readonly pairs: readonly MetPair[];
  /** The same as of the whole article. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A pair of a version. */
export interface MetPair {
  /** That of its segment in the article. */
  readonly id: string;
  /** Where it starts in the text, and the line there, 1-based. */
  readonly start: number;
  readonly line: number;
  readonly skip: UselessPair | undefined;
  /** Its texts, and what is known of them; contents are there unless they are words, settled, or skipped. */
  readonly known: KnownPair;
}

/** What was read before. */
interface Known {
  readonly knownOf: (markup: Markup) => KnownPairs;
  readonly headers: Headers;
  readonly usual: UsualPairs;
}

/** Reads the front matter of a text and its pairs; `undefined`: it may have characters that XML cannot hold. */
export function readPairs(
  text: string,
  { path, carrier: wanted }: ParseOptions,
  { knownOf, headers }: Known,
): PairsOfVersion | undefined {
  if (mayHoldIllegal(text)) return undefined;
  const carrier =
    wanted === undefined ? syntaxOfText(text, path) : typeof wanted === 'string' ? syntaxNamed(wanted) : wanted;
  const { report, take } = createFindings(text);
  const { frontMatter, localization, findings } = headers.read(carrier, text);
  for (const found of findings) report(found);
  const { textOf, isEscaped } = carrier.open(text, frontMatter?.range.end ?? 0);
  const idOf = createIds(report);
  const definitions = findDefinitions(text);
  const isDefined = (label: string): boolean => definitions.has(label);
  const known = knownOf(carrier.markup);
  const found = collectPairs(createPairFinder(text, report));
  const lineAt = createLineCounter(text);
  const pairs: MetPair[] = [];
  for (const pair of found) {
    const id = idOf(pair);
    const met = known.meet(textOf(pair, pair.source), textOf(pair, pair.target));
    const skip = skipReason(pair, met.source, met.target);
    if (skip !== undefined) {
      report(finding(skip, pair.range, pair.targetId, pair.sourceId));
    } else if (!met.isSettled && !areWords(met.source, met.target, carrier.markup, met)) {
      const contents = known.readContents(met, isDefined);
      if (!isQuiet(contents)) reportContents(pair, contents, { escaped: isEscaped(pair), fromPair: true }, report);
    }
    const { start } = pair.range;
    pairs.push({ id, start, line: lineAt(start), skip, known: met });
  }
  const diagnostics = take();
  return frontMatter === undefined
    ? { localization, pairs, diagnostics }
    : { frontMatter, localization, pairs, diagnostics };
}

/**
 * The same of the bytes of a version in Markdown, of which only what is new is decoded. `undefined`: something in it is not as
 * nearly all versions have it, and its text has to be read.
 */
export function readUsualPairs(
  version: VersionBytes,
  path: string,
  { knownOf, headers, usual }: Known,
): PairsOfVersion | undefined {
  if (syntaxOfPath(path) !== usualSyntax) return undefined;
  const metadata = headers.readBytes(version);
  if (metadata === undefined) return undefined;
  const { markup } = usualSyntax;
  const known = knownOf(markup);
  const found = usual.find(version, known.meet);
  if (found === undefined) return undefined;
  const { bytes, decode } = version;
  let decoded: string | undefined;
  const text = (): string => {
    decoded ??= decode(0, bytes.length);
    return decoded;
  };
  const { report, take } = createFindings(text);
  const { frontMatter, localization, findings } = metadata;
  for (const found of findings) report(found);
  let definitions: ReadonlySet<string> | undefined = bytes.includes(definitionMark) ? undefined : noDefinitions;
  const isDefined = (label: string): boolean => {
    definitions ??= findDefinitions(text());
    return definitions.has(label);
  };
  for (const pair of found) {
    const { known: met } = pair;
    if (met.isSettled || areWords(met.source, met.target, markup, met)) continue;
    const contents = known.readContents(met, isDefined);
    if (!isQuiet(contents)) reportContents(toPair(pair), contents, { escaped: false, fromPair: true }, report);
  }
  const diagnostics = take();
  return frontMatter === undefined
    ? { localization, pairs: found, diagnostics }
    : { frontMatter, localization, pairs: found, diagnostics };
}

/** All of them before the first is read: what is found is counted in this order. */
function collectPairs(finder: PairFinder): Pair[] {
  const pairs: Pair[] = [];
  for (let pair = finder.next(); pair !== undefined; pair = finder.next()) pairs.push(pair);
  return pairs;
}

/** The texts of a version, as the segments of its article have them: those of a recovered title first. */
export function textsOfVersion({ frontMatter, pairs }: PairsOfVersion): readonly SegmentTexts[] {
  const texts = pairs.map(({ known: { source, target } }) => toTexts(source, target));
  const [first] = pairs;
  const title =
    first === undefined
      ? undefined
      : findTitle(frontMatter, { id: first.id, start: first.start, skip: first.skip, target: first.known.target });
  return title === undefined ? texts : [toTexts(first?.known.source ?? '', title.value), ...texts];
}

/** The texts of a segment. */
export interface SegmentTexts extends Pick<Segment, 'kind'> {
  readonly source: Pick<Side, 'text'>;
  readonly target: Pick<Side, 'text'>;
}

function toTexts(source: string, target: string): SegmentTexts {
  return { kind: 'segment', source: { text: source }, target: { text: target } };
}
