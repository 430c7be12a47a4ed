import { createNumberMap } from '../../model/compact/number-map.js';
import { excerpt } from '../message.js';
import { createExcerpts } from './excerpts.js';

/** What texts are rendered as: hash of the text → hash of the rendering → the rendering. Texts with one rendering are left out. */
export type Renderings = ReadonlyMap<number, ReadonlyMap<number, Rendering>>;

/** One of several renderings of a text. */
export interface Rendering {
  /** How often it is there. */
  readonly count: number;
  /** How it starts, and where it is for the first time; only there where messages name it. */
  readonly example?: Example;
}

export interface Example {
  readonly text: string;
  /** The path of the article, as far as it has one. */
  readonly path?: string;
  /** From 1. */
  readonly line: number;
}

/** Where a rendering was found. */
export interface Occurrence {
  readonly text: string;
  readonly path: string | undefined;
  /** From 1. */
  readonly line: number;
}

/** Counts renderings. */
export interface RenderingsBuilder {
  add(text: number, rendering: number, occurrence?: Occurrence): void;
  build(): Renderings;
}

/** More UTF-16 code units of a rendering are not shown. */
export const longestExcerpt = 60;

/** Further renderings are not counted: most machines have no memory for more. */
const mostRenderings = 16_000_000;

/** Stands for the row of a text that has several. */
const hasSeveral = mostRenderings;

export function createRenderingsBuilder(): RenderingsBuilder {
  // Nearly all texts have one rendering: it is a row of numbers in arrays, not an object.
  const firsts = createNumberMap();
  const several = new Map<number, Map<number, number>>();
  const hashes: number[] = [];
  const counts: number[] = [];
  const excerpts = createExcerpts(longestExcerpt);
  const texts: number[] = [];
  const places: number[] = [];
  const lines: number[] = [];
  const paths: (string | undefined)[] = [];

  const addRow = (rendering: number, occurrence: Occurrence | undefined): number => {
    const row = hashes.push(rendering) - 1;
    counts.push(1);
    if (occurrence === undefined) return row;
    if (paths.length === 0 || paths.at(-1) !== occurrence.path) paths.push(occurrence.path);
    texts.push(excerpts.add(occurrence.text));
    lines.push(occurrence.line);
    places.push(paths.length - 1);
    return row;
  };
  const renderingAt = (row: number): Rendering => {
    const count = counts[row] ?? 0;
    const text = texts[row];
    if (text === undefined) return { count };
    const path = paths[places[row] ?? 0];
    const example = { text: excerpt(excerpts.at(text), longestExcerpt + 1), line: lines[row] ?? 1 };
    return { count, example: path === undefined ? example : { ...example, path } };
  };
  const count = (row: number): void => {
    counts[row] = (counts[row] ?? 0) + 1;
  };
  return {
    add(text, rendering, occurrence) {
      const first = firsts.get(text);
      const known = first === hasSeveral ? several.get(text) : undefined;
      const row = known === undefined ? first : known.get(rendering);
      if (hashes.length === mostRenderings && (row === undefined || hashes[row] !== rendering)) return;
      if (known !== undefined) {
        if (row === undefined) known.set(rendering, addRow(rendering, occurrence));
        else count(row);
      } else if (row === undefined) firsts.set(text, addRow(rendering, occurrence));
      else if (hashes[row] === rendering) count(row);
      else {
        const rows: [number, number][] = [
          [hashes[row] ?? 0, row],
          [rendering, addRow(rendering, occurrence)],
        ];
        several.set(text, new Map(rows));
        firsts.set(text, hasSeveral);
      }
    },
    build: () =>
      new Map(
        Array.from(several, ([text, rows]) => [
          text,
          new Map(Array.from(rows, ([rendering, row]) => [rendering, renderingAt(row)])),
        ]),
      ),
  };
}

/** How a rendering stands among the others of its text. */
export interface Standing {
  /** How many renderings there are. */
  readonly ways: number;
  /** How often the usual one is there: that with the most, of equal ones the first. */
  readonly usual: number;
  readonly total: number;
  /** The other ones, the usual one first, then in the order of the tree. */
  readonly others: readonly Rendering[];
}

/** How many other renderings a {@link Standing} has at most. */
const mostOthers = 3;

/** The standing of a rendering that is not the usual one; `undefined` for the usual one, and where there is one only. */
export function standingOf(renderings: Renderings, text: number, rendering: number): Standing | undefined {
  const all = renderings.get(text);
  if (all === undefined || !all.has(rendering)) return undefined;
  const { usual, best, total } = totalsOf(all);
  if (usual === undefined || best === rendering) return undefined;
  const others = [usual];
  for (const [candidate, each] of all) {
    if (others.length === mostOthers) break;
    if (candidate !== best && candidate !== rendering) others.push(each);
  }
  return { ways: all.size, usual: usual.count, total, others };
}

interface Totals {
  readonly usual?: Rendering;
  /** The hash of the usual one. */
  readonly best?: number;
  readonly total: number;
}

/** Worked out once for a text: each of its pairs asks for them. */
const known = new WeakMap<ReadonlyMap<number, Rendering>, Totals>();

function totalsOf(all: ReadonlyMap<number, Rendering>): Totals {
  const before = known.get(all);
  if (before !== undefined) return before;
  let totals: Totals = { total: 0 };
  for (const [candidate, each] of all) {
    const total = totals.total + each.count;
    const isMore = totals.usual === undefined || each.count > totals.usual.count;
    totals = isMore ? { usual: each, best: candidate, total } : { ...totals, total };
  }
  known.set(all, totals);
  return totals;
}

/** `"Speichern" (a/b.md:12), "Sichern" (c.md:3)` */
export function namesOf(renderings: readonly Rendering[]): string {
  return renderings
    .flatMap(({ example }) => (example === undefined ? [] : [`"${example.text}" (${placeOf(example)})`]))
    .join(', ');
}

function placeOf({ path, line }: Example): string {
  return path === undefined ? `line ${line}` : `${path}:${line}`;
}
