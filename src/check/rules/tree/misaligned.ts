import type { Code, Content, Inline } from '../../../model/content.js';
import { letterOf } from '../../languages/scripts.js';
import { readingsOf } from '../../numbers/conventions.js';
import { mayHaveNumber } from '../../numbers/digits.js';
import { findNumerals } from '../../numbers/numerals.js';
import type { ArticleRule } from '../../rule.js';
import type { PairView, SideView } from '../../view.js';

/** What of a text is the same in its translation: numbers, codes, and names. */
interface Anchors {
  /** What stands out: the same word elsewhere is no accident. */
  readonly marks: ReadonlySet<string>;
  /** All of that, and every other word. */
  readonly all: ReadonlySet<string>;
}

const name = /[A-Za-z][A-Za-z0-9_.+#]*[A-Za-z0-9_+#]/g;
const nameCharacter = /[A-Za-z0-9_.+#]/;

const anyConventions = { commaDecimal: true, clock: false };

/** Targets that have the numbers, codes and names of a neighbour's source, and none of their own source's. */
export const misaligned: ArticleRule<'check/misaligned'> = {
  code: 'check/misaligned',
  scope: 'article',
  severity: 'warning',
  meaning:
    'The target has the numbers, codes and names of the source before or after it, and none of those of its own source.',
  message: 'The target may be that of the neighbour {0}.',
  example: {
    trgLang: 'de-DE',
    source: 'Set `MaxPages` and `MinPages`.',
    target: 'Legen Sie `InkLevel` und `InkColor` fest.',
    neighbours: [{ source: '`InkLevel` and `InkColor` are fixed.', target: 'Das ist fest.' }],
  },
  issueType: 'mistranslation',
  mqm: 'mistranslation',
  precision: { findings: 1, judged: 1, right: 1, planted: 4101, found: 583 },
  check(pairs, report) {
    const sourceAt = keptBy((index) => {
      const pair = pairs[index];
      return pair && anchorsOf(pair.source);
    });
    const targetAt = keptBy((index) => {
      const pair = pairs[index];
      return pair && marksOf(pair.target, isForeign(pair));
    });
    pairs.forEach((pair, index) => {
      if (!mayHaveMark(pair.target) || sharesName(pair) || sharesCode(pair)) return;
      const own = targetAt(index);
      if (own === undefined || own.size === 0) return;
      const expected = sourceAt(index);
      if (expected === undefined || countCommon(own, expected.all) > 0) return;
      const enough = expected.marks.size > 0 ? 1 : 2;
      for (const other of [index - 1, index + 1]) {
        const neighbour = sourceAt(other);
        if (neighbour === undefined) continue;
        const common = countCommon(own, neighbour.all);
        if (common < enough || common * 2 < own.size) continue;
        // The neighbour has a target that fits it: this one only says what was said there.
        const its = targetAt(other);
        if (its !== undefined && countCommon(its, neighbour.all) >= common) continue;
        if (sameText(pairs[other], pair)) continue;
        const { segment, target: side } = pair;
        const args = [pairs[other]?.segment.id ?? ''];
        report({ pair, side, range: segment.target.range, args });
        return;
      }
    });
  },
};

/** Names that are looked for one by one: each is a search of the whole source. */
const mostTried = 10;

/** Whether one of the first names of the target is a word of the source: most targets need no closer look. */
function sharesName(pair: PairView): boolean {
  const { source, target } = pair;
  const foreign = isForeign(pair);
  name.lastIndex = 0;
  for (let tried = 0; tried < mostTried; tried++) {
    const found = name.exec(target.text)?.[0];
    if (found === undefined) return false;
    if (found.length >= 3 && (foreign || standsOut(singularOf(found))) && hasName(source.text, found)) return true;
  }
  return false;
}

/** Whether a target is in another script than names of products and of code are. */
function isForeign({ trgLang = '' }: PairView): boolean {
  return letterOf(trgLang) !== undefined;
}

/** Whether a side may have a mark; `false` only where it has none. */
function mayHaveMark({ side, text }: SideView): boolean {
  return side.content.some(isCodeMark) || /[A-Za-z][A-Za-z0-9_.+#]{2}/.test(text) || mayHaveNumber(text);
}

/** Whether a code of the target stands in its source, too. */
function sharesCode({ source, target }: PairView): boolean {
  if (!target.side.content.some(isCodeMark)) return false;
  const others = new Set(codeMarksOf(source.side.content));
  return others.size > 0 && codeMarksOf(target.side.content).some((mark) => others.has(mark));
}

/** Whether a text has a name with nothing before and after it that might belong to it. */
function hasName(text: string, found: string): boolean {
  for (let at = text.indexOf(found); at >= 0; at = text.indexOf(found, at + 1)) {
    if (at > 0 && nameCharacter.test(text.charAt(at - 1))) continue;
    let end = at + found.length;
    while (text.charAt(end) === '.') end++;
    if (!nameCharacter.test(text.charAt(end))) return true;
  }
  return false;
}

/** Only English has the plural. */
function singularOf(found: string): string {
  return found.length > 3 ? found.replace(/e?s$/i, '') : found;
}

function sameText(one: PairView | undefined, other: PairView): boolean {
  return one?.source.side.text === other.source.side.text || one?.target.side.text === other.target.side.text;
}

function countCommon(marks: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const mark of marks) if (others.has(mark)) count++;
  return count;
}

/** What is made of the pair with an index, once it is asked for. */
function keptBy<T>(make: (index: number) => T | undefined): (index: number) => T | undefined {
  const kept = new Map<number, T | undefined>();
  return (index) => {
    const known = kept.get(index);
    if (known !== undefined) return known;
    const made = make(index);
    kept.set(index, made);
    return made;
  };
}

/** What stands out of a text. `isForeign`: it is in another script, in which all that is in Latin letters is a name. */
function marksOf({ side, text }: SideView, isForeign: boolean): ReadonlySet<string> {
  const marks = new Set(codeMarksOf(side.content));
  for (const digits of digitsIn(text)) if (digits.length > 1) marks.add(digits);
  for (const [found] of text.matchAll(name)) {
    if (found.length < 3) continue;
    const singular = singularOf(found);
    if (isForeign || standsOut(singular)) marks.add(singular.toLowerCase());
  }
  return marks;
}

/** The marks of a source, and its other words. */
function anchorsOf(view: SideView): Anchors {
  const marks = marksOf(view, false);
  const all = new Set(marks);
  for (const digits of digitsIn(view.text)) all.add(digits);
  for (const [found] of view.text.matchAll(name)) {
    const lower = singularOf(found).toLowerCase();
    all.add(lower);
    if (/[_.#+]/.test(lower)) for (const part of lower.split(/[_.#+]/)) all.add(part);
  }
  return { marks, all };
}

/** The digits of each number. */
function digitsIn(text: string): string[] {
  return findNumerals(text).flatMap((numeral) =>
    (readingsOf(numeral, text, anyConventions)[0] ?? []).map((number) => number.replaceAll('.', '')),
  );
}

/** The codes that are the same in a translation. */
function codeMarksOf(content: Content): string[] {
  const marks: string[] = [];
  for (const inline of content) if (isCodeMark(inline)) marks.push(inline.data.toLowerCase());
  return marks;
}

function isCodeMark(inline: Inline): inline is Code {
  if (inline.kind === 'text' || inline.kind === 'ec') return false;
  const { subType, data } = inline;
  if (subType !== 'md:code' && subType !== 'md:xref' && subType !== 'md:autolink') return false;
  return /[A-Za-z0-9]{2}/.test(data) || /[\p{L}\p{N}]{2}/u.test(data);
}

/** Capitals inside, digits, or signs: a name in any language. */
function standsOut(text: string): boolean {
  return /^[A-Z]{3,}$|[a-z0-9][A-Z]|[A-Za-z][0-9]|[_.#+]./.test(text);
}
