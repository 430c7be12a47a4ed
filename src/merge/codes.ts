import type { Segment } from '../model/article.js';
import { type Code, codesOf } from '../model/content.js';
import type { Piece, PieceCode } from '../read/edited/document.js';
import { encodeText } from './encode.js';
import { type MergeFinding, mergeFinding } from './finding.js';

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
}

/**
 * Gives each code of an edited target its Markdown: that of the document, else that of the article. What XML cannot hold
 * of it, or a tool writes in its own way (CR), is no difference between the two.
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
    const isSame = piece.data === undefined || encodeText(piece.data) === encodeText(code?.data ?? '');
    const data = isSame ? code?.data : piece.data;
    if (data === undefined) return [];
    const whole = code?.recovered === true ? sources.get(keyOf(code))?.data : undefined;
    return [{ kind, id, data, ...(code === undefined ? {} : { code }), ...(whole === undefined ? {} : { whole }) }];
  });
}

/**
 * What is wrong with the codes of an edited target: a code that it had is not there, stands there more often than in
 * either text of the article, is none of the article's, or has its end before its start.
 *
 * A code that only the target had may go, and one that only the source had may come.
 */
export function checkCodes(pieces: readonly Piece[], { id, source, target }: Segment, offset: number): MergeFinding[] {
  const sources = count(codesOf(source.content));
  const targets = count(codesOf(target.content));
  const came = count(pieces.filter((piece) => typeof piece !== 'string'));
  const named = new Map(
    [...pieces, ...codesOf(source.content), ...codesOf(target.content)].flatMap((piece) =>
      typeof piece === 'string' ? [] : [[keyOf(piece), piece.data ?? piece.id] as const],
    ),
  );
  const findings: MergeFinding[] = [];
  const told = new Set<string>();
  const find = (code: 'merge/lost-code' | 'merge/doubled-code' | 'merge/unknown-code', key: string): void => {
    const name = named.get(key) ?? key;
    // Both halves of bold are `**`: that is one thing to tell.
    if (!told.has(code + name)) findings.push(mergeFinding(code, offset, id, name));
    told.add(code + name);
  };
  for (const [key, { times }] of targets) {
    if (sources.has(key) && (came.get(key)?.times ?? 0) < Math.min(times, sources.get(key)?.times ?? 0)) {
      find('merge/lost-code', key);
    }
  }
  for (const [key, { times, copy }] of came) {
    const most = Math.max(sources.get(key)?.times ?? 0, targets.get(key)?.times ?? 0);
    if (most === 0) find(copy ? 'merge/doubled-code' : 'merge/unknown-code', key);
    else if (times > most) find('merge/doubled-code', key);
  }
  if (findings.length > 0) return findings;
  const open = new Set<string>();
  for (const piece of pieces) {
    if (typeof piece === 'string') continue;
    if (piece.kind === 'sc') open.add(piece.id);
    else if (piece.kind === 'ec' && came.has(keyOf({ kind: 'sc', id: piece.id })) && !open.has(piece.id)) {
      findings.push(mergeFinding('merge/broken-code', offset, id, named.get(keyOf(piece)) ?? piece.id));
    }
  }
  return findings;
}

function keyOf({ kind, id }: Pick<PieceCode, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

function byKey(codes: readonly Code[]): ReadonlyMap<string, Code> {
  return new Map(codes.map((code) => [keyOf(code), code]));
}

function count(
  codes: readonly (Code | PieceCode)[],
): ReadonlyMap<string, { readonly times: number; readonly copy: boolean }> {
  const counts = new Map<string, { times: number; copy: boolean }>();
  for (const code of codes) {
    const key = keyOf(code);
    const copy = 'copyOf' in code && code.copyOf !== undefined;
    counts.set(key, { times: (counts.get(key)?.times ?? 0) + 1, copy });
  }
  return counts;
}
