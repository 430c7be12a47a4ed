import type { Code, Content, Inline } from '../../model/content.js';
import { similarData } from './similar.js';
import { type CodeUnit, unitsOf } from './units.js';

/** The two sides of a pair whose codes know each other. */
export interface Alignment {
  /** As it was given. */
  readonly source: Content;
  /** Its codes have the ids of their partners; a code without one has an id that neither side has otherwise. */
  readonly target: Content;
  /** The codes without a partner. Math that a machine mangled is among them, with the `subType` `md:math`. */
  readonly unmatched: { readonly source: readonly Code[]; readonly target: readonly Code[] };
}

const NONE: readonly Code[] = [];

/**
 * Finds for each code of a target the code of the source that it corresponds to, and gives it its id.
 *
 * Partners are of one kind: both pairs, both placeholders or both lone halves, of the same `type` and `subType`, and
 * for HTML other than formatting of the same element. Among those the same data counts first (of several the one with
 * the same content), then data that differs as translated articles differ (`/en-us/` and `/ja-jp/`, case, white
 * space), then the same last part of an address, then the order. Pairs are aligned as pairs.
 *
 * @example
 * const { target } = alignContents(parseInline('`a` or `b`'), parseInline('`b` oder `a`'));
 * codesOf(target).map(({ id, data }) => `${id} ${data}`) // ['2 `b`', '1 `a`']
 */
export function alignContents(source: Content, target: Content): Alignment {
  if (isAlike(source, target)) return { source, target, unmatched: { source: NONE, target: NONE } };
  const sources = unitsOf(source);
  const targets = unitsOf(target);
  matchUnits(sources, targets);
  return alignUnits(source, target, sources, targets);
}

/** The alignment that matched units make. */
export function alignUnits(
  source: Content,
  target: Content,
  sources: readonly CodeUnit[],
  targets: readonly CodeUnit[],
): Alignment {
  const ids = new Map<string, string>();
  let next = 0;
  for (const { codes } of sources) next = Math.max(next, Number(codes[0].id));
  for (const unit of targets) ids.set(unit.codes[0].id, unit.partner?.codes[0].id ?? String(++next));
  return {
    source,
    target: withIds(target, ids),
    unmatched: { source: lonely(sources), target: lonely(targets) },
  };
}

/**
 * Whether both sides have the same codes in the same order: then their ids are the same already, unless what is in two
 * equal pairs shows that they changed places.
 */
export function isAlike(source: Content, target: Content): boolean {
  let other = 0;
  let openers: { source: string[]; target: string[] } | undefined;
  for (let at = 0; at < source.length; at++) {
    const code = source[at];
    if (code === undefined || code.kind === 'text') continue;
    while (other < target.length && target[other]?.kind === 'text') other++;
    const partner = target[other++];
    if (partner === undefined || partner.kind !== code.kind) return false;
    if (partner.id !== code.id || partner.data !== code.data || partner.subType !== code.subType) return false;
    if (code.kind === 'ph' || partner.kind === 'ph') continue;
    if (partner.isolated !== code.isolated) return false;
    if (code.kind === 'sc') {
      openers ??= { source: [], target: [] };
      openers.source.push(textOf(source[at + 1]));
      openers.target.push(textOf(target[other]));
    }
  }
  while (other < target.length) if (target[other++]?.kind !== 'text') return false;
  return openers === undefined || openers.source.length < 2 || !haveMoved(openers.source, openers.target);
}

/** What a pair begins with: a text, which is never empty, or something else. */
function textOf(first: Inline | undefined): string {
  return first?.kind === 'text' ? first.text : '';
}

/** Whether the text that one pair begins with on one side begins another on the other side. */
function haveMoved(source: readonly string[], target: readonly string[]): boolean {
  const places = new Map<string, number>();
  for (let at = 0; at < source.length; at++) places.set(source[at] as string, at);
  for (let at = 0; at < target.length; at++) {
    const text = target[at] as string;
    if (text !== '' && text !== source[at] && (places.get(text) ?? at) !== at) return true;
  }
  return false;
}

/** Makes partners of the units of two sides; what finds none stays without. */
export function matchUnits(sources: readonly CodeUnit[], targets: readonly CodeUnit[]): void {
  if (sources.length === 0 || targets.length === 0) return;
  matchBy(sources, targets, (unit) => `${unit.kind}\n${unit.data}\n${unit.inner}`);
  if (!matchBy(sources, targets, (unit) => `${unit.kind}\n${unit.data}`)) return;
  if (!matchBy(sources, targets, (unit) => similarKey(unit, similarData(unit.data).whole))) return;
  if (!matchBy(sources, targets, (unit) => similarKey(unit, tailOf(unit)))) return;
  matchBy(sources, targets, (unit) => unit.kind, true);
}

/** The last part of an address. What is no address may end alike all the same: `` `/a``/b` `` and `` `/b` ``. */
function tailOf({ data, codes: [{ type, subType }] }: CodeUnit): string {
  return type === 'fmt' || subType === 'md:math' ? '' : similarData(data).tail;
}

function similarKey(unit: CodeUnit, data: string): string | undefined {
  return data === '' ? undefined : `${unit.kind}\n${data}`;
}

/** Makes partners of the units with equal keys, in order; whether both sides have units left. */
function matchBy(
  sources: readonly CodeUnit[],
  targets: readonly CodeUnit[],
  keyOf: (unit: CodeUnit) => string | undefined,
  byOrder = false,
): boolean {
  const waiting = new Map<string, CodeUnit[]>();
  for (const unit of sources) {
    if (unit.partner !== undefined) continue;
    const key = keyOf(unit);
    if (key === undefined) continue;
    const same = waiting.get(key);
    if (same === undefined) waiting.set(key, [unit]);
    else same.push(unit);
  }
  // Read from the front with an index, so that many equal codes take no time beyond their number.
  const taken = new Map<string, number>();
  let left = false;
  for (const unit of targets) {
    if (unit.partner !== undefined) continue;
    const key = keyOf(unit);
    const same = key === undefined ? undefined : waiting.get(key);
    const index = key === undefined ? 0 : (taken.get(key) ?? 0);
    const partner = same?.[index];
    if (partner === undefined || key === undefined) {
      left = true;
      continue;
    }
    taken.set(key, index + 1);
    partner.partner = unit;
    unit.partner = partner;
    partner.byOrder = unit.byOrder = byOrder;
  }
  return left && sources.some(({ partner }) => partner === undefined);
}

function withIds(content: Content, ids: ReadonlyMap<string, string>): Content {
  return content.map((inline): Inline => {
    if (inline.kind === 'text') return inline;
    const id = ids.get(inline.id) ?? inline.id;
    return id === inline.id ? inline : { ...inline, id };
  });
}

function lonely(units: readonly CodeUnit[]): readonly Code[] {
  const codes = units.flatMap((unit) => (unit.partner === undefined ? unit.codes : []));
  return codes.length === 0 ? NONE : codes.sort((a, b) => a.range.start - b.range.start);
}
