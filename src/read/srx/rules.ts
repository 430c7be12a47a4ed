import type { SentenceEnd, SentenceRules } from '../source/cut/sentences.js';

/** A rule of SRX, compiled. */
export interface SrxRule {
  readonly isBreak: boolean;
  /** What stands before a place, to be looked for backwards from there: it is sticky. Not there: anything. */
  readonly before?: RegExp;
  /** What stands after a place, to be looked for at each: it is global. Not there: anything. */
  readonly after?: RegExp;
}

/**
 * Rules for sentences made of those of SRX: at each place the first rule that matches says whether the text is cut there.
 * Where a later rule would have cut, a sentence may end, but not surely.
 */
export function sentenceRulesOf(rules: readonly SrxRule[]): SentenceRules {
  return {
    inCodes: true,
    ends(text) {
      const decided = new Map<number, boolean>();
      const places = new Set<number>();
      for (const { isBreak, before, after } of rules) {
        for (const at of placesOf(text, before, after)) {
          if (isBreak) places.add(at);
          if (!decided.has(at)) decided.set(at, isBreak);
        }
      }
      return [...places].sort((a, b) => a - b).map((at): SentenceEnd => ({ at, isSure: decided.get(at) === true }));
    },
  };
}

/** The places within a text that a rule matches at, in ascending order. */
function* placesOf(
  text: string,
  before: RegExp | undefined,
  after: RegExp | undefined,
): Generator<number, void, undefined> {
  for (let at = next(text, after, 1); at !== undefined && at < text.length; at = next(text, after, at + 1)) {
    if (before === undefined) yield at;
    else {
      before.lastIndex = at;
      if (before.test(text)) yield at;
    }
  }
}

/** From a place on, or from the one after it where it parts the halves of a character: patterns would step back from there. */
function next(text: string, after: RegExp | undefined, place: number): number | undefined {
  const from = partsCharacter(text, place) ? place + 1 : place;
  if (after === undefined) return from;
  after.lastIndex = from;
  return after.exec(text)?.index;
}

function partsCharacter(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
