import type { These } from 'fp-ts/lib/These.js';
import type { Article, Block, Segment } from '../../model/article.js';
import { codesOf } from '../../model/content.js';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { requireOptions } from '../../model/options.js';
import type { LineIndex } from '../../model/position.js';
import { carrierOf } from '../../read/carriers/carriers.js';
import type { Piece, PieceCode } from '../../read/edited/document.js';
import type { TmxEntry } from '../../read/edited/tmx.js';
import { toResult } from '../../read/result.js';
import { defaultSrcLang } from '../../write/export-options.js';
import { type DocumentText, linesOf, textOf } from '../../xml/document-text.js';
import { type MergeFinding, mergeFinding, toMergeDiagnostics, unknownCarrier } from '../finding.js';
import { identifyCodes } from '../match/identify.js';
import { withLeadingTrailingSpace } from '../match/layout.js';
import { type CarriedArticle, finish } from '../merge.js';
import { type Merged, type MergeInto, type MergeOptions, mergeOptionKinds } from '../merged.js';
import { orRefusal } from '../open.js';
import { createPlaces } from '../spell/place.js';
import { type PlacedReplacement, spellChange } from '../spell/spell-change.js';
import { createChoice } from './choice.js';
import { createContext } from './context.js';
import type { MemoryEntry } from './entry.js';
import { keyOfSide } from './key.js';
import { indexedMemory, type MemoryIndex, passMemory } from './memory-index.js';
import { keysOf, type OpenPairs, openPairs, pairsIn, sourceKeysOf } from './open-pairs.js';
import { type EntriesBySource, openMemory } from './opened-memory.js';

/** How a memory is merged. */
export interface MergeTmxOptions extends MergeOptions {
  /** The language of the sources, a BCP 47 tag. Default: `en-US`. */
  readonly srcLang?: string;
  /** The language of the targets, a BCP 47 tag. Default: that of the article. */
  readonly trgLang?: string;
}

/**
 * Replaces the targets of pairs whose source, with its codes, is exactly in a translation memory (TMX 1.4b).
 *
 * White space at the ends does not count, and stays that of the article. Of several targets the one whose context
 * (neighbours, article, id) fits best is taken, then the newest; a target that is among the best ones already stays.
 * A recovered title is no pair, and stays as it is. `Left`: the memory cannot be read, or no target language is known.
 * Places of diagnostics are those of the memory. Throws by no document: only a `RangeError`, where an option has a
 * value that it does not take.
 *
 * @example
 * const target = '<span data-ttu-id="1a2b3-101">**Hallo**</span>';
 * const source = '<span class="sxs-lookup"><span data-stu-id="1a2b3-101">**Hello**</span></span>';
 * const article = articleOf(parseArticle(target + source));
 * const memory = exportToString(article ? [article] : [], 'tmx', { trgLang: 'de-DE' }).replace('Hallo', 'Guten Tag');
 * article && mergedOf(mergeTmx(article, memory, { trgLang: 'de-DE' }))?.changes[0]?.after // '**Guten Tag**'
 */
export function mergeTmx(
  article: Article,
  document: string,
  options: MergeTmxOptions = {},
): These<readonly Diagnostic[], Merged> {
  return openTmx(textOf(document), options, article)(article);
}

/**
 * Reads a memory once, for any number of articles: what {@link mergeTmx} does for one. `only`: an article that it is read
 * for; then nothing need be known of units with other sources. `index`: what is known of it already, or why it is refused.
 */
export function openTmx(
  text: DocumentText,
  options: MergeTmxOptions = {},
  only?: Article,
  index?: MemoryIndex | MergeFinding,
): MergeInto {
  requireOptions(options, mergeOptionKinds);
  const lines = linesOf(text);
  const refuse = (found: MergeFinding): These<readonly Diagnostic[], Merged> =>
    toResult<Diagnostic, Merged>(toMergeDiagnostics([found], lines), undefined);
  const srcLang = options.srcLang ?? defaultSrcLang;
  const passed = index ?? passMemory(text, srcLang, only && sourceKeysOf(only));
  if ('code' in passed) return () => refuse(passed);
  const memory = openMemory(text, srcLang, 'cut' in passed ? passed : indexedMemory(passed));
  const merge: MergeInto = (article) => {
    const trgLang = options.trgLang ?? article.localization.trgLang;
    if (trgLang === undefined) return refuse(mergeFinding('language/missing', 0));
    const carrier = options.carrier ?? carrierOf(article);
    if (carrier === undefined) return refuse(unknownCarrier(article));
    const pairs = pairsIn(article);
    const { open, isOfArticle } = openPairs(article, pairs, memory, trgLang, options.inline);
    if (open.size === 0 && isOfArticle) return finish({ article, carrier }, [], [], lines, options.markHuman === true);
    let entries = memory.entriesFor(keysOf(open), trgLang);
    // Keys say nothing of white space: whether anything of the memory is in the article shows when it is read.
    const isThere = ({ source }: Segment): boolean => entries.has(keyOfSide(source, options.inline ?? 'codes'));
    const some = isOfArticle ? undefined : pairs.find((pair) => !open.has(pair));
    if (some !== undefined && !pairs.some((pair) => open.has(pair) && isThere(pair))) {
      entries = memory.entriesFor(keysOf([...open, some]), trgLang);
      if (!isThere(some)) entries = memory.entriesFor(keysOf(pairs), trgLang);
    }
    const findings = memory.has(trgLang) ? [] : [mergeFinding('merge/no-entry', 0, srcLang, trgLang)];
    const found = {
      entries,
      hasCodes: memory.hasCodes(trgLang),
      isEmpty: !memory.has(trgLang),
      read: (entry: MemoryEntry) => memory.read(entry, trgLang),
    };
    return mergeMemory({ article, carrier }, { pairs, open, isOfArticle }, found, options, findings, lines);
  };
  return (article) => orRefusal(() => merge(article), refuse);
}

/** What a memory has for an article in two languages. */
interface FoundEntries {
  readonly entries: EntriesBySource;
  readonly hasCodes: boolean;
  /** It has nothing in these languages. */
  readonly isEmpty: boolean;
  readonly read: (entry: MemoryEntry) => TmxEntry;
}

function mergeMemory(
  whole: CarriedArticle,
  { pairs, open, isOfArticle }: OpenPairs & { readonly pairs: readonly Segment[] },
  { entries, hasCodes, isEmpty, read }: FoundEntries,
  { inline: asked, force = false, markHuman = false }: MergeOptions,
  findings: MergeFinding[],
  lines: LineIndex,
): These<readonly Diagnostic[], Merged> {
  const { article, carrier } = whole;
  const blocks = blocksOf(article);
  const inline = asked ?? (hasCodes || !isLiteral(pairs, entries) ? 'codes' : 'text');
  const placeOf = createPlaces(article, carrier.markup);
  const choose = createChoice(createContext(article, inline));
  const replacements: PlacedReplacement[] = [];
  let hasMatch = isEmpty || isOfArticle;
  pairs.forEach((segment, index) => {
    if (!open.has(segment) && hasMatch) return;
    const found = entries.get(keyOfSide(segment.source, inline));
    if (found === undefined) return;
    hasMatch = true;
    if (!open.has(segment)) return;
    const { id } = segment;
    const choice = choose(found.filled, segment, pairs[index - 1], pairs[index + 1]);
    if (choice === undefined) {
      findings.push(mergeFinding('merge/missing-target', found.offset, id));
      return;
    }
    if (choice.has(keyOfSide(segment.target, inline))) return;
    const { entry, different } = choice;
    const { offset, key } = entry;
    // White space at the ends of a text is that of whoever laid out the memory.
    const pieces = withLeadingTrailingSpace<PieceCode>(
      identifyCodes(piecesOf(read(entry), segment), segment),
      segment.target.content,
    );
    const place = placeOf(segment, blocks.get(id) ?? 'paragraph');
    const change = spellChange({ pieces, segment, place, inline, offset, isMemory: true }, force);
    if (change === undefined) return;
    if (different > 1) findings.push(mergeFinding('merge/several-targets', offset, id, String(different), key));
    for (const each of change.findings) findings.push(each);
    if (change.replacement !== undefined) replacements.push(change.replacement);
  });
  if (!hasMatch) findings.push(mergeFinding('merge/no-match', 0));
  return finish(whole, replacements, findings, lines, markHuman);
}

/** Whether the memory has Markdown as literal text: it has no code, and a source of the article that has some. */
function isLiteral(pairs: readonly Segment[], entries: ReadonlyMap<string, unknown>): boolean {
  return pairs.some(({ source }) => entries.has(keyOfSide(source, 'text')) && !entries.has(keyOfSide(source, 'codes')));
}

/** The target of an entry with the ids of the segment: the codes of both sources are the same, one after the other. */
function piecesOf({ source, target }: TmxEntry, segment: Segment): readonly Piece[] {
  const codes = codesOf(segment.source.content);
  const ids = new Map<string, string>();
  let next = 0;
  for (const piece of source) {
    if (typeof piece === 'string') continue;
    const own = codes[next++]?.id;
    if (own !== undefined && !piece.id.startsWith('?')) ids.set(`${piece.kind} ${piece.id}`, own);
  }
  return target.map((piece) => {
    if (typeof piece === 'string') return piece;
    return { ...piece, id: ids.get(`${piece.kind} ${piece.id}`) ?? `?${piece.id}` };
  });
}

function blocksOf({ units }: Article): ReadonlyMap<string, Block> {
  return new Map(
    units.flatMap(({ block, parts }) => parts.map((part) => ['id' in part ? part.id : '', block] as const)),
  );
}
