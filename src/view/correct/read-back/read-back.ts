import { languageOf } from '../../../model/language.js';
import type { Piece } from '../../../read/edited/document.js';
import { dropIllegal } from '../../../xml/escapes.js';
import { type PageArticle, type PageCode, type PagePiece, type PageSegment, piecesOf } from '../../page-data.js';
import { codesIn, contentOf, join } from '../edit/pieces.js';
import { isSound, rulesFor } from '../edit/rules.js';
import { noWork, type SegmentWork, withComment, withStatus, withTarget } from '../work.js';
import type { ReadBackFile } from './documents.js';

/** What a document says of an article. */
export interface TakenBack {
  /** Work that the document holds: what is there as it says already is none. */
  readonly works: readonly SegmentWork[];
  /** Targets whose segment is not in the article, or has another source, and those in another language. */
  readonly unknown: number;
  /** Targets whose codes cannot stand there. */
  readonly refused: number;
}

/** Finds the segments that targets came back for, and makes work of them. */
export function takeBack({ trgLang, targets }: ReadBackFile, article: PageArticle): TakenBack {
  // Tools change regions and scripts of tags.
  const isOther = (own: string): boolean => trgLang !== undefined && languageOf(trgLang) !== languageOf(own);
  if (article.trgLang !== undefined && isOther(article.trgLang)) {
    return { works: [], unknown: targets.length, refused: 0 };
  }
  const entries = new Map(
    article.units.flatMap((unit) => unit.segments.map((segment) => [segment.id, { unit, segment }] as const)),
  );
  const works: SegmentWork[] = [];
  let unknown = 0;
  let refused = 0;
  for (const { ids, source, target, status, comment } of targets) {
    const entry = ids.map((id) => entries.get(id)).find((each) => each !== undefined);
    if (entry === undefined || plain(source) !== plainOf(entry.segment)) {
      unknown++;
      continue;
    }
    const { unit, segment } = entry;
    const pieces = toPieces(target, segment);
    const base = noWork(unit, segment);
    const isSame = pieces !== undefined && formOf(pieces) === formOf(piecesOf(segment.target));
    if (pieces === undefined || (!isSame && !isSound(pieces, rulesFor(segment, unit.block)))) {
      refused++;
      continue;
    }
    const own = isSame ? base : withTarget(base, contentOf(pieces));
    works.push(withComment(withStatus(own, status), comment ?? ''));
  }
  return { works, unknown, refused };
}

/** A target as a document can hold it: without what XML has not, and with the line ends that it has. */
function formOf(pieces: readonly PagePiece[]): string {
  const encode = (piece: PagePiece): string =>
    typeof piece === 'string' ? dropIllegal(piece).replace(/\r\n?/g, '\n') : `\0${piece.kind} ${piece.id}\0`;
  return pieces.map(encode).join('');
}

function plain(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : '\0'))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function plainOf({ source }: PageSegment): string {
  return plain(
    piecesOf(source).map((piece) => (typeof piece === 'string' ? piece : { kind: piece.kind, id: piece.id })),
  );
}

const numbered = /^[1-9][0-9]*-/;

/** A target with the codes of its segment: by their ids, else by their markup. `undefined`: one is none of them. */
function toPieces(target: readonly Piece[], segment: PageSegment): readonly PagePiece[] | undefined {
  const known = [...codesIn(piecesOf(segment.target)), ...codesIn(piecesOf(segment.source))].map(([, code]) => code);
  const pieces: PagePiece[] = [];
  for (const piece of target) {
    if (typeof piece === 'string') {
      pieces.push(piece);
      continue;
    }
    const { kind, data } = piece;
    const id = piece.id.replace(numbered, '');
    const isLike = (code: PageCode): boolean => code.kind === kind && (data === undefined || code.data === data);
    const code = known.find((each) => isLike(each) && each.id === id) ?? known.find(isLike);
    if (code === undefined) return undefined;
    pieces.push(code.id === id ? code : { ...code, id });
  }
  return join(pieces);
}

/** Whether a path of a document may be that of an article: one may be the end of the other. */
export function isPathOf(original: string, path: string): boolean {
  if (original.length < path.length) return isPathOf(path, original);
  // Most are not even of one name.
  if (path === '' || original.at(-1) !== path.at(-1)) return false;
  const [longer, shorter] = [original, path].map((each) => each.replaceAll('\\', '/')) as [string, string];
  return longer === shorter || longer.endsWith(`/${shorter}`);
}
