import { hasDenseSpace } from '../model/terms/limits.js';
import { wordsOf } from './text/words.js';

/** What slipped into the bold of translations: particles, and words such as "then click". */
export interface Affixes {
  /** Whether the text has one before or after a space where its script has none: a word of the sentence. */
  hasWord(target: string): boolean;
  /** The text without them, or without as many of them as make it a text that is known. */
  cut(target: string, isKnown: (text: string) => boolean): string;
  /** The same of those that sources mostly have once with and once without, as far as they have them at all. */
  cutSlipped(target: string, isKnown: (text: string) => boolean): string;
}

/** Fewer sources show nothing. */
const fewest = 3;
/** A whole target of so many sources is no translation of any. */
const manySources = 6;
/** Of the sources with an affix, the share that has the same target without it, from which on it is known to slip. */
const mostly = 0.4;
/** Longer ones are texts of their own. */
const longest = 16;

/**
 * Learns from the candidates of a language what is no part of terms: what one target of a source has before or after
 * another target of it, for several sources; and targets of many sources, none of which has most of them.
 */
export function learnAffixes(bySource: ReadonlyMap<string, ReadonlyMap<string, { readonly ui: number }>>): Affixes {
  const before = new Map<string, Set<string>>();
  const after = new Map<string, Set<string>>();
  const times = new Map<string, { sources: number; all: number; most: number }>();
  const spaced = { before: new Map<string, Set<string>>(), after: new Map<string, Set<string>>() };
  for (const [source, targets] of bySource) {
    const own = new Set<string>();
    for (const [target, { ui }] of targets) {
      if (ui === 0) continue;
      const seen = times.get(target) ?? { sources: 0, all: 0, most: 0 };
      times.set(target, { sources: seen.sources + 1, all: seen.all + ui, most: Math.max(seen.most, ui) });
      noteSpaced(target, source, spaced);
      // What is left of a target when something is cut off is another target.
      for (let cut = 1; cut <= Math.min(longest, target.length - 1); cut++) {
        const rest = target.slice(cut).trimStart();
        if (targets.has(rest)) own.add(`<${target.slice(0, target.length - rest.length)}`);
        const start = target.slice(0, -cut).trimEnd();
        if (targets.has(start)) own.add(`>${target.slice(start.length)}`);
      }
    }
    for (const affix of own) note(affix.startsWith('<') ? before : after, affix.slice(1), source);
  }
  const starts = new Set<string>();
  const ends = new Set<string>();
  for (const map of [before, spaced.before]) for (const [affix, of] of map) if (isNoPart(of)) starts.add(affix);
  for (const map of [after, spaced.after]) for (const [affix, of] of map) if (isNoPart(of)) ends.add(affix);
  for (const [target, { sources, all, most }] of times) {
    if (sources >= manySources && most * 2 < all && target.length <= longest) {
      starts.add(`${target} `);
      ends.add(` ${target}`);
    }
  }
  const isWord = (affix: string): boolean => affix.length > 1 && /^ | $/.test(affix);
  const words = { starts: new Set([...starts].filter(isWord)), ends: new Set([...ends].filter(isWord)) };
  const slipping = { starts: new Set<string>(), ends: new Set<string>() };
  const shown = sourcesWith(bySource, { starts, ends });
  for (const affix of starts) if (isMostly(before.get(affix), shown.starts.get(affix))) slipping.starts.add(affix);
  for (const affix of ends) if (isMostly(after.get(affix), shown.ends.get(affix))) slipping.ends.add(affix);
  return {
    hasWord: (target) => cutFrom(target, words, () => false) !== target,
    cut: (target, isKnown) => cutFrom(target, { starts, ends }, isKnown),
    cutSlipped: (target, isKnown) => cutFrom(target, slipping, isKnown),
  };
}

type Sources = ReadonlySet<string>;

/** Whether what several sources show is no translation of a word that nearly all of them have. */
function isNoPart(sources: Sources): boolean {
  if (sources.size < fewest) return false;
  const times = new Map<string, number>();
  for (const source of sources) {
    for (const word of new Set(wordsOf(source))) times.set(word, (times.get(word) ?? 0) + 1);
  }
  for (const sharing of times.values()) if (sharing > sources.size * 0.75) return false;
  return true;
}

/** How many sources have a target in bold with an affix. */
function sourcesWith(
  bySource: ReadonlyMap<string, ReadonlyMap<string, { readonly ui: number }>>,
  { starts, ends }: Sets,
): { starts: ReadonlyMap<string, number>; ends: ReadonlyMap<string, number> } {
  const found = { starts: new Map<string, number>(), ends: new Map<string, number>() };
  for (const targets of bySource.values()) {
    const own = { starts: new Set<string>(), ends: new Set<string>() };
    for (const [target, { ui }] of targets) {
      if (ui === 0) continue;
      for (let length = 1; length <= Math.min(longest + 1, target.length - 1); length++) {
        const start = target.slice(0, length);
        if (starts.has(start)) own.starts.add(start);
        const end = target.slice(-length);
        if (ends.has(end)) own.ends.add(end);
      }
    }
    for (const start of own.starts) found.starts.set(start, (found.starts.get(start) ?? 0) + 1);
    for (const end of own.ends) found.ends.set(end, (found.ends.get(end) ?? 0) + 1);
  }
  return found;
}

function isMostly(without: Sources | undefined, all = 0): boolean {
  return without !== undefined && without.size >= fewest && without.size >= all * mostly;
}

interface Sets {
  readonly starts: Sources;
  readonly ends: Sources;
}

/** Cuts affixes off, the longest first, each once: what stands there twice is a part of the term the second time. */
function cutFrom(target: string, { starts, ends }: Sets, isKnown: (text: string) => boolean): string {
  const used = new Set<string>();
  for (let text = target; ; ) {
    const start = affixAt(text, starts, used, (lower, length) => lower.slice(0, length));
    if (start > 0) text = text.slice(start).trimStart();
    const end = start > 0 ? 0 : affixAt(text, ends, used, (lower, length) => lower.slice(-length));
    if (end > 0) text = text.slice(0, -end).trimEnd();
    if (start + end === 0 || isKnown(text)) return text;
  }
}

/** How long the longest affix is that a text has and that was not cut off before; 0: none. */
function affixAt(
  text: string,
  affixes: Sources,
  used: Set<string>,
  sideOf: (lower: string, length: number) => string,
): number {
  const lower = text.toLowerCase();
  for (let length = Math.min(longest + 1, lower.length - 1); length > 0; length--) {
    const affix = sideOf(lower, length);
    if (!affixes.has(affix) || used.has(affix)) continue;
    used.add(affix);
    return length;
  }
  return 0;
}

/** Notes the words before the first space, and after the last, where letters around it need none. */
function noteSpaced(
  target: string,
  source: string,
  { before, after }: { before: Map<string, Set<string>>; after: Map<string, Set<string>> },
): void {
  const first = target.indexOf(' ');
  if (first > 0 && first < longest && hasDenseSpace(target, first)) note(before, target.slice(0, first + 1), source);
  const last = target.lastIndexOf(' ');
  if (target.length - last < longest && hasDenseSpace(target, last)) note(after, target.slice(last), source);
}

function note(sources: Map<string, Set<string>>, word: string, source: string): void {
  const known = sources.get(word);
  if (known === undefined) sources.set(word, new Set([source]));
  else known.add(source);
}
