import type { Article, Block, Ignorable, Segment, Unit } from '../model/article.js';
import type { EditedDocument, EditedFile, EditedUnit } from '../read/edited/document.js';
import type { InlineMode } from '../write/exporter.js';
import { skipReason } from '../write/selection.js';
import { encodePieces, encodeSide, encodeText } from './encode.js';
import { type MergeFinding, mergeFinding } from './finding.js';

/** A part of an article as an exporter wrote it into a unit. */
export interface WrittenPart {
  readonly part: Segment | Ignorable;
  readonly block: Block;
  /** What stands before the ids of its codes. */
  readonly prefix: string;
}

/** A unit that came back, and the parts of the article that its source is. */
export interface MatchedUnit {
  readonly unit: EditedUnit;
  readonly parts: readonly WrittenPart[];
}

/** Which unit is which block or pair, and how inline markup was written; or why the document is refused. */
export interface Matching {
  readonly inline: InlineMode;
  readonly units: readonly MatchedUnit[];
  /** None: all units of the document belong to the article. */
  readonly refusals: readonly MergeFinding[];
}

const modes: readonly InlineMode[] = ['codes', 'text', 'strip'];

/**
 * Finds the units of an article in a document. Sources must be those of the article, to the letter.
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
  if (file === undefined) {
    const names = document.files.map(({ original }) => original).slice(0, 3);
    const refusal = mergeFinding('merge/other-article', 0, names.length === 0 ? 'none' : names.join(', '));
    return { inline: 'codes', units: [], refusals: [refusal] };
  }
  return matchFile(file, known, candidates);
}

function matchFile(file: EditedFile, known: KnownUnits, candidates: readonly InlineMode[]): Matching {
  const unknown = file.units.filter(({ id }) => shapesOf(id, known).length === 0);
  if (unknown.length > 0 && unknown.length === file.units.length) {
    const refusal = mergeFinding('merge/other-article', file.offset, file.original);
    return { inline: 'codes', units: [], refusals: [refusal] };
  }
  const refusals = unknown.map(({ id, offset }) => mergeFinding('merge/unknown-segment', offset, id));
  const units = file.units.filter(({ id }) => shapesOf(id, known).length > 0);
  const readings = candidates.map((inline) => ({ inline, shapes: units.map((unit) => partsOf(unit, known, inline)) }));
  const counted = readings.map((reading) => ({ ...reading, fits: reading.shapes.filter(Boolean).length }));
  // The first mode that fits best: where no unit has markup, all do, and codes are the default of the exporters.
  const best = counted.reduce((a, b) => (b.fits > a.fits ? b : a));
  if (best.inline === 'strip') {
    refusals.push(mergeFinding('merge/stripped', file.offset, file.original));
    return { inline: best.inline, units: [], refusals };
  }
  const matched: MatchedUnit[] = [];
  units.forEach((unit, index) => {
    const parts = best.shapes[index];
    if (parts === undefined) refusals.push(mergeFinding('merge/source-differs', unit.offset, unit.id));
    else matched.push({ unit, parts });
  });
  return { inline: best.inline, units: matched, refusals };
}

/** Of several files the one with the path of the article; else the only one whose sources are all in the article. */
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
  const fitting = (named.length === 0 ? files : named).filter(
    ({ units }) =>
      units.length > 0 &&
      candidates.some((inline) => units.every((unit) => partsOf(unit, known, inline) !== undefined)),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** One may be the end of the other: the command may run in another folder than the export did. */
function isSamePath(one: string, other: string): boolean {
  const [longer, shorter] = one.length < other.length ? [other, one] : [one, other];
  return shorter !== '' && (longer === shorter || longer.endsWith(`/${shorter.replace(/^(?:\.{1,2}\/)+/, '')}`));
}

interface KnownUnits {
  readonly blocks: ReadonlyMap<string, Unit>;
  readonly segments: ReadonlyMap<string, { readonly segment: Segment; readonly block: Block }>;
}

function indexArticle({ units }: Article): KnownUnits {
  const segments = new Map<string, { segment: Segment; block: Block }>();
  for (const { block, parts } of units) {
    for (const part of parts) if (part.kind === 'segment') segments.set(part.id, { segment: part, block });
  }
  return { blocks: new Map(units.map((unit) => [unit.id, unit])), segments };
}

type Shape = (inline: InlineMode) => readonly WrittenPart[];

/** What a unit of that id may be: a block, or a pair. */
function shapesOf(id: string, { blocks, segments }: KnownUnits): Shape[] {
  const unit = blocks.get(id);
  const pair = segments.get(id);
  const shapes: Shape[] = [];
  if (unit !== undefined) shapes.push((inline) => blockParts(unit, inline));
  if (pair !== undefined) shapes.push(() => [{ part: pair.segment, block: pair.block, prefix: '' }]);
  return shapes;
}

/** The parts that are written of a block; codes of the second segment on have its number before their ids. */
function blockParts({ parts, block }: Unit, inline: InlineMode): WrittenPart[] {
  let segments = 0;
  return parts
    .filter((part) => part.kind === 'ignorable' || skipReason(part, inline) === undefined)
    .map((part) => {
      const number = part.kind === 'segment' ? ++segments : 0;
      return { part, block, prefix: number > 1 ? `${number}-` : '' };
    });
}

/** The parts whose source is that of the unit, if there are any. */
function partsOf(unit: EditedUnit, known: KnownUnits, inline: InlineMode): readonly WrittenPart[] | undefined {
  const came = unit.parts.map(({ source }) => encodePieces(source)).join('');
  return shapesOf(unit.id, known)
    .map((shape) => shape(inline))
    .find((parts) => parts.map((part) => encodePart(part, 'source', inline)).join('') === came);
}

/** A side of a part as it was written. An ignorable is the same on both sides. */
export function encodePart({ part, prefix }: WrittenPart, side: 'source' | 'target', inline: InlineMode): string {
  return part.kind === 'ignorable' ? encodeText(part.text) : encodeSide(part[side], inline, prefix);
}
