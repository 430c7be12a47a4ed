import type { Content } from '../model/content.js';
import { anything, type OptionKindsOf, requireOptions } from '../model/options.js';
import { type Alignment, alignUnits, isAlike, matchUnits } from './align/align.js';
import { assemble, order } from './inline/assemble.js';
import { findMarks, tooManyMarks } from './inline/inline.js';
import type { Mark } from './inline/marks.js';
import { type ReferenceRules, referenceKinds } from './inline/scanner.js';
import { textPiece } from './inline/text.js';
import { recoverMarks } from './recover/recover.js';
import { countFaults, createSide, type Parsed, type Side } from './recover/side.js';

export interface ContentsOptions extends ReferenceRules {
  /** Where the source begins in its article. Default: 0. */
  readonly sourceOffset?: number | undefined;
  /** Where the target begins in its article. Default: 0. */
  readonly targetOffset?: number | undefined;
}

/** Both sides of a pair: aligned, and each damage read as the other side shows that it was meant. */
export interface Contents extends Alignment {
  /** How many codes of both sides were recovered; each of them says so itself. */
  readonly recovered: number;
  /** A side has so many codes that it was read as text. */
  readonly tooMany?: true;
}

const NOTHING_UNMATCHED: Alignment['unmatched'] = { source: [], target: [] };

/**
 * Reads the two sides of a pair together: {@link parseInline} for each, `alignContents` for both, and where codes have
 * no partner, markup that was damaged on one side and is whole on the other becomes the code that it was
 * (`\\*\\*X\\*\\*` where the other side has bold). Such codes are marked as recovered, and their data are the very bytes.
 *
 * @example
 * const { target, recovered } = readContents('Click **Next**.', '* *Weiter* * anklicken.');
 * codesOf(target).map(({ id, data }) => `${id} ${data}`) // ['1 * *', '1 * *']
 * recovered // 2
 */
export function readContents(source: string, target: string, options: ContentsOptions = {}): Contents {
  requireOptions(options, contentsOptionKinds);
  return contentsOf(source, target, options);
}

const contentsOptionKinds: OptionKindsOf<ContentsOptions> = {
  ...referenceKinds,
  sourceOffset: anything,
  targetOffset: anything,
};

/** The same for callers with other things in what they give. */
export function contentsOf(source: string, target: string, options: ContentsOptions): Contents {
  const sourceMarks = findMarks(source, options);
  const targetMarks = findMarks(target, options);
  if (sourceMarks === undefined && targetMarks === undefined) {
    // Most pairs are words and nothing else.
    return { source: words(source), target: words(target), unmatched: NOTHING_UNMATCHED, recovered: 0 };
  }
  const tooMany = sourceMarks === tooManyMarks || targetMarks === tooManyMarks;
  const contents = readSides(source, target, options, sourceMarks, targetMarks);
  return tooMany ? { ...contents, tooMany } : contents;
}

function readSides(
  source: string,
  target: string,
  { sourceOffset = 0, targetOffset = 0 }: ContentsOptions,
  sourceMarks: Mark[] | undefined,
  targetMarks: Mark[] | undefined,
): Contents {
  const left = toParsed(source, sourceOffset, sourceMarks);
  const right = toParsed(target, targetOffset, targetMarks);
  if (isAlike(left.content, right.content)) {
    return { source: left.content, target: right.content, unmatched: NOTHING_UNMATCHED, recovered: 0 };
  }
  let sides = match(left, right);
  if (countFaults(...sides) > 0) sides = better(sides, recoverMarks(sides[1], sides[0]), 1);
  if (countFaults(...sides) > 0) sides = better(sides, recoverMarks(sides[0], sides[1]), 0);
  const [{ content, units }, other] = sides;
  const aligned = alignUnits(content, other.content, units, other.units);
  const recovered = countRecovered(content) + countRecovered(other.content);
  return { source: aligned.source, target: aligned.target, unmatched: aligned.unmatched, recovered };
}

type Sides = readonly [source: Side, target: Side];

function match(left: Parsed, right: Parsed): Sides {
  const sides: Sides = [createSide(left), createSide(right)];
  matchUnits(sides[0].units, sides[1].units);
  return sides;
}

/** The sides with other marks on one of them, if then fewer codes are without a partner. */
function better(sides: Sides, marks: Mark[] | undefined, damaged: 0 | 1): Sides {
  if (marks === undefined) return sides;
  const { markdown, offset } = sides[damaged];
  order(marks);
  const changed: Parsed = { markdown, offset, marks, content: assemble(markdown, marks, offset) };
  const tried = damaged === 0 ? match(changed, sides[1]) : match(sides[0], changed);
  // What was found of a code twice (`<b>` and `**`) has one partner only, and the other would be invented.
  const isInvented = tried.some(({ units }) =>
    units.some(({ partner, codes }) => partner === undefined && codes.some(({ recovered }) => recovered)),
  );
  return !isInvented && countFaults(...tried) < countFaults(...sides) ? tried : sides;
}

function toParsed(markdown: string, offset: number, marks: Mark[] = []): Parsed {
  return { markdown, offset, marks, content: assemble(markdown, marks, offset) };
}

/** The content of a side in which nothing could begin a code, a backslash included. */
function words(markdown: string): Content {
  if (markdown === '') return [];
  return [markdown.includes('&') ? textPiece(markdown) : { kind: 'text', text: markdown }];
}

function countRecovered(content: Content): number {
  let count = 0;
  for (const inline of content) if (inline.kind !== 'text' && inline.recovered) count++;
  return count;
}
