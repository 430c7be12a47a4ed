import { HashTable } from '../memory/store/columns.js';
import { createTextHash, randomKey } from '../memory/store/hash.js';
import { type OptionKindsOf, requireOptions } from '../model/options.js';
import { createAdapter } from './adapt/adapt.js';
import { Asked } from './asked/asked.js';
import { Others } from './asked/others.js';
import { Costs } from './costs.js';
import { Known } from './known/known.js';
import { type LeftOut, type MatcherInput, Memories } from './known/memories.js';
import type { Ranked } from './known/ranking.js';
import { rankSame } from './known/same.js';
import { ownTranslation, type Translation } from './known/translation.js';
import { isExact, toMatches } from './match.js';
import type { Matcher } from './matcher.js';
import { leastOf, type MatcherOptions, matcherOptions, settingsOf } from './options.js';
import { isByCharacters } from './shape/characters.js';
import { ShapeReader } from './shape/reader.js';
import { TextUnits } from './shape/text-units.js';
import { Vocabulary } from './shape/vocabulary.js';

/** How matches are found in passes. */
export interface PassMatcherOptions extends MatcherOptions {
  /** Of matches with a score below this, only the best one of all is given, 1 to 101. Default: 1, all of them. */
  readonly several?: number;
}

/** Finds what memories have for texts, in passes: memories stream past as often as something new is asked. */
export interface PassMatcher extends Pick<Matcher, 'match' | 'knows'> {
  /** How many questions were asked since the last pass that it did not know of: what they were answered is not final. */
  readonly open: number;
  /** Begins a pass: what was found by the one before is forgotten. */
  begin(): MatcherPass;
}

/** A pass of memories. */
export interface MatcherPass {
  /** Takes entries, or memories; any number of times. Parts of one memory have its name. */
  add(input: MatcherInput): void;
  /** All was taken: the questions are answered now. */
  end(): void;
  /** What was taken so far. */
  readonly count: { readonly translations: number; readonly leftOut: Readonly<LeftOut> };
}

/**
 * Makes a matcher for memories that are larger than the memory of the machine, and for who does not know before what will be
 * asked, as `leverage`. What is asked is noted; then the memories stream past, of which only what answers it is kept; then all
 * is asked again. When nothing new was asked, the answers are those of {@link createMatcher}, from 70 on.
 *
 * The first pass finds the translations of the same sources, the second one those that are near, for all that has none with
 * 100. Mostly these two are enough. Entries of matches have one target, without its contexts and neighbours, and one place.
 *
 * @throws {RangeError} There is no such option, or its value is none that it takes.
 * @example
 * const read = (text = '') => ({ text, content: parseInline(text) });
 * const target = { ...read('Eine **Datei** wählen.'), trgLang: 'de-DE', count: 1, places: [] };
 * const memory = [{ id: '1', srcLang: 'en-US', source: read('Select a **file**.'), targets: [target] }];
 * const matcher = createPassMatcher({ trgLang: 'de-DE' });
 * const ask = () => matcher.match(read('Select a file.')).map(({ score, target }) => `${score} ${target.text}`);
 * for (ask(); matcher.open > 0; ask()) {
 *   const pass = matcher.begin();
 *   pass.add(memory);
 *   pass.end();
 * }
 * ask() // ['99 Eine Datei wählen.']
 */
export function createPassMatcher({ several = 1, ...given }: PassMatcherOptions): PassMatcher {
  requireOptions({ ...given, several }, passOptions());
  const settings = settingsOf(given);
  const { srcLang, trgLang, limit, minScore } = settings;
  const vocabulary = new Vocabulary();
  const reader = new ShapeReader(srcLang, vocabulary);
  const costs = new Costs(settings);
  const adapt = createAdapter(srcLang, trgLang);
  /** All sources whose translations are asked for. */
  const wanted = new Keys();
  /** Those whose near matches are, too. */
  const asked = new Asked(reader);
  let open = 0;
  const newAnswers = (): Answers => ({
    wanted: wanted.size,
    asked: asked.sourceCount,
    same: new Known(undefined, { keep: withoutRest }),
    others: new Others(asked, {
      size: limit,
      minScore,
      several,
      reader,
      costs,
      vocabulary: vocabulary.size,
      isByCharacters: isByCharacters(srcLang),
    }),
  });
  let answers = newAnswers();
  answers.same.finish();

  /** The segment that is asked for. */
  const text = new TextUnits();
  /** Whether the last pass has the translations of its source. */
  const isAnswered = (): boolean => {
    const number = wanted.add(text);
    if (number < answers.wanted) return true;
    open++;
    return false;
  };

  const othersOf = (): ReturnType<Others['of']> => {
    const number = asked.add(text);
    if (number < answers.asked) return answers.others.of(number);
    open++;
    return [];
  };

  return {
    match(segment, context, minScore) {
      const least = leastOf(minScore, settings);
      text.load(segment.content);
      if (text.isEmpty || !isAnswered()) return [];
      const isWanted = ({ score }: Ranked): boolean => score >= least;
      const source = answers.same.find(text);
      const exact = source < 0 ? [] : rankSame(answers.same, source, context, settings).list;
      const others = isExact(exact) ? [] : othersOf();
      const ranks = { exact: exact.filter(isWanted), others: others.filter(isWanted) };
      return toMatches(segment, ranks, settings, adapt);
    },
    knows(segment) {
      text.load(segment.content);
      return !text.isEmpty && isAnswered() && answers.same.find(text) >= 0;
    },
    get open() {
      return open;
    },
    begin() {
      const memories = new Memories(settings);
      const next = newAnswers();
      answers = next;
      return {
        add(input) {
          memories.take(input, (translation, source) => {
            const same = next.asked === 0 ? -1 : asked.find(source);
            if (wanted.find(source) >= 0) {
              next.same.add(translation, source);
              if (same >= 0 && translation.penalty === 0) next.others.close(same);
            }
            if (next.asked > 0) next.others.add(translation, source, { same, keep: withoutRest });
          });
        },
        end() {
          next.same.finish();
          open = 0;
        },
        count: {
          get translations() {
            return memories.count;
          },
          leftOut: memories.leftOut,
        },
      };
    },
  };
}

/** What a pass found. */
interface Answers {
  /** How many sources, and how many near matches, it was asked for. */
  readonly wanted: number;
  readonly asked: number;
  readonly same: Known;
  readonly others: Others;
}

/** Made when it is asked for: what is made by a module that is loaded stays in bundles that do not need it. */
function passOptions(): OptionKindsOf<PassMatcherOptions> {
  return { ...matcherOptions, several: { kind: 'count', most: 101 } };
}

/** An own copy without what only tells contexts: these were noted. */
function withoutRest({ entry, target, memory, penalty }: Translation): Translation {
  const { contexts: _contexts, previous: _previous, next: _next, replaced: _replaced, places, ...rest } = target;
  const { id, srcLang, source } = entry;
  const own = { ...rest, places: places.slice(0, 1) };
  return ownTranslation({ entry: { id, srcLang, source, targets: [own] }, target: own, memory, penalty });
}

/** Numbers of texts, in the order in which they came. */
class Keys {
  private readonly hash = createTextHash(randomKey());
  private readonly table = new HashTable();

  get size(): number {
    return this.table.size;
  }

  find({ key, keyStart, keyEnd }: TextUnits): number {
    this.hash.ofUnits(key, keyStart, keyEnd, 0);
    return this.table.find(this.hash.low, this.hash.high);
  }

  /** The number of a text, a new one where it is not there yet. */
  add(text: TextUnits): number {
    const known = this.find(text);
    return known >= 0 ? known : this.table.add(this.hash.low, this.hash.high);
  }
}
