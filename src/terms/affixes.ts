import { hasDenseSpace } from '../model/terms/limits.js';

/** What slipped into the bold of translations: particles, and words such as "then click". */
export interface Affixes {
  /** Whether the text has one before or after a space where its script has none: a word of the sentence. */
  hasWord(target: string): boolean;
  /** The text without them. */
  cut(target: string): string;
}

/** Fewer sources show nothing. */
const fewest = 3;
/** A whole target of so many sources is no translation of any. */
const manySources = 6;
/** Longer ones are texts of their own. */
const longest = 16;

/**
 * Learns from the candidates of a language what is no part of terms: what one target of a source has before or after
 * another target of it, for several sources; and targets of many sources, none of which has most of them.
 */
export function learnAffixes(bySource: ReadonlyMap<string, ReadonlyMap<string, { readonly ui: number }>>): Affixes {
  const before = new Map<string, number>();
  const after = new Map<string, number>();
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
    for (const affix of own) {
      const map = affix.startsWith('<') ? before : after;
      map.set(affix.slice(1), (map.get(affix.slice(1)) ?? 0) + 1);
    }
  }
  for (const [word, of] of spaced.before) if (of.size >= fewest) before.set(word, of.size);
  for (const [word, of] of spaced.after) if (of.size >= fewest) after.set(word, of.size);
  const starts = new Set<string>();
  const ends = new Set<string>();
  for (const [affix, sources] of before) if (sources >= fewest) starts.add(affix);
  for (const [affix, sources] of after) if (sources >= fewest) ends.add(affix);
  for (const [target, { sources, all, most }] of times) {
    if (sources >= manySources && most * 2 < all && target.length <= longest) {
      starts.add(`${target} `);
      ends.add(` ${target}`);
    }
  }
  const isWord = (affix: string): boolean => affix.length > 1 && /^ | $/.test(affix);
  const words = { starts: new Set([...starts].filter(isWord)), ends: new Set([...ends].filter(isWord)) };
  return {
    hasWord: (target) => cutEnds(cutStarts(target, words.starts), words.ends) !== target,
    cut: (target) => cutEnds(cutStarts(target, starts), ends),
  };
}

function cutStarts(target: string, affixes: ReadonlySet<string>): string {
  const lower = target.toLowerCase();
  for (let length = Math.min(longest + 1, lower.length - 1); length > 0; length--) {
    if (affixes.has(lower.slice(0, length))) return cutStarts(target.slice(length).trimStart(), affixes);
  }
  return target;
}

function cutEnds(target: string, affixes: ReadonlySet<string>): string {
  const lower = target.toLowerCase();
  for (let length = Math.min(longest + 1, lower.length - 1); length > 0; length--) {
    if (affixes.has(lower.slice(-length))) return cutEnds(target.slice(0, -length).trimEnd(), affixes);
  }
  return target;
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
