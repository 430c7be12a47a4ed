import type { Segment } from '../../model/article.js';
import { type Content, codesOf } from '../../model/content.js';
import type { Piece } from '../../read/edited/document.js';
import type { InlineMode } from '../../write/export-options.js';
import { encodeText } from '../encode.js';
import { type MergeFinding, mergeFinding } from '../finding.js';
import { type CodeRules, checkCodes, isAllowed } from './check-codes.js';
import { resolveCodes, type Wanted, type WantedCode } from './codes.js';
import { breaksBlock } from './line-breaks.js';
import type { Place } from './place.js';
import { spell } from './spell.js';

/** A target that came back, whatever it came in. */
export interface WantedTarget {
  readonly pieces: readonly Piece[];
  readonly segment: Segment;
  readonly place: Place;
  readonly inline: InlineMode;
  /** Where it stands in the document. */
  readonly offset: number;
  /** What the document says of the codes of the source. Default: nothing. */
  readonly rules?: CodeRules;
  /** It comes from a memory, where it may have codes of its own. */
  readonly isMemory?: boolean;
}

/** A target as Markdown, and what there is to say about it. */
export interface SpelledTarget {
  /** `undefined` where the target is refused. */
  readonly markdown?: string;
  readonly findings: readonly MergeFinding[];
}

/** Spells a target, unless something is wrong with it. `force`: whatever is wrong with it. */
export function spellTarget(target: WantedTarget, force: boolean): SpelledTarget {
  const { segment, place, inline, offset } = target;
  const { id } = segment;
  const given = resolveCodes(target.pieces, segment);
  const faults: MergeFinding[] = [];
  const isEmpty = given.every((piece) => typeof piece === 'string' && piece.trim() === '');
  if (isEmpty) faults.push(mergeFinding('merge/empty-target', offset, id));
  if (place.markup.escape === undefined && breaksBlock(given, place))
    faults.push(mergeFinding('merge/line-break', offset, id));
  if (inline === 'text') {
    const markdown = spellText(given, place);
    const lost = isEmpty ? [] : lostInText(markdown, target);
    return decide(markdown, [...faults, ...lost], force);
  }
  const found = check(target.pieces, target);
  const typed = found.length === 0 ? undefined : readTyped(given, target);
  const codes = typed === undefined ? found : [mergeFinding('merge/typed-code', offset, id)];
  const { markdown, isSound, rewritten } = spell(typed ?? given, place);
  if (!isSound && codes.every(isHarmless)) faults.push(mergeFinding('merge/unwritable-code', offset, id));
  const notes = rewritten > 0 ? [mergeFinding('merge/emphasis-rewritten', offset, id)] : [];
  return decide(markdown, [...faults, ...codes, ...notes], force);
}

function check(pieces: readonly Piece[], { segment, offset, rules, isMemory }: WantedTarget): readonly MergeFinding[] {
  return checkCodes(pieces, segment, offset, rules, isMemory);
}

/**
 * The target where what is missing of its codes was typed as Markdown (`**so**`): as text, it would be read as
 * characters. It counts only where all codes of the segment are there then, and no others.
 */
function readTyped(given: readonly Wanted[], target: WantedTarget): readonly Wanted[] | undefined {
  const { segment, place } = target;
  const markdown = given.map((piece) => (typeof piece === 'string' ? piece : piece.data)).join('');
  if (place.markup.escape !== undefined) return undefined;
  const pieces = piecesOf(place.markup.readContents(place.source, markdown, place).target);
  const isMore = pieces.filter(isCode).length > given.filter(isCode).length;
  if (!isMore || check(pieces, target).length > 0) return undefined;
  const typed = resolveCodes(pieces, segment);
  return typed.every((piece) => typeof piece === 'string' || isMeant(piece, segment)) ? typed : undefined;
}

/** Emphasis may be typed with other markers; any other code has the very data of the article. */
function isMeant({ data, code }: WantedCode, { source, target }: Segment): boolean {
  if (code?.type === 'fmt') return true;
  const same = encodeText(data);
  return [...codesOf(source.content), ...codesOf(target.content)].some((each) => encodeText(each.data) === same);
}

function isCode(piece: Piece | Wanted): boolean {
  return typeof piece !== 'string';
}

function piecesOf(content: Content): Piece[] {
  return content.map((inline) => (inline.kind === 'text' ? inline.text : inline));
}

/** What is only reported, and keeps no target from being written. */
function isHarmless(found: MergeFinding): boolean {
  return isAllowed(found) || found.code === 'merge/typed-code' || found.code === 'merge/emphasis-rewritten';
}

function decide(markdown: string, findings: readonly MergeFinding[], force: boolean): SpelledTarget {
  const faults = findings.filter((found) => !isHarmless(found));
  if (faults.length === 0) return { markdown, findings };
  // Of a target that is not written, only what keeps it from being is worth a line.
  if (!force) return { findings: faults };
  return { markdown, findings: findings.map((found) => (isHarmless(found) ? found : { ...found, forced: true })) };
}

/** Where Markdown is literal text, the translator has spelled it. */
function spellText(wanted: readonly Wanted[], { eol }: Place): string {
  const text = wanted.map((piece) => (typeof piece === 'string' ? piece : piece.data)).join('');
  return text.replace(/\r\n?|\n/g, eol);
}

/**
 * Codes that the Markdown of a translator does not have any more; what he added is his to answer for. One that left half
 * of its markup behind was not deleted.
 */
function lostInText(markdown: string, target: WantedTarget): readonly MergeFinding[] {
  const { source, markup, isDefined } = target.place;
  const pieces = piecesOf(markup.readContents(source, markdown, { isDefined }).target);
  const text = pieces.filter((piece) => typeof piece === 'string').join('\0');
  return check(pieces, target).flatMap((found): MergeFinding[] => {
    if (found.code !== 'merge/lost-code' && found.code !== 'merge/deleted-code') return [];
    return [text.includes(found.data ?? '') ? { ...found, code: 'merge/lost-code' } : found];
  });
}
