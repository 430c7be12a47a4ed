import { type Code, type Content, codesOf, type Inline, toMarkdown } from '../../model/content.js';
import type { MatchCandidate, SourceSegment } from '../../model/source-article.js';

/** Penalties that are not of the source. */
const notOfSource: ReadonlySet<string> = new Set(['mt', 'memory', 'ambiguous']);

/** How like the segment the source of a candidate is, 0 to 100: its score without what was taken off for other reasons. */
export function similarityOf({ score, base, penalties = [] }: MatchCandidate): number {
  const off = penalties.reduce((sum, { name, points }) => sum + (notOfSource.has(name) ? 0 : points), 0);
  return Math.max(Math.min((base ?? score) - off, 100), 0);
}

/** Where a candidate comes from, in words: its memory, the article, the id in it. */
export function originOf({ origin }: MatchCandidate): string | undefined {
  const words = [origin?.memory, origin?.path, origin?.id].filter((word) => word !== undefined && word !== '');
  return words.length === 0 ? undefined : words.join(' ');
}

/** How the Markdown of a candidate is named in documents. */
export const spellingName = 'spelling';

/** Characters that are escaped in some places, and starts of blocks. */
const mayBeEscaped = /[\\`*_~[\]|$@]|<(?=[A-Za-z/!?])|^[ \t>]*(?:[-+#=:]|[0-9]+[.)])/;

/** White space that no target of a document is taken to have. */
const isLaidOut = /^[ \t]|[ \t]$|[\r\n]/;

/**
 * The Markdown of the targets of candidates; none where a document says enough of all of them for the article to get one
 * back as it stands. It says too little of escapes and character references, characters that may be markup, white space at
 * the ends, markup that was read as what it was meant to be, markers of emphasis that CommonMark does not see, codes that
 * the source, or that of the segment where it is filled, does not have (one of the same id may be another kind of code), and
 * codes of a segment that its target does not have. All have theirs where one needs it: two may be the same but for that. `hasData`: the document has the data of codes;
 * without, codes with other data than those of the source are among it.
 */
export function spellingsOf({ source, target, candidates = [] }: Leveraged, hasData: boolean): Spellings {
  const own = target === undefined ? undefined : codesByName(source.content);
  const isWhole = own === undefined || target === undefined || hasSame(own, source.content, target.content, hasData);
  const isFilled = ({ text }: MatchCandidate['target']): boolean => text === target?.text;
  // What a target has in common with the source of the segment is spelled as there, too.
  const isSpelled = hasSpelled(source.content);
  const isEnough = (candidate: MatchCandidate): boolean =>
    !isSpelled && isSaid(candidate, own, hasData) && (isWhole || !isFilled(candidate.target));
  if (candidates.every(isEnough)) return undefined;
  return candidates.map((candidate) => candidate.target.text);
}

/** A segment with candidates. */
export type Leveraged = Pick<SourceSegment, 'source' | 'target' | 'candidates'>;

type Spellings = readonly string[] | undefined;

/** Codes by kind and id. */
type NamedCodes = ReadonlyMap<string, Code>;

function codesByName(content: Content): NamedCodes {
  return new Map(codesOf(content).map((code) => [nameOf(code), code]));
}

function nameOf({ kind, id }: Code): string {
  return `${kind} ${id}`;
}

/** Whether all codes of a content are among others, as the same kind of code. */
function hasCodes(codes: NamedCodes, content: Content, hasData: boolean): boolean {
  return codesOf(content).every((code) => hasCode(codes, code, hasData));
}

/** Whether a target has all codes of its source, and no others. */
function hasSame(own: NamedCodes, source: Content, target: Content, hasData: boolean): boolean {
  return hasCodes(own, target, hasData) && hasCodes(codesByName(target), source, true);
}

function hasCode(codes: NamedCodes, code: Code, hasData: boolean): boolean {
  const other = codes.get(nameOf(code));
  if (other === undefined || other.type !== code.type || other.subType !== code.subType) return false;
  return hasData || other.data === code.data;
}

/** `own`: the codes of the segment, where its target may be this one. */
function isSaid({ source, target }: MatchCandidate, own: NamedCodes | undefined, hasData: boolean): boolean {
  const { text, content } = target;
  const known = codesByName(source.content);
  const isKnown = (code: Code): boolean =>
    hasCode(known, code, hasData) && (own === undefined || hasCode(own, code, hasData));
  const isPlain = content.every((inline, index) => {
    if (inline.kind === 'text') return inline.markdown === undefined && !mayBeEscaped.test(inline.text);
    return inline.recovered !== true && !isGlued(inline, content[index + 1]) && isKnown(inline);
  });
  // What a target has in common with its source may be spelled as there.
  return (
    isPlain &&
    !hasSpelled(source.content) &&
    !isLaidOut.test(text) &&
    toMarkdown(content) === text &&
    isSeen(content, text)
  );
}

/** Whether a text is spelled with escapes or character references. */
function hasSpelled(content: Content): boolean {
  return content.some((inline) => inline.kind === 'text' && inline.markdown !== undefined);
}

const marker = /^[*_~]+$/;
/** Not a space, and no punctuation or symbol for every reader: some take a half of a pair of surrogates for one. */
const mayBeWord = /[\p{L}\p{N}\p{M}\p{C}\ud800-\udfff]/u;

/**
 * Whether the markers of emphasis are markers by the letter of CommonMark (6.2), which knows no text without spaces: `**设置：**在`
 * would be written otherwise when it comes back.
 */
function isSeen(content: Content, text: string): boolean {
  let end = 0;
  return content.every((inline) => {
    const start = end;
    end += (inline.kind === 'text' ? inline.text : inline.data).length;
    if (inline.kind === 'text' || inline.kind === 'ph' || !marker.test(inline.data)) return true;
    const [before, after] = [text.charAt(start - 1), text.charAt(end)];
    const [outer, inner] = inline.kind === 'sc' ? [before, after] : [after, before];
    if (/^\s?$/.test(inner)) return false;
    return !mayBeWord.test(outer) || (mayBeWord.test(inner) && inline.data.charAt(0) !== '_');
  });
}

/** Markers of two codes beside each other may be read as other ones. */
function isGlued({ data }: Code, next: Inline | undefined): boolean {
  return next !== undefined && next.kind !== 'text' && /[*_~`]$/.test(data) && /^[*_~`]/.test(next.data);
}
