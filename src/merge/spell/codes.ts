import type { Segment } from '../../model/article.js';
import { type Code, type Content, codesOf } from '../../model/content.js';
import type { Piece, PieceCode } from '../../read/edited/document.js';
import { encodeText } from '../encode.js';

/** A text, or a code with its Markdown. */
export type Wanted = string | WantedCode;

/** A code that is to stand in a target. */
export interface WantedCode {
  readonly kind: Code['kind'];
  readonly id: string;
  /** Its Markdown. */
  readonly data: string;
  /** The code of the article that it is, or is a copy of. */
  readonly code?: Code;
  /** How the other side spells it, where the markup of this one was damaged. */
  readonly whole?: string;
  /** The label of the reference that it ends, where that is what the reference shows: `[label]`, `[label][]`. */
  readonly label?: string;
}

/**
 * Gives each code of an edited target its Markdown: that of the document, else that of the article. What XML cannot hold
 * of it, or a tool writes in its own way (CR), is no difference between the two; nor is the label that a reference was given
 * by an earlier merge, when its text was translated.
 */
export function resolveCodes(pieces: readonly Piece[], { source, target }: Segment): readonly Wanted[] {
  const targets = byKey(codesOf(target.content));
  const sources = byKey(codesOf(source.content));
  return pieces.flatMap((piece): Wanted[] => {
    if (typeof piece === 'string') return [piece];
    const { kind, id, copyOf } = piece;
    const key = keyOf(piece);
    const copied = copyOf === undefined ? key : keyOf({ kind, id: copyOf });
    const code = targets.get(key) ?? sources.get(key) ?? targets.get(copied) ?? sources.get(copied);
    const isSame =
      piece.data === undefined ||
      encodeText(piece.data) === encodeText(code?.data ?? '') ||
      (showsLabel(kind, piece.data) && code?.kind === kind && /^\]\[[^\]]/.test(code.data));
    const data = isSame ? code?.data : piece.data;
    if (data === undefined) return [];
    const whole = code?.recovered === true ? sources.get(keyOf(code))?.data : undefined;
    const side = code === targets.get(keyOf(code ?? piece)) ? target : source;
    const label =
      isSame && code !== undefined && showsLabel(code.kind, code.data) ? labelOf(code, side.content) : undefined;
    return [
      {
        ...{ kind, id, data },
        ...(code === undefined ? {} : { code }),
        ...(whole === undefined ? {} : { whole }),
        ...(label === undefined ? {} : { label }),
      },
    ];
  });
}

/** Whether a code ends a reference whose label is what it shows. */
function showsLabel(kind: Code['kind'], data: string): boolean {
  return kind === 'ec' && (data === ']' || data === '][]');
}

/** The Markdown between the start of a code and its end. */
function labelOf(end: Code, content: Content): string | undefined {
  const to = content.indexOf(end);
  const from = content.findLastIndex((each, index) => index < to && each.kind === 'sc' && each.id === end.id);
  if (from < 0) return undefined;
  const between = content.slice(from + 1, to);
  return between.map((each) => (each.kind === 'text' ? (each.markdown ?? each.text) : each.data)).join('');
}

function keyOf({ kind, id }: Pick<PieceCode, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

function byKey(codes: readonly Code[]): ReadonlyMap<string, Code> {
  return new Map(codes.map((code) => [keyOf(code), code]));
}
