import type { Article, Segment, Side } from '../../model/article.js';
import { type Diagnostic, finding } from '../../model/diagnostics/diagnostic.js';
import type { ParseOptions } from '../article.js';
import { syntaxNamed, syntaxOfText } from '../carriers/choose-syntax.js';
import type { Markup } from '../carriers/markup.js';
import { createFindings } from '../findings/findings.js';
import { mayHoldIllegal } from '../findings/illegal.js';
import { isQuiet, reportContents } from '../findings/of-contents.js';
import { createIds } from '../ids.js';
import { findDefinitions } from '../inline/definitions.js';
import type { KnownPair, KnownPairs } from '../known-pairs.js';
import { createPairFinder, type Pair, type PairFinder } from '../pairs.js';
import { areWords, skipReason, type UselessPair } from '../segments.js';
import { findTitle } from '../title.js';
import type { Headers } from './headers.js';

/** What a version says of itself, and its pairs: all that a memory takes of it. */
export interface PairsOfVersion extends Pick<Article, 'text' | 'frontMatter' | 'localization'> {
  /** In document order. */
  readonly pairs: readonly MetPair[];
  /** The same as of the whole article. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A pair of a version. */
export interface MetPair {
  /** That of its segment in the article. */
  readonly id: string;
  /** Where it starts in the text. */
  readonly start: number;
  readonly skip: UselessPair | undefined;
  /** Its texts, and what is known of them; contents are there unless they are words, settled, or skipped. */
  readonly known: KnownPair;
}

/** What was read before. */
interface Known {
  readonly knownOf: (markup: Markup) => KnownPairs;
  readonly headers: Headers;
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
    pairs.push({ id, start: pair.range.start, skip, known: met });
  }
  const diagnostics = take();
  return frontMatter === undefined
    ? { text, localization, pairs, diagnostics }
    : { text, frontMatter, localization, pairs, diagnostics };
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
