import { type Piece, preservesSpace } from '../../../read/edited/document.js';
import { readEntries } from '../../../read/edited/tmx.js';
import { isCore, readUnit2 } from '../../../read/edited/xliff2.js';
import { digestTarget } from '../../../write/digest.js';
import { dropIllegal } from '../../../xml/escapes.js';
import { elementsBelow, elementsIn, type XmlElement } from '../../../xml/reader.js';
import { type PageArticle, type PageCode, type PagePiece, type PageSegment, piecesOf } from '../../page-data.js';
import { codesIn, contentOf, join } from '../edit/pieces.js';
import { isSound, rulesFor } from '../edit/rules.js';
import { noWork, type SegmentWork, type WorkStatus, withComment, withStatus, withTarget } from '../work.js';
import { readDocument } from './xml.js';

/** A target that came back. */
interface CameBack {
  /** The ids that its segment may have. */
  readonly ids: readonly string[];
  readonly source: readonly Piece[];
  readonly target: readonly Piece[];
  readonly status?: WorkStatus;
  readonly comment?: string;
}

/** What came back for an article. */
export interface ReadBackFile {
  /** Its path, as the document has it. */
  readonly original: string;
  readonly targets: readonly CameBack[];
}

/** Reads an XLIFF 2 or a TMX of this tool, as it was written or as it came back; `undefined` where it is neither. */
export function readBack(
  text: string,
  srcLang: string,
  trgLangOf: (path: string) => string,
): readonly ReadBackFile[] | undefined {
  const root = readDocument(text);
  // Notes of an export say what is odd in an article; they are no comments.
  if (root?.local === 'xliff' && isCore(root)) return readXliff(root, !text.includes(`<?${digestTarget} `));
  return root?.local === 'tmx' ? readTmx(root, srcLang, trgLangOf) : undefined;
}

function readXliff(root: XmlElement, hasComments: boolean): readonly ReadBackFile[] {
  const files = elementsIn(root).filter((each) => each.local === 'file' && isCore(each));
  return files.map((file) => ({
    original: file.attributes.get('original') ?? '',
    targets: elementsBelow(file)
      .filter((each) => each.local === 'unit' && isCore(each))
      .flatMap((unit) => readUnit(unit, preservesSpace(file, false), hasComments)),
  }));
}

function readUnit(unit: XmlElement, space: boolean, hasComments: boolean): readonly CameBack[] {
  const { id: unitId, parts } = readUnit2(unit, space);
  const segments = elementsIn(unit).filter((each) => each.local === 'segment' && isCore(each));
  const own = parts.filter(({ kind }) => kind === 'segment');
  const notes = elementsBelow(unit)
    .filter((each) => each.local === 'note' && isCore(each))
    .map(({ children }) => children.map((child) => (child.kind === 'text' ? child.text : '')).join(''))
    .filter((note) => !note.startsWith('Proposed: '));
  return own.flatMap(({ id, source, target }, index): readonly CameBack[] => {
    if (target === undefined) return [];
    const attributes = segments[index]?.attributes;
    const status = statusOf(attributes?.get('state'), attributes?.get('subState'));
    return [
      {
        ids: [id ?? unitId, unitId],
        source,
        target,
        ...(status === undefined ? {} : { status }),
        // A note of a block with several segments is of none of them.
        ...(own.length > 1 || notes.length === 0 || !hasComments ? {} : { comment: notes.join('\n') }),
      },
    ];
  });
}

/** `final` is what an export says of human translations: it is no answer. */
function statusOf(state: string | undefined, subState: string | undefined): WorkStatus | undefined {
  if (subState === 'sspr-tm:rejected') return 'rejected';
  return state === 'reviewed' ? 'confirmed' : undefined;
}

function readTmx(root: XmlElement, srcLang: string, trgLangOf: (path: string) => string): readonly ReadBackFile[] {
  const files = new Map<string, CameBack[]>();
  for (const unit of elementsBelow(root).filter(({ local }) => local === 'tu')) {
    const props = new Map(
      elementsBelow(unit).flatMap(({ local, attributes, children: [text] }) =>
        local === 'prop' && text?.kind === 'text' ? [[attributes.get('type'), text.text] as const] : [],
      ),
    );
    const path = props.get('x-article') ?? props.get('file') ?? '';
    for (const { source, target } of readEntries(unit, srcLang, trgLangOf(path))) {
      const known = files.get(path) ?? [];
      known.push({ ids: [props.get('x-pair') ?? ''], source, target });
      files.set(path, known);
    }
  }
  return [...files].map(([original, targets]) => ({ original, targets }));
}

/** What a document says of an article. */
export interface TakenBack {
  /** Work that the document holds: what is there as it says already is none. */
  readonly works: readonly SegmentWork[];
  /** Targets whose segment is not in the article, or has another source. */
  readonly unknown: number;
  /** Targets whose codes cannot stand there. */
  readonly refused: number;
}

/** Finds the segments that targets came back for, and makes work of them. */
export function takeBack({ targets }: ReadBackFile, article: PageArticle): TakenBack {
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
  const [longer, shorter] = [original, path]
    .map((each) => each.replaceAll('\\', '/'))
    .sort((a, b) => b.length - a.length);
  return shorter !== '' && (longer === shorter || longer?.endsWith(`/${shorter}`) === true);
}
