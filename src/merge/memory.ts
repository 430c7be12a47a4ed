import { left, type These } from 'fp-ts/lib/These.js';
import type { Article, Block, Segment, Side } from '../model/article.js';
import { type Content, codesOf } from '../model/content.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Piece, PieceCode } from '../read/edited/document.js';
import { type MemoryEntry, readMemory } from '../read/edited/tmx.js';
import type { XmlElement } from '../read/xml.js';
import { defaultSrcLang } from '../write/exporter.js';
import { exportedPairs } from '../write/tmx.js';
import { createContext } from './context.js';
import { encodeText } from './encode.js';
import { type MergeFinding, mergeFinding, toMergeDiagnostics } from './finding.js';
import { identifyCodes } from './identify.js';
import { withOuterSpace } from './layout.js';
import { finish } from './merge.js';
import type { Merged, MergeInto, MergeOptions } from './merged.js';
import { readRoot } from './open.js';
import { createPlaces } from './place.js';
import type { Replacement } from './replace.js';
import { spellTarget } from './spell-target.js';

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
 * Places of diagnostics are those of the memory. Never throws.
 *
 * @example
 * const target = '<span data-ttu-id="1a2b3-101">**Hallo**</span>';
 * const source = '<span class="sxs-lookup"><span data-stu-id="1a2b3-101">**Hello**</span></span>';
 * const { right: article } = parseArticle(target + source);
 * const memory = exportToString([article], 'tmx', { trgLang: 'de-DE' }).replace('Hallo', 'Guten Tag');
 * mergeTmx(article, memory, { trgLang: 'de-DE' }).right.changes[0].after // '**Guten Tag**'
 */
export function mergeTmx(
  article: Article,
  document: string,
  options: MergeTmxOptions = {},
): These<readonly Diagnostic[], Merged> {
  return openTmx(document, options)(article);
}

/** Reads a memory once, for any number of articles: what {@link mergeTmx} does for one. */
export function openTmx(document: string, options: MergeTmxOptions = {}): MergeInto {
  const refuse = (found: MergeFinding): These<readonly Diagnostic[], Merged> =>
    left(toMergeDiagnostics([found], document));
  const opened = readRoot(document);
  if ('code' in opened) return () => refuse(opened);
  if (opened.local !== 'tmx') return () => refuse(mergeFinding('merge/unreadable', 0, `<${opened.name}> is no TMX`));
  const memories = new Map<string, IndexedMemory>();
  return (article) => {
    const trgLang = options.trgLang ?? article.localization.trgLang;
    if (trgLang === undefined) return refuse(mergeFinding('language/missing', 0));
    const srcLang = options.srcLang ?? defaultSrcLang;
    const memory = memories.get(trgLang) ?? indexMemory(opened, srcLang, trgLang);
    memories.set(trgLang, memory);
    const findings = memory.entries.size > 0 ? [] : [mergeFinding('merge/no-entry', 0, srcLang, trgLang)];
    return mergeMemory(article, memory, options, findings, document);
  };
}

/** The entries of a memory in two languages, by what makes their sources the same. */
interface IndexedMemory {
  readonly entries: ReadonlyMap<string, readonly MemoryEntry[]>;
  readonly hasCodes: boolean;
}

function indexMemory(root: XmlElement, srcLang: string, trgLang: string): IndexedMemory {
  const memory = readMemory(root, srcLang, trgLang);
  const entries = new Map<string, MemoryEntry[]>();
  for (const entry of memory.entries) {
    const key = keyOf(entry.source);
    const known = entries.get(key);
    if (known === undefined) entries.set(key, [entry]);
    else known.push(entry);
  }
  return { entries, hasCodes: memory.hasCodes };
}

function mergeMemory(
  article: Article,
  { entries, hasCodes }: IndexedMemory,
  { inline: asked, force = false }: MergeOptions,
  findings: MergeFinding[],
  document: string,
): These<readonly Diagnostic[], Merged> {
  const blocks = blocksOf(article);
  const pairs = [...exportedPairs(article.units, 'codes')];
  const inline = asked ?? (hasCodes || !isLiteral(pairs, entries) ? 'codes' : 'text');
  const placeOf = createPlaces(article);
  const contextOf = createContext(article, inline);
  const replacements: (Replacement & { readonly offset: number })[] = [];
  let hasMatch = entries.size === 0;
  pairs.forEach((segment, index) => {
    const all = entries.get(keyOfSide(segment.source, inline));
    if (all === undefined) return;
    hasMatch = true;
    const found = all.filter(({ target }) => keyOf(target) !== '');
    const { id } = segment;
    if (found.length === 0) {
      findings.push(mergeFinding('merge/missing-target', all[0]?.offset ?? 0, id));
      return;
    }
    const { best, different } =
      found.length === 1
        ? { best: found, different: 1 }
        : choose(found, contextOf(segment, pairs[index - 1], pairs[index + 1]));
    const current = keyOfSide(segment.target, inline);
    if (best.some(({ target }) => keyOf(target) === current)) return;
    const [entry] = best;
    if (entry === undefined) return;
    const { offset } = entry;
    const key = keyOf(entry.target);
    if (different > 1) findings.push(mergeFinding('merge/several-targets', offset, id, String(different), key));
    // White space at the ends of a text is that of whoever laid out the memory.
    const pieces = withOuterSpace<PieceCode>(identifyCodes(piecesOf(entry, segment), segment), segment.target.content);
    const place = placeOf(segment, blocks.get(id) ?? 'paragraph');
    const spelled = spellTarget({ pieces, segment, place, inline, offset, isMemory: true }, force);
    for (const each of spelled.findings) findings.push({ ...each, proposed: pieces });
    if (spelled.markdown !== undefined) replacements.push({ segment, markdown: spelled.markdown, offset });
  });
  if (!hasMatch) findings.push(mergeFinding('merge/no-match', 0));
  return finish(article, replacements, findings, document);
}

/** The entries with the most in common with a place, the newest first, and how many different targets there are. */
function choose(
  entries: readonly MemoryEntry[],
  score: (entry: MemoryEntry) => number,
): { readonly best: readonly MemoryEntry[]; readonly different: number } {
  let best: MemoryEntry[] = [];
  let most = 0;
  for (const entry of entries) {
    const points = score(entry);
    if (points < most) continue;
    if (points > most) best = [];
    most = points;
    best.push(entry);
  }
  return {
    best: best.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)),
    different: new Set(best.map(({ target }) => keyOf(target))).size,
  };
}

/** Whether the memory has Markdown as literal text: it has no code, and a source of the article that has some. */
function isLiteral(pairs: readonly Segment[], entries: ReadonlyMap<string, unknown>): boolean {
  return pairs.some(
    ({ source }) => keyOfSide(source, 'text') !== keyOfSide(source, 'codes') && entries.has(keyOfSide(source, 'text')),
  );
}

/** A text with the data of its codes, without the white space of XML at its ends: what makes two texts the same. */
function keyOf(pieces: readonly Piece[]): string {
  let key = '';
  for (const piece of pieces) {
    key += typeof piece === 'string' ? encodeText(piece) : `\0${piece.kind} ${encodeText(piece.data ?? '')}\0`;
  }
  return key.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

function keyOfSide({ text, content }: Side, inline: 'codes' | 'text'): string {
  return keyOf(inline === 'text' ? [text] : toPieces(content));
}

function toPieces(content: Content): Piece[] {
  return content.map((inline) => (inline.kind === 'text' ? inline.text : inline));
}

/** The target of an entry with the ids of the segment: the codes of both sources are the same, one after the other. */
function piecesOf({ source, target }: MemoryEntry, segment: Segment): readonly Piece[] {
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
