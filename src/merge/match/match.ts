import type { Article } from '../../model/article.js';
import { codesOf } from '../../model/content.js';
import type { EditedDocument, EditedFile, EditedUnit } from '../../read/edited/document.js';
import type { InlineMode } from '../../write/export-options.js';
import { type MergeFinding, mergeFinding } from '../finding.js';
import { indexArticle, type KnownUnits } from './known.js';
import { tidy, withoutIndents } from './layout.js';
import { realign } from './realign.js';
import { type Run, runsOf } from './runs.js';
import type { Shape } from './shape.js';
import { isWrittenSegment } from './written.js';

/** A unit that came back, and what of it is in the article. */
export interface MatchedUnit {
  readonly unit: EditedUnit;
  readonly runs: readonly Run[];
  /** The white space of the document is that of a tool that laid it out. */
  readonly isTidied: boolean;
  /** The document has indents between codes that the article has not. */
  readonly isIndented: boolean;
}

/** Which unit is which block or pair, and how inline markup was written. */
export interface Matching {
  readonly inline: InlineMode;
  readonly units: readonly MatchedUnit[];
  /** What of the document is not in the article, or not any more. */
  readonly findings: readonly MergeFinding[];
}

const modes: readonly InlineMode[] = ['codes', 'text', 'strip'];

/**
 * Finds the units of an article in a document. Sources must be those of the article, to the letter; a segment whose
 * source is not is reported and left alone. Nothing matches: the document is refused.
 *
 * `byPath`: only a file with the path of the article is of the article, even if it is the only one.
 */
export function matchDocument(
  document: EditedDocument,
  article: Article,
  asked: InlineMode | undefined,
  byPath = false,
): Matching {
  const known = indexArticle(article);
  const candidates = asked === undefined ? modes : [asked];
  const file = chooseFile(document, article, known, candidates, byPath);
  if (file !== undefined) return matchFile(file, known, candidates);
  const names = document.files.map(({ original }) => original).slice(0, 3);
  return refuse(mergeFinding('merge/other-article', 0, names.length === 0 ? 'it has no <file>' : names.join(', ')));
}

function refuse(finding: MergeFinding): Matching {
  return { inline: 'codes', units: [], findings: [finding] };
}

function matchFile(file: EditedFile, known: KnownUnits, candidates: readonly InlineMode[]): Matching {
  const best = bestReading(file, known, candidates);
  if (best === undefined || file.units.length === 0) {
    return refuse(mergeFinding('merge/other-article', file.offset, `${file.original} has no units`));
  }
  if (best.matched === 0 && !best.isKnown) {
    return refuse(mergeFinding('merge/other-article', file.offset, file.original));
  }
  const { inline, units, findings } = best;
  if (inline !== 'strip') return { inline, units, findings };
  return refuse(mergeFinding('merge/stripped', file.offset, file.original));
}

/** A file read with its inline markup in one of the modes. */
interface Reading extends Matching {
  /** How many segments are in the article. */
  readonly matched: number;
  /** How many of these have markup in their source. */
  readonly marked: number;
  /** Some id is one of the article. */
  readonly isKnown: boolean;
}

function readAs(file: EditedFile, known: KnownUnits, inline: InlineMode): Reading {
  const units: MatchedUnit[] = [];
  const findings: MergeFinding[] = [];
  let matched = 0;
  let marked = 0;
  let isKnown = false;
  for (const unit of file.units) {
    const { found, rest } = matchUnit(unit, known, inline);
    if (found !== undefined) units.push(found);
    for (const { part } of found?.runs.flatMap(({ written }) => written.filter(isWrittenSegment)) ?? []) {
      matched++;
      if (codesOf(part.source.content).length > 0) marked++;
    }
    if (found !== undefined && rest.length === 0) continue;
    if (found === undefined && known.isTitle(unit)) continue;
    const ids = [unit.id, ...rest.map(({ id = unit.id }) => id)];
    const isOfArticle = ids.some((id) => known.blocks.has(id) || known.segments.has(id));
    isKnown ||= isOfArticle;
    if (rest.length === 0 || (found === undefined && !isOfArticle)) {
      findings.push(mergeFinding(isOfArticle ? 'merge/source-differs' : 'merge/unknown-segment', unit.offset, unit.id));
      continue;
    }
    for (const { kind, id = unit.id, offset } of rest) {
      if (kind === 'ignorable') {
        findings.push(mergeFinding('merge/between-changed', offset));
        continue;
      }
      const isThere = known.blocks.has(id) || known.segments.has(id);
      findings.push(mergeFinding(isThere ? 'merge/source-differs' : 'merge/unknown-segment', offset, id));
    }
  }
  return { inline, units, findings, matched, marked, isKnown: isKnown || matched > 0 };
}

/** Where the first mode has all of the file, no other can have more. */
function bestReading(file: EditedFile, known: KnownUnits, candidates: readonly InlineMode[]): Reading | undefined {
  const [first, ...others] = candidates;
  if (first === undefined) return undefined;
  const reading = readAs(file, known, first);
  if (reading.matched > 0 && reading.findings.length === 0 && first !== 'strip') return reading;
  return bestOf([reading, ...others.map((inline) => readAs(file, known, inline))]);
}

/**
 * The first mode with the most segments of the article: where none has markup, all do, and codes are the default of the
 * exporters. A document in which a segment has markup was not exported without.
 */
function bestOf(readings: readonly Reading[]): Reading | undefined {
  const hasMarkup = readings.some(({ inline, marked }) => inline !== 'strip' && marked > 0);
  const candidates = hasMarkup ? readings.filter(({ inline }) => inline !== 'strip') : readings;
  const [first, ...others] = candidates;
  return others.reduce((a, b) => (a !== undefined && b.matched <= a.matched ? a : b), first);
}

/**
 * Of several files the one with the path of the article; else the only one with segments of the article, or the only
 * one of these with nothing else in it.
 */
function chooseFile(
  { files }: EditedDocument,
  { path }: Article,
  known: KnownUnits,
  candidates: readonly InlineMode[],
  byPath: boolean,
): EditedFile | undefined {
  if (files.length <= 1 && !byPath) return files[0];
  const named = files.filter(({ original }) => path !== undefined && isSamePath(original, path));
  if (named.length === 1) return named[0];
  if (named.length === 0 && byPath) return undefined;
  const read: { readonly file: EditedFile; readonly best: Reading }[] = [];
  for (const file of named.length === 0 ? files : named) {
    if (!file.mayMatch) continue;
    const best = bestReading(file, known, candidates);
    if (best !== undefined && best.matched > 0) read.push({ file, best });
  }
  if (read.length === 1) return read[0]?.file;
  const whole = read.filter(({ best }) => best.findings.length === 0);
  return whole.length === 1 ? whole[0]?.file : undefined;
}

/** One may be the end of the other: the command may run in another folder than the export did. */
export function isSamePath(one: string, other: string): boolean {
  const [longer, shorter] = one.length < other.length ? [other, one] : [one, other];
  return shorter !== '' && (longer === shorter || longer.endsWith(`/${shorter.replace(/^(?:\.{1,2}\/)+/, '')}`));
}

const asItIs = (encoded: string): string => encoded;

/** A unit as a whole; else without the layout of a tool, where it may have one; else as far as it is in the article. */
function matchUnit(
  unit: EditedUnit,
  known: KnownUnits,
  inline: InlineMode,
): { readonly found?: MatchedUnit; readonly rest: EditedUnit['parts'] } {
  const shapes = shapesOf(unit.id, known, inline);
  const ways = [asItIs, withoutIndents, ...(unit.mayBeLaidOut ? [tidy] : [])];
  const matched = (runs: readonly Run[], way: (encoded: string) => string): MatchedUnit => ({
    unit,
    runs,
    isTidied: way === tidy,
    isIndented: way === withoutIndents,
  });
  for (const way of ways) {
    for (const shape of shapes) {
      const runs = runsOf(shape, unit, way);
      if (runs !== undefined) return { found: matched(runs, way), rest: [] };
    }
  }
  const [first, ...others] = ways.map((way) => ({ way, ...realign(unit, known, inline, way) }));
  if (first === undefined) return { rest: unit.parts };
  const { way, runs, rest } = others.reduce((a, b) => (b.rest.length < a.rest.length ? b : a), first);
  return runs.length === 0 ? { rest } : { found: matched(runs, way), rest };
}

/** What a unit of that id may be: a block, or a pair. */
function shapesOf(id: string, known: KnownUnits, inline: InlineMode): readonly Shape[] {
  const each = [known.blocks.get(id), known.segments.get(id)].filter((found) => found !== undefined);
  return each.map((found) => known.shapeOf(found, inline));
}
