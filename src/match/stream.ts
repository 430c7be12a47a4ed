import type { EntryText } from '../model/memory/entry.js';
import { createAdapter } from './adapt/adapt.js';
import { Asked } from './asked/asked.js';
import { Others } from './asked/others.js';
import { type ContextHashes, contextsOf, hashesOf, type MatchContext } from './context.js';
import { Costs } from './costs.js';
import { Known } from './known/known.js';
import { type LeftOut, type MatcherInput, Memories } from './known/memories.js';
import { rankSeen } from './known/same.js';
import { ownTranslation } from './known/translation.js';
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

/**
 * Makes a matcher for memories that are larger than the memory of the machine: the segments are indexed, and entries stream
 * past; of these only matches are kept, as copies, and of the same source all translations, each once. It gives the same as
 * {@link createMatcher}, from 70 on; below, both find what they find.
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
  const list: Asking[] = [];
  for (const { source: segment, context } of segments) {
    text.load(segment.content);
    const source = text.isEmpty ? -1 : asked.add(text);
    const hashes = source < 0 || context === undefined ? undefined : hashesOf(context);
    if (hashes !== undefined) asked.addContext(source, hashes);
    list.push({ segment, source, hashes });
  }
  /** Translations of the same sources. */
  const known = new Known(undefined, { keep: ownTranslation });
  /** By source: translations of others. */
  const others = new Others(asked, {
    size: limit,
    minScore,
    reader,
    costs: new Costs(settings),
    vocabulary: vocabulary.size,
    isByCharacters: isByCharacters(srcLang),
  });

  const adapt = createAdapter(srcLang, trgLang);
  const matchesOf = (at: number): readonly Match[] => {
    const { segment, source, hashes } = list[at] ?? nothing;
    if (source < 0) return [];
    const same = known.find(text.load(segment.content));
    const inContext = hashes === undefined ? new Map<number, number>() : asked.inContext(source, hashes);
    const exact = same < 0 ? [] : rankSeen(known, same, inContext, settings).list;
    const rest = isExact(exact) ? [] : others.of(source);
    return toMatches(segment, { exact, others: rest }, settings, adapt);
  };

  return {
    add(input) {
      memories.take(input, (translation, source) => {
        const same = asked.find(source);
        if (same >= 0) {
          const index = known.addAlone(translation, source);
          contextsOf(translation.target, (bit, hash) => asked.noteContext(same, index, bit, hash));
          // What others are worth does not matter then.
          if (translation.penalty === 0) others.close(same);
        }
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

/** A segment that is asked for: the number of its source, and its context. */
interface Asking {
  readonly segment: EntryText;
  readonly source: number;
  readonly hashes: ContextHashes | undefined;
}

const nothing: Asking = { segment: { text: '', content: [] }, source: -1, hashes: undefined };
