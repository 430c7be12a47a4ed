import { hasOpenWords, holdsWords } from '../model/terms/limits.js';
import { keyOf } from '../model/terms/term-text.js';
import type { Affixes } from './affixes.js';
import type { TermEvidence } from './evidence.js';
import { isBroken, isUnusual, type Lengths, usualLengths } from './form.js';
import { addSlipped, cutsOf, keepWhole, type Rival, slips, slipsAny } from './slips.js';
import type { KnownPair, TermTable } from './table.js';
import { hashWord, wordsOf } from './text/words.js';

/** What the tree says of a candidate. */
export interface Judged {
  readonly pair: KnownPair;
  /** Segments in which both stand; those with the same texts count once. */
  readonly segments: number;
  /** Segments in which both stand, each place counted. */
  readonly count: number;
  /** How many of the segments with the source have the target, from 0 to 1. */
  readonly share: number;
  readonly verdict: Verdict;
}

/** Whether a candidate is a translation, and if not, why. */
export type Verdict = 'term' | 'rare' | 'word' | 'half' | 'part' | 'more' | 'length' | 'share';

export interface JudgeOptions {
  /** Fewer segments with both show nothing. */
  readonly minCount: number;
  /** Targets that stand in a smaller share of the segments with the source are left out, from 0 to 1. */
  readonly minShare: number;
}

/** Decides for each candidate, in the order of the table, whether it is a term and its translation. */
export function judgeTerms(
  { texts, pairs, affixes }: TermTable,
  evidence: TermEvidence,
  options: JudgeOptions,
): Judged[] {
  const tree: Tree = { evidence, affixes, usual: usualLengths(pairs), options };
  const judged: Judged[] = [];
  let at = 0;
  for (let source = 0; source < texts.sources.length; source++) {
    const targets = texts.partners[source] as readonly number[];
    const own = new Set<string>();
    for (let index = 0; index < targets.length; index++) {
      const { target, isCut } = pairs[at + index] as KnownPair;
      if (!isCut) own.add(target);
    }
    const isKnown = (text: string): boolean => own.has(keyOf(text));
    const rivals = targets.map((target, index): Rival => {
      const pair = pairs[at + index] as KnownPair;
      const both = Math.max(1, (evidence.both[source] as Uint32Array)[index] as number);
      const count = Math.max(both, (evidence.places[source] as Uint32Array)[index] as number);
      const inSource = Math.max(both, evidence.sources[source] as number);
      const inTarget = Math.max(both, evidence.targets[target] as number);
      const dice = (2 * both) / (inSource + inTarget);
      const cut = cutsOf(pair, affixes, isKnown);
      return { pair, target, cut, both, count, share: both / inSource, back: both / inTarget, dice };
    });
    keepWhole(rivals);
    addSlipped(rivals);
    const strong = strongest(rivals);
    const verdicts = rivals.map((rival) => verdictOf(source, rival, strong, tree));
    const terms = new Map<string, Rival>();
    rivals.forEach((rival, index) => {
      if (verdicts[index] === 'term') terms.set(rival.pair.target, rival);
    });
    rivals.forEach((rival, index) => {
      if (verdicts[index] === 'term' && slipsAny(rival, terms)) verdicts[index] = 'more';
    });
    const best = bestOf(rivals.filter((_, index) => verdicts[index] === 'term'));
    rivals.forEach((rival, index) => {
      const verdict = verdicts[index] as Verdict;
      const { pair, both: segments, count, share } = rival;
      const isWeak = verdict === 'term' && best !== undefined && rival !== best && !isBeside(rival, best);
      judged.push({ pair, segments, count, share, verdict: isWeak ? 'share' : verdict });
    });
    at += targets.length;
  }
  return judged;
}

/** A candidate is compared with so many others of its source. */
const mostRivals = 50;

function strongest(rivals: readonly Rival[]): readonly Rival[] {
  if (rivals.length <= mostRivals) return rivals;
  return [...rivals].sort((one, other) => other.both - one.both).slice(0, mostRivals);
}

function bestOf(rivals: readonly Rival[]): Rival | undefined {
  return rivals.reduce<Rival | undefined>(
    (best, rival) => (best === undefined || strengthOf(rival) > strengthOf(best) ? rival : best),
    undefined,
  );
}

function strengthOf({ both, dice, pair }: Rival): number {
  return both * dice * Math.log2(1 + pair.ui + pair.link + pair.title);
}

/** Whether a translation is real beside the best one: it stood out more than once, and is no part of the other. */
function isBeside({ pair, share }: Rival, { pair: best }: Rival): boolean {
  if (holdsWords(pair.target, best.target) || holdsWords(best.target, pair.target)) return false;
  return pair.ui + pair.link + pair.title >= 2 && share >= 0.15;
}

/** What is the same for all candidates. */
interface Tree {
  readonly evidence: TermEvidence;
  readonly affixes: Affixes;
  readonly usual: Lengths;
  readonly options: JudgeOptions;
}

/** `rivals`: the strongest candidates of the source. `docs/terms.md` says of each verdict what it is for. */
function verdictOf(
  source: number,
  rival: Rival,
  rivals: readonly Rival[],
  { evidence, affixes, usual, options: { minCount, minShare } }: Tree,
): Verdict {
  const { pair, target, both, count, share, back, dice } = rival;
  if (pair.fixed > 0 && pair.source === pair.target) return 'term';
  if (count < minCount) return 'rare';
  // A title and its translation are whole texts: nothing was moved.
  if (pair.title > 0) return share < minShare ? 'share' : 'term';
  // A word of the language, which stood out once or twice.
  if (count > 500 * (pair.ui + pair.link)) return 'rare';
  // One sentence, in several places: enough where neither stands anywhere else.
  if (both < 2 && (dice < 1 || pair.ui < minCount)) return 'rare';
  if (share < minShare) return 'share';
  if (pair.source === pair.target) return share < 0.5 && both < 5 ? 'rare' : 'term';
  if (isBroken(pair, affixes)) return 'part';
  if (pair.ui < 5 && evidence.besideLetter(target) > 0.7) return 'part';
  if (evidence.apart(target) === 0 && hasOpenWords(pair.target)) return 'part';
  const words = wordsOf(pair.source);
  const explained = explain(source, rival, words, evidence);
  if (dice < explained.other * 0.8 && explained.own < explained.other) return 'word';
  if (words.length > 1 && back < 0.4 && explained.own > dice * 1.25) return 'half';
  if (words.length > 1 && !/\p{sc=Han}/u.test(pair.target) && isUnusual(pair, both, usual)) return 'length';
  for (const other of rivals) {
    if (other === rival || slips(other, rival)) continue;
    if (holdsWords(other.pair.target, pair.target) && other.both >= both * 0.6 && other.pair.ui > 0) return 'part';
    if (holdsWords(pair.target, other.pair.target) && both < other.both * 0.4) return 'more';
  }
  return both > 1 && dice < 0.2 + 0.6 / both ? 'rare' : 'term';
}

/**
 * How well words of the source say that the target stands there: the best of those in the term, and of the others that
 * mostly stand beside the term where the target does.
 */
function explain(
  source: number,
  { target, share }: Rival,
  words: readonly string[],
  evidence: TermEvidence,
): { own: number; other: number } {
  const own = new Set(words.map(hashWord));
  const all = evidence.targets[target] as number;
  const best = { own: 0, other: 0 };
  for (const [word, segments] of evidence.wordsBeside(target)) {
    const dice = (2 * segments) / (evidence.words(word) + all);
    if (own.has(word)) best.own = Math.max(best.own, dice);
    else if (dice > best.other && evidence.wordShare(source, word) >= share / 2) best.other = dice;
  }
  return best;
}
