import { baseOf, keyOf } from '../model/terms/term-text.js';
import { type Affixes, learnAffixes } from './affixes.js';
import type { TermCandidate } from './candidates.js';

/** What is looked for in all segments: plain data. Texts are in lower case, and in the order of their code units. */
export interface TermTexts {
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  /** For each source the numbers of the targets that may be its translation. */
  readonly partners: readonly (readonly number[])[];
}

/** A spelling of a term, and how often it stood out so. */
export type Spellings = ReadonlyMap<string, number>;

/** Where a candidate was first seen. */
export interface FirstSeen {
  readonly path: string;
  readonly segment: string;
  readonly context?: { readonly source: string; readonly target: string };
}

/** A pair that may be a term and its translation, with all that articles say of it where it stands out. */
export interface KnownPair {
  readonly source: string;
  readonly target: string;
  readonly sources: Spellings;
  readonly targets: Spellings;
  /** How often it was in bold, a title, the label of a link, or in `:::no-loc`. */
  readonly ui: number;
  readonly title: number;
  readonly link: number;
  readonly fixed: number;
  readonly first: FirstSeen;
  /** It stood out with more only, which may have slipped into the bold. */
  readonly isCut: boolean;
}

/** Collects candidates of articles in their order. */
export interface TermTableBuilder {
  add(path: string, candidates: readonly TermCandidate[]): void;
  build(): TermTable;
}

/** All candidates of one target language. */
export interface TermTable {
  readonly affixes: Affixes;
  readonly texts: TermTexts;
  readonly pairs: readonly KnownPair[];
}

interface Growing {
  readonly source: string;
  readonly target: string;
  readonly sources: Map<string, number>;
  readonly targets: Map<string, number>;
  ui: number;
  title: number;
  link: number;
  fixed: number;
  first: FirstSeen;
  readonly isCut: boolean;
}

export function createTermTable(): TermTableBuilder {
  const bySource = new Map<string, Map<string, Growing>>();
  const titles = new Set<string>();
  const add = (source: string, target: string, { kind, ...rest }: TermCandidate, path: string): Growing => {
    const key = keyOf(source);
    const other = keyOf(target);
    let targets = bySource.get(key);
    if (targets === undefined) {
      targets = new Map();
      bySource.set(key, targets);
    }
    const first = { path, segment: rest.segment, ...(rest.context === undefined ? {} : { context: rest.context }) };
    let pair = targets.get(other);
    if (pair === undefined) {
      pair = {
        source: key,
        target: other,
        sources: new Map(),
        targets: new Map(),
        ui: 0,
        title: 0,
        link: 0,
        fixed: 0,
        first,
        isCut: false,
      };
      targets.set(other, pair);
    } else if (pair.first.context === undefined && first.context !== undefined) pair.first = first;
    pair[kind]++;
    count(pair.sources, source);
    count(pair.targets, target);
    return pair;
  };
  return {
    add(path, candidates) {
      for (const candidate of candidates) {
        const { kind, source, target } = candidate;
        if (kind === 'title') titles.add(keyOf(source));
        add(source, target, candidate, path);
      }
    },
    build() {
      // The label of a link is a term where an article has it as its title.
      for (const [source, targets] of bySource) {
        if (titles.has(source)) continue;
        for (const [target, { ui, title, fixed }] of targets) {
          if (ui + title + fixed === 0) targets.delete(target);
        }
        if (targets.size === 0) bySource.delete(source);
      }
      const affixes = learnAffixes(bySource);
      addWithoutAffixes(bySource, affixes);
      return { affixes, ...toTable(bySource) };
    },
  };
}

/** Targets with what may not belong to them cut off are candidates as well; segments will say which is the translation. */
function addWithoutAffixes(bySource: ReadonlyMap<string, Map<string, Growing>>, affixes: Affixes): void {
  for (const targets of bySource.values()) {
    const isKnown = (text: string): boolean => targets.get(keyOf(text))?.isCut === false;
    for (const pair of [...targets.values()]) {
      if (pair.ui === 0) continue;
      for (const [spelling, times] of pair.targets) {
        const cut = baseOf(affixes.cut(spelling, isKnown));
        const key = cut.toLowerCase();
        if (cut === '' || key === pair.target) continue;
        let other = targets.get(key);
        if (other === undefined) {
          other = { ...pair, target: key, targets: new Map(), ui: 0, title: 0, link: 0, fixed: 0, isCut: true };
          targets.set(key, other);
        }
        other.ui += times;
        count(other.targets, cut, times);
      }
    }
  }
}

function toTable(bySource: ReadonlyMap<string, ReadonlyMap<string, Growing>>): Omit<TermTable, 'affixes'> {
  const sources = [...bySource.keys()].sort();
  const targets = [...new Set([...bySource.values()].flatMap((each) => [...each.keys()]))].sort();
  const numbers = new Map(targets.map((target, number) => [target, number]));
  const pairs: KnownPair[] = [];
  const partners = sources.map((source) => {
    const of = [...(bySource.get(source)?.values() ?? [])].sort((one, other) => (one.target < other.target ? -1 : 1));
    for (const pair of of) pairs.push(pair);
    return of.map(({ target }) => numbers.get(target) as number);
  });
  return { texts: { sources, targets, partners }, pairs };
}

function count(spellings: Map<string, number>, spelling: string, times = 1): void {
  spellings.set(spelling, (spellings.get(spelling) ?? 0) + times);
}
