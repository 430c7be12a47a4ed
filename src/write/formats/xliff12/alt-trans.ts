import type { MatchCandidate, SourceSegment } from '../../../model/source-article.js';
import { attribute, escapeText } from '../../../xml/escapes.js';
import type { InlineMode } from '../../export-options.js';
import { originOf, spellingName, spellingsOf } from '../candidates.js';

/** What the package `xliff` does not write of a segment: the state of its target, and its candidates. */
export interface Leverage {
  /** The values of `state` and `state-qualifier`; not there where the target is from no memory. */
  readonly state: readonly [state: string, qualifier: string] | undefined;
  readonly candidates: readonly MatchCandidate[];
  /** The Markdown of the targets of candidates, where a document says too little of them. */
  readonly spellings: readonly string[] | undefined;
}

/** What a memory has for a segment (XLIFF 1.2, sections 2.3 and 3.2: `state`, `state-qualifier`, `alt-trans`). */
export function leverageOf(segment: SourceSegment): Leverage {
  const { target, score, subState, candidates = [] } = segment;
  const known = { candidates, spellings: spellingsOf(segment, false) };
  if (target === undefined || score === undefined) return { state: undefined, ...known };
  if (subState === 'ms:near' || subState === 'ms:fuzzy') {
    return { state: ['needs-review-translation', 'fuzzy-match'], ...known };
  }
  return { state: ['translated', subState === 'ms:mt' ? 'leveraged-mt' : 'exact-match'], ...known };
}

/**
 * Puts the states of targets, and candidates, into the trans-units that the package wrote. `contents` are the inside of a
 * trans-unit for each of the candidates, in their order.
 */
export function withLeverage(
  file: string,
  leverages: readonly Leverage[],
  contents: readonly string[],
  inline: InlineMode | undefined,
): string {
  const end = '</trans-unit>';
  let next = 0;
  return file
    .split(end)
    .map((part, index) => {
      const leverage = leverages[index];
      if (leverage === undefined) return part;
      const { state, candidates } = leverage;
      const spellings = (inline ?? 'codes') === 'codes' ? leverage.spellings : undefined;
      const stated = state === undefined ? part : part.replace('<target>', () => targetTag(...state));
      let xml = '';
      for (const [place, candidate] of candidates.entries()) {
        xml += writeCandidate(candidate, contents[next++] ?? '', spellings?.[place]);
      }
      return stated + xml;
    })
    .join(end);
}

function targetTag(state: string | undefined, qualifier: string): string {
  return `<target${attribute('state', state)}${attribute('state-qualifier', qualifier)}>`;
}

function writeCandidate(candidate: MatchCandidate, content: string, spelling: string | undefined): string {
  const { score } = candidate;
  const attributes = attribute('match-quality', `${score}%`) + attribute('origin', originOf(candidate));
  const target = targetTag(undefined, qualifierOf(candidate));
  return `<alt-trans${attributes}>${content.replace('<target>', () => target)}${writeSpelling(spelling)}</alt-trans>`;
}

/** A context of a type of our own: 1.2 has no other place that all its clients keep. */
function writeSpelling(spelling: string | undefined): string {
  if (spelling === undefined) return '';
  const context = `<context context-type="x-${spellingName}">${escapeText(spelling)}</context>`;
  return `<context-group purpose="information">${context}</context-group>`;
}

function qualifierOf({ kind, origin }: MatchCandidate): string {
  if (kind === 'near' || kind === 'fuzzy') return 'fuzzy-match';
  return origin?.translationType === 'mt' ? 'mt-suggestion' : 'exact-match';
}
