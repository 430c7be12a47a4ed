import type { EntryText } from '../model/memory/entry.js';
import { createAdapter } from './adapt/adapt.js';
import { contextsOf, hashesOf, type MatchContext } from './context.js';
import { Costs } from './costs.js';
import { Asked } from './known/asked.js';
import { type LeftOut, type MatcherInput, Memories } from './known/memories.js';
import { Others } from './known/others.js';
import { Ranking, Rankings, sameSource } from './known/ranking.js';
import { ownTranslation, type Translation } from './known/translation.js';
import { isExact, type Match, toMatches } from './match.js';
import { type MatcherOptions, settingsOf } from './options.js';
import { isByCharacters } from './shape/characters.js';
import { ShapeReader } from './shape/reader.js';
import { TextUnits } from './shape/text-units.js';
import { Vocabulary } from './shape/vocabulary.js';

/** A segment that matches are asked for. */
export interface AskedSegment {
  readonly source: EntryText;
  readonly context?: MatchContext;
}

/** Finds matches for segments that are all known before, in memories that are read once. */
export interface StreamMatcher {
  /** Takes entries, or memories; any number of times. Parts of one memory have its name. */
  add(input: MatcherInput): void;
  /** The matches of each segment so far, in the order of the segments: what {@link Matcher.match} gives for it. */
  matches(): readonly (readonly Match[])[];
  /** Those of one of them, by its place among the segments, from 0: for all together there may not be room. */
  matchesOf(segment: number): readonly Match[];
  /** What was taken so far. */
  readonly count: { readonly translations: number; readonly leftOut: Readonly<LeftOut> };
}

/** So many more translations of a source are kept than are asked for: what is known of one may come in parts. */
const spare = 16;

/**
 * Makes a matcher for memories that are larger than the memory of the machine: the segments are indexed, and entries stream
 * past; of these only matches are kept, as copies. It gives the same as {@link createMatcher}, from 70 on; below, both find what they
 * find.
 *
 * @throws {RangeError} There is no such option, or its value is none that it takes.
 * @example
 * const read = (text = '') => ({ text, content: parseInline(text) });
 * const stream = createStreamMatcher([{ source: read('Select a file.') }], { trgLang: 'de-DE' });
 * const target = { ...read('Eine **Datei** wählen.'), trgLang: 'de-DE', count: 1, places: [] };
 * stream.add([{ id: '1', srcLang: 'en-US', source: read('Select a **file**.'), targets: [target] }]);
 * stream.matches().map(([best]) => `${best?.score} ${best?.target.text}`) // ['99 Eine Datei wählen.']
 */
export function createStreamMatcher(segments: Iterable<AskedSegment>, options: MatcherOptions): StreamMatcher {
  const settings = settingsOf(options);
  const { srcLang, trgLang, limit, minScore } = settings;
  const vocabulary = new Vocabulary();
  const reader = new ShapeReader(srcLang, vocabulary);
  const asked = new Asked(reader);
  const memories = new Memories(settings);
  const text = new TextUnits();
  const list: { readonly segment: EntryText; readonly source: number }[] = [];
  for (const { source: segment, context } of segments) {
    text.load(segment.content);
    const source = text.isEmpty ? -1 : asked.add(text);
    if (source >= 0 && context !== undefined) asked.addContext(list.length, source, hashesOf(context));
    list.push({ segment, source });
  }
  const own = { size: Math.max(limit, 2) + spare, minScore };
  /** By source: translations of the same one. */
  const exact = new Rankings(asked.sourceCount, own);
  /** By segment: those that were seen in its context. */
  const inContext = new Rankings(list.length, own);
  /** By source: translations of others. */
  const others = new Others(asked, {
    size: limit,
    minScore,
    reader,
    costs: new Costs(settings),
    vocabulary: vocabulary.size,
    isByCharacters: isByCharacters(srcLang),
  });

  const addSame = (translation: Translation, source: number): void => {
    let kept: Translation | undefined;
    const keep = (): Translation => (kept ??= ownTranslation(translation));
    exact.offer(source, sameSource(translation, 0), keep);
    // What others are worth does not matter then.
    if (isExact(exact.of(source))) others.close(source);
    const found = new Map<number, number>();
    contextsOf(translation.target, (bit, hash) => {
      for (const segment of asked.inContext(source, bit, hash)) found.set(segment, (found.get(segment) ?? 0) | bit);
    });
    for (const [segment, bits] of found) inContext.offer(segment, sameSource(translation, bits), keep);
  };

  const adapt = createAdapter(srcLang, trgLang);
  const matchesOf = (at: number): readonly Match[] => {
    const { segment, source } = list[at] ?? none;
    if (source < 0) return [];
    const own = new Ranking(Math.max(limit, 2), minScore);
    // What is joined there is changed.
    for (const ranked of inContext.of(at)) own.offer({ ...ranked }, false);
    for (const ranked of exact.of(source)) own.offer({ ...ranked }, false);
    const rest = isExact(own.list) ? [] : others.of(source);
    return toMatches(segment, { exact: own.list, others: rest }, settings, adapt);
  };

  return {
    add(input) {
      memories.take(input, (translation, source) => {
        const same = asked.find(source);
        if (same >= 0) addSame(translation, same);
        others.add(translation, source, { same, keep: ownTranslation });
      });
    },
    matches: () => list.map((_, at) => matchesOf(at)),
    matchesOf,
    count: {
      get translations() {
        return memories.count;
      },
      leftOut: memories.leftOut,
    },
  };
}

const none = { segment: { text: '', content: [] }, source: -1 };
