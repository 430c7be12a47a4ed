import type { EntryText } from '../model/memory/entry.js';
import { Costs } from './costs.js';
import { scoreOf } from './index/bounds.js';
import { Groups } from './index/groups.js';
import { Search } from './index/search.js';
import { Ints } from './known/ints.js';
import { noScore } from './known/ranking.js';
import type { MatcherSettings } from './options.js';
import { isByCharacters } from './shape/characters.js';
import { ShapeReader } from './shape/reader.js';
import { emptyShape, Features } from './shape/shape.js';
import { TextUnits } from './shape/text-units.js';
import { Vocabulary } from './shape/vocabulary.js';

/** Of sources with the same words only so many are compared, those that came last: others are hardly nearer than they are. */
const mostOfGroup = 256;
/** So many groups that have no better score end the search for one that only codes and numbers may make better. */
const mostInVain = 64;
/** Of texts that share a part, so many are looked at because of that. */
const crowd = 256;

/** Finds how near each of many sources, all of which are different, is to those that came before it. */
export class InnerMatcher {
  private readonly isByCharacters: boolean;
  private readonly vocabulary = new Vocabulary();
  private readonly reader: ShapeReader;
  private readonly text = new TextUnits();
  private readonly costs: Costs;
  private readonly groups = new Groups();
  private readonly features = new Features();
  /** By source: its group, from 1; 0 where it has no words. */
  private readonly groupsOfSources = new Ints();
  private count = 0;

  constructor(srcLang: string, settings: Pick<MatcherSettings, 'penalties'>) {
    this.isByCharacters = isByCharacters(srcLang);
    this.reader = new ShapeReader(srcLang, this.vocabulary);
    this.costs = new Costs(settings);
  }

  /** Adds a source, and gives its number: they are counted from 0. */
  add(source: EntryText): number {
    const shape = this.reader.read(this.text.load(source.content), true);
    const number = this.count++;
    this.features.set(number, shape);
    if (shape.count > 0) this.groupsOfSources.set(number, this.groups.add(shape.words, shape.count) + 1);
    return number;
  }

  /** By source: the best score that it has with one of a lower number, where that is `least` or more; else 0. */
  scores(least: number): Int32Array {
    const { groups, features, costs, groupsOfSources } = this;
    const search = new Search(groups, this.vocabulary.size, this.isByCharacters, { crowd });
    /** The sources of each group that came before, the last one first: numbers from 1. */
    const first = new Int32Array(groups.size);
    const next = new Int32Array(this.count);
    const shape = emptyShape(new Int32Array(0));
    const scores = new Int32Array(this.count);
    for (let source = 0; source < this.count; source++) {
      const own = groupsOfSources.at(source) - 1;
      if (own < 0) continue;
      const start = groups.startOf(own);
      shape.count = groups.lengthOf(own);
      shape.words = groups.pool.subarray(start, start + shape.count);
      features.read(source, shape);
      let best = least - 1;
      let bound = least;
      let mostBase = 0;
      let inVain = 0;
      search.find(shape, {
        get bound() {
          return bound;
        },
        boundOf: (group) => (first[group] === 0 ? noScore : bound),
        wins: () => true,
        found(group, distance) {
          const base = scoreOf(distance, Math.max(shape.count, groups.lengthOf(group)));
          const before = best;
          let left = mostOfGroup;
          for (
            let other = first[group] as number;
            other > 0 && left > 0 && best < base;
            other = next[other - 1] as number
          ) {
            best = Math.max(best, costs.scoreOf(base, features.compare(other - 1, shape, distance === 0)));
            left--;
          }
          mostBase = Math.max(mostBase, base);
          inVain = best > before ? 0 : inVain + 1;
          bound = inVain < mostInVain ? best + 1 : Math.max(best, mostBase) + 1;
        },
      });
      if (best >= least) scores[source] = best;
      next[source] = first[own] as number;
      first[own] = source + 1;
    }
    return scores;
  }
}
