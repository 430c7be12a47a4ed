import type { SourceUnit } from '../../../model/source-article.js';
import { atomsOf, BlockText, type IsDefined } from '../../../read/source/block-text.js';
import { englishSentences, type SentenceEnd, type SentenceRules } from '../../../read/source/cut/sentences.js';

/** So much of a word tells where a segment starts, or ends. */
const longest = 12;

/**
 * A unit with atoms that end wherever a segment of a document may: rules of another tool, or an SRX file, cut where ours see
 * one text. `keys`: what the sources of these are known by. `undefined`: the unit has no atoms.
 */
export function withAtomsOf(
  article: string,
  unit: SourceUnit,
  keys: readonly string[],
  isDefined: IsDefined,
): SourceUnit | undefined {
  if (unit.atoms.length === 0) return undefined;
  return { ...unit, atoms: atomsOf(new BlockText(article, unit.lines, isDefined, rulesLike(keys))) };
}

/** Sentences may end after the last words of segments, and before their first ones. */
function rulesLike(keys: readonly string[]): SentenceRules {
  const words = keys.map((key) => key.replace(/\0[^\0]*\0/g, '\0'));
  const tails = new Words(words.map((text) => /[^\s\0]{0,12}$/.exec(text)?.[0] ?? ''));
  const heads = new Words(words.map((text) => /^[^\s\0]{0,12}/.exec(text)?.[0] ?? ''));
  return {
    ends(text) {
      const places = new Set<number>();
      let end = 0;
      for (let at = 1; at < text.length; at++) {
        if (/\S/.test(text.charAt(at - 1))) end = at;
        if (inWord.test(text.slice(at - 1, at + 1))) continue;
        if (tails.endAt(text, at)) places.add(at);
        if (heads.startAt(text, at)) places.add(end);
      }
      for (const { at } of englishSentences.ends(text)) places.add(at);
      return [...places].sort((a, b) => a - b).map((at): SentenceEnd => ({ at, isSure: false }));
    },
  };
}

const inWord = /^[A-Za-z0-9]{2}$/;

/** Words of a few characters, to be looked for at each place of a text. */
class Words {
  private readonly words: ReadonlySet<string>;
  private readonly lengths: readonly number[];

  constructor(words: readonly string[]) {
    this.words = new Set(words.filter((word) => word !== ''));
    this.lengths = Array.from({ length: longest }, (_, index) => index + 1).filter((length) =>
      words.some((word) => word.length === length),
    );
  }

  endAt(text: string, at: number): boolean {
    return this.lengths.some((length) => length <= at && this.words.has(text.slice(at - length, at)));
  }

  startAt(text: string, at: number): boolean {
    return this.lengths.some((length) => this.words.has(text.slice(at, at + length)));
  }
}
