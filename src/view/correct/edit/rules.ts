import type { Block } from '../../../model/article.js';
import type { CodeSubType } from '../../../model/content.js';
import { isFixed } from '../../../write/codes/xliff-codes.js';
import { type PageCode, type PageSegment, piecesOf } from '../../page-data.js';
import { type Breaks, breaksIn, isMore, mostBreaks } from './line-breaks.js';
import { codesIn, type Pieces } from './pieces.js';

/** What may become of a target. */
export interface EditRules {
  readonly block: Block;
  /** The ids of codes that both languages have and that must be there once: links, images and their like. */
  readonly fixed: ReadonlySet<string>;
  /** The ids of codes that are no whole pair in the target: what they were, they stay. */
  readonly odd: ReadonlySet<string>;
  /** The codes of the source, in their order. */
  readonly offered: readonly PageCode[];
  /** The codes of both languages: no other may come. */
  readonly known: readonly PageCode[];
  /** How often each part of a code is there at the start. */
  readonly counts: ReadonlyMap<string, number>;
  /** Pairs of codes that cross, or stand in others, although Markdown does not know that: they do so already. */
  readonly tangles: ReadonlySet<string>;
  /** So many line breaks that end the block are there already. */
  readonly breaks: Breaks;
}

/** Codes that Markdown takes for links: none stands in another. */
const links: ReadonlySet<CodeSubType> = new Set(['md:link', 'md:autolink', 'md:xref', 'md:include', 'md:footnote']);

/** The rules for the target of a segment, which are those of `merge`. `start`: the target that is edited first. */
export function rulesFor({ source, target, changed }: PageSegment, block: Block): EditRules {
  const start = piecesOf(changed ?? target);
  const english = piecesOf(source);
  const own = piecesOf(target);
  const sources = codesIn(english).map(([, code]) => code);
  const targetIds = new Set(codesIn(own).map(([, { id }]) => id));
  const fixed = new Set(sources.filter((code) => isFixedCode(code) && targetIds.has(code.id)).map(({ id }) => id));
  const counts = countsOf(start);
  const odd = new Set([...oddIn(start, counts), ...oddIn(english, countsOf(english))]);
  return {
    block,
    fixed,
    odd,
    offered: block === 'title' ? [] : sources,
    known: [...(block === 'title' ? [] : sources), ...codesIn(own).map(([, code]) => code)],
    counts,
    tangles: new Set([...tanglesIn(start), ...tanglesIn(english)]),
    breaks: mostBreaks(breaksIn(own, block), breaksIn(english, block), breaksIn(start, block)),
  };
}

/** Whether a code must be there once: a link, an image and their like. */
export function isFixedCode({ type }: PageCode): boolean {
  return type !== undefined && isFixed({ subType: type });
}

/** Whether a code may be taken out. */
export function mayDelete({ fixed, odd }: EditRules, { id }: PageCode): boolean {
  return !fixed.has(id) && !odd.has(id);
}

/** Whether a code may stand there once more. One that the source spells otherwise is damaged: its like would be another code. */
export function mayCopy({ fixed, odd, block, offered }: EditRules, { id, kind, data }: PageCode): boolean {
  if (block === 'title' || fixed.has(id) || odd.has(id) || /[\r\n]/.test(data)) return false;
  const english = offered.find((code) => code.id === id && code.kind === kind);
  return english === undefined || english.data === data;
}

/** Whether a target keeps to the rules: no code is lost or doubled that must not be, and pairs are whole, and nest. */
export function isSound(pieces: Pieces, rules: EditRules): boolean {
  const counts = countsOf(pieces);
  const isKept = (id: string): boolean =>
    kinds.every((kind) => (counts.get(`${kind} ${id}`) ?? 0) === (rules.counts.get(`${kind} ${id}`) ?? 0));
  for (const id of rules.fixed) if (!isKept(id)) return false;
  for (const id of rules.odd) if (!isKept(id)) return false;
  for (const id of oddIn(pieces, counts)) if (!rules.odd.has(id)) return false;
  for (const tangle of tanglesIn(pieces)) if (!rules.tangles.has(tangle)) return false;
  return !isMore(breaksIn(pieces, rules.block), rules.breaks);
}

const kinds = ['ph', 'sc', 'ec'] as const;

function countsOf(pieces: Pieces): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, { kind, id }] of codesIn(pieces)) {
    const key = `${kind} ${id}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The ids of what is neither one placeholder nor a start with its end. */
function oddIn(pieces: Pieces, counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const odd = new Set<string>();
  const begun = new Set<string>();
  for (const [, { id, kind }] of codesIn(pieces)) {
    const [ph, starts, ends] = kinds.map((each) => counts.get(`${each} ${id}`) ?? 0);
    const isPair = ph === 0 && starts === 1 && ends === 1 && (kind === 'sc' || begun.has(id));
    const isAlone = ph === 1 && starts === 0 && ends === 0;
    if (!isPair && !isAlone) odd.add(id);
    begun.add(id);
  }
  return odd;
}

/** Pairs that cross, links in links, and codes in images, each as a text. */
function tanglesIn(pieces: Pieces): ReadonlySet<string> {
  const tangles = new Set<string>();
  const open: PageCode[] = [];
  for (const [, code] of codesIn(pieces)) {
    const { kind, id, type } = code;
    if (kind === 'ec') {
      const index = open.findLastIndex((each) => each.id === id);
      if (index < 0) continue;
      for (const other of open.slice(index + 1)) tangles.add(`cross ${[id, other.id].sort().join(' ')}`);
      open.splice(index, 1);
      continue;
    }
    for (const outer of open) {
      const isImage = outer.type === 'md:image';
      const isLink = outer.type === 'md:link' && type !== undefined && links.has(type);
      if (isImage || isLink) tangles.add(`in ${outer.id} ${id}`);
    }
    if (kind === 'sc') open.push(code);
  }
  return tangles;
}
