import type { These } from 'fp-ts/lib/These.js';
import type { FrontMatter } from '../../model/article.js';
import { type Diagnostic, type Finding, finding, toDiagnostic } from '../../model/diagnostics/diagnostic.js';
import { type ReadDiagnosticCode, readKinds } from '../../model/diagnostics/read-kinds.js';
import { type SourceDiagnosticCode, sourceKinds } from '../../model/diagnostics/source-kinds.js';
import { deepestContainers, mostConstructs, mostOfAKind } from '../../model/limits.js';
import { anything, type OptionKindsOf, requireOptions, text as textKind } from '../../model/options.js';
import { createLineIndex } from '../../model/position.js';
import type { SourceArticle } from '../../model/source-article.js';
import { createIllegalCharacters } from '../findings/illegal.js';
import { findDefinitions } from '../inline/definitions.js';
import { readFrontMatter } from '../metadata/front-matter.js';
import { createPairFinder } from '../pairs.js';
import { rightOf, toResult } from '../result.js';
import { atomsOf, BlockText, countedIn, usualParts } from './block-text.js';
import { BlockReader } from './blocks/block-reader.js';
import { englishSentences, type SentenceRules } from './cut/sentences.js';
import { headerUnits } from './header.js';
import { numberUnits, type UnitDraft } from './units.js';

/** What is known of an English article besides its text, and how it is cut. */
export interface SourceOptions {
  /** The path of the article, which names it in outputs. Default: it has none. */
  readonly path?: string;
  /** Where sentences end. Default: by rules for English, learned from how side-by-side articles were cut. */
  readonly sentences?: SentenceRules;
}

/** The codes of what reading an article to be translated reports. */
export type SourceFindingCode = ReadDiagnosticCode | SourceDiagnosticCode;

/**
 * Reads an article that is to be translated: Markdown with a front matter, in one language.
 *
 * `Right` where all is well, `Both` where something was odd and the rest was read, `Left` where the article is
 * side-by-side already. The text outside of its segments, and the order of these, is what the article is made of again
 * (`translateSource`). Code, comments, addresses and marks of DocFX are no text to translate; of the front matter, the
 * title and the description are. Throws by no text: only a `RangeError`, where an option is none that there is, or has a
 * value that it does not take. Takes time linear in the length of the text.
 *
 * @example
 * const article = sourceArticleOf(readSource('# Reset\n\nSelect **Reset**. Then wait.'));
 * article && Array.from(sourceSegmentsOf(article), ({ id, source }) => `${id} ${source.text}`) // ['101 Reset', '102 Select **Reset**.', '103 Then wait.']
 */
export function readSource(text: string, options: SourceOptions = {}): These<readonly Diagnostic[], SourceArticle> {
  requireOptions(options, sourceOptionKinds);
  const { path, sentences = englishSentences } = options;
  const findings = createFindings(text);
  const pair = createPairFinder(text, () => undefined).next();
  if (pair !== undefined) {
    findings.report(finding('source/side-by-side', pair.range, pair.targetId));
    return toResult<Diagnostic, SourceArticle>(findings.diagnostics(), undefined);
  }
  const { frontMatter, findings: ofHeader } = readFrontMatter(text);
  for (const found of ofHeader) findings.report(found);
  const headerEnd = frontMatter?.range.end ?? 0;
  const illegal = createIllegalCharacters(text, headerEnd, findings.report);
  illegal.reportInHeader();
  const units = numberUnits(text, draftsOf(text, frontMatter, sentences, findings.report));
  illegal.reportIn(units);
  const named = path === undefined ? {} : { path };
  const header = frontMatter === undefined ? {} : { frontMatter };
  return toResult(findings.diagnostics(), { kind: 'source-article', ...named, text, ...header, units });
}

/**
 * The blocks of an article; what is odd in them is reported. At the top level: a generator within a function has a hidden
 * class for each call.
 */
function* draftsOf(
  text: string,
  frontMatter: FrontMatter | undefined,
  sentences: SentenceRules,
  report: (found: Finding<SourceFindingCode>) => void,
): Generator<UnitDraft, void, undefined> {
  const definitions = findDefinitions(text);
  const isDefined = (label: string): boolean => definitions.has(label);
  yield* headerUnits(text, frontMatter, isDefined, sentences);
  const reader = new BlockReader(text);
  const headerEnd = frontMatter?.range.end ?? 0;
  for (const { block, level, lines } of reader.read(headerEnd)) {
    const read = new BlockText(text, lines, isDefined, sentences);
    const start = lines[0]?.start ?? headerEnd;
    if (read.isTooMany) {
      report(finding('source/too-many-codes', { start, end: lines.at(-1)?.end ?? start }, String(mostConstructs)));
    }
    const sources = usualParts(read).map((part) => read.sideOf(part));
    const usual = countedIn(text, lines, isDefined, sentences);
    // By other rules it may have none, and counts still.
    if (sources.length === 0 && usual === undefined) continue;
    yield { block, level, lines, atoms: atomsOf(read), sources, usual };
  }
  if (reader.tooDeep !== undefined) report(finding('source/too-deep', reader.tooDeep, String(deepestContainers)));
}

const sourceOptionKinds: OptionKindsOf<SourceOptions> = { path: textKind, sentences: anything };

/** The article of what `readSource` gave; `undefined` where nothing could be read. */
export function sourceArticleOf(result: These<unknown, SourceArticle>): SourceArticle | undefined {
  return rightOf(result);
}

/** Collects what is odd: so many of a kind at most. */
function createFindings(text: string): {
  report(found: Finding<SourceFindingCode>): void;
  diagnostics(): Diagnostic[];
} {
  const findings: Finding<SourceFindingCode>[] = [];
  const counts = new Map<SourceFindingCode, number>();
  return {
    report(found) {
      const { code } = found;
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      if (count <= mostOfAKind) findings.push(found);
      else if (count === mostOfAKind + 1) {
        findings.push(finding('input/more-findings', found, code, String(mostOfAKind)));
      }
    },
    diagnostics() {
      if (findings.length === 0) return [];
      const lines = createLineIndex(text);
      const kinds = { ...readKinds, ...sourceKinds };
      return findings.sort((a, b) => a.start - b.start).map((found) => toDiagnostic(found, lines, kinds));
    },
  };
}
