import type { PageCode } from '../../page-data.js';
import { withoutBreaks } from './line-breaks.js';
import { codesIn, join, type Pieces } from './pieces.js';
import { type EditRules, mayCopy } from './rules.js';

/**
 * Pieces that were copied anywhere, as they can stand in a target that has codes of these ids already. `merge` takes no
 * markup that neither language of a segment has: of such a code, and of one that must stand there once, only what stands
 * in it comes; and half of a pair is left out.
 */
export function asPasted(pieces: Pieces, rules: EditRules, present: ReadonlySet<string>): Pieces {
  const known = byId(rules.known);
  const codes = [...byId(pieces)].filter(([, group]) => isWhole(group));
  const taken = new Set([...present, ...known.keys(), ...codes.map(([id]) => id)]);
  const names = new Map<string, string>();
  const given = new Set<string>();
  const isFree = (id: string): boolean => !present.has(id) && !given.has(id);
  const nameOf = (group: readonly PageCode[], id: string | undefined): string | undefined => {
    if (id === undefined || isFree(id)) return id;
    return group.every((code) => mayCopy(rules, { ...code, id })) ? newId(taken) : undefined;
  };
  const setName = (own: string, name: string | undefined): void => {
    if (name === undefined) return;
    names.set(own, name);
    given.add(name);
  };
  const isOwn = ([id, group]: (typeof codes)[number]): boolean => isLike(group, known.get(id) ?? []);
  for (const [id, group] of codes.filter(isOwn)) setName(id, nameOf(group, id));
  // Those of another segment, and copies, are what this one has in their spelling.
  for (const [id, group] of codes.filter((each) => !isOwn(each))) {
    const like = [...known].filter(([, own]) => isLike(group, own)).map(([own]) => own);
    setName(id, nameOf(group, like.find(isFree) ?? like[0]));
  }
  return join(
    pieces.flatMap((piece): Pieces => {
      if (typeof piece === 'string') return [withoutBreaks(piece)];
      const id = names.get(piece.id);
      return id === undefined ? [] : [{ ...piece, id }];
    }),
  );
}

function byId(pieces: Pieces): ReadonlyMap<string, readonly PageCode[]> {
  const groups = new Map<string, PageCode[]>();
  for (const [, code] of codesIn(pieces)) {
    const group = groups.get(code.id);
    if (group === undefined) groups.set(code.id, [code]);
    else group.push(code);
  }
  return groups;
}

/** A placeholder, or a start with its end. */
function isWhole([one, other, third]: readonly PageCode[]): boolean {
  if (third !== undefined || one === undefined) return false;
  return other === undefined ? one.kind === 'ph' : one.kind === 'sc' && other.kind === 'ec';
}

function isLike(codes: readonly PageCode[], others: readonly PageCode[]): boolean {
  return codes.every(({ kind, data }) => others.some((other) => other.kind === kind && other.data === data));
}

/** Ids of codes are numbers. */
function newId(taken: Set<string>): string {
  let number = taken.size + 1;
  while (taken.has(String(number))) number++;
  taken.add(String(number));
  return String(number);
}
