import { type Content, codesOf } from '../../src/model/content.js';

/** What is compared of a text, read by regular expressions: what is tested must not be what says what is right. */
export interface OracleText {
  readonly content: Content;
  /** Folded; `#` for each number. */
  readonly words: readonly string[];
  /** Each with what it stands for: two texts differ in a kind where these differ. */
  readonly codes: string;
  readonly placedCodes: string;
  readonly numbers: string;
  readonly spelling: string;
  readonly spaces: string;
  readonly punctuation: string;
  /** What tells texts apart. */
  readonly key: string;
}

const inner = String.raw`['’.,:·\u05f3\u05f4\u200c\u200d-]`;
const address = String.raw`https?:\/\/[^\s\p{Cf}<>()\ufffc\p{Lo}]*[^\s\p{Cf}<>()\ufffc\p{Lo}.,;:!?]`;
const spaced = new RegExp(
  String.raw`${address}|(?![\ufe00-\ufe0f])[\p{L}\p{N}\p{M}_]+(?:${inner}[\p{L}\p{N}\p{M}_]+)*`,
  'giu',
);
const script = ['Hani', 'Hira', 'Kana', 'Hang', 'Bopo', 'Thai', 'Laoo', 'Khmr', 'Mymr', 'Tibt'];
const unspaced = String.raw`(?=\p{L})[${script.map((name) => String.raw`\p{scx=${name}}`).join('')}]`;
const other = String.raw`(?!${unspaced})[\p{L}\p{N}\p{M}_]`;
const byCharacters = new RegExp(
  String.raw`${address}|${unspaced}\p{M}*|(?![\ufe00-\ufe0f])(?:${other})+(?:${inner}(?:${other})+)*`,
  'giu',
);

const number = new RegExp(String.raw`^(?:\p{Nd}|${inner})+$`, 'u');

/** Reads a text of a language. */
export function readText(content: Content, language = 'en-US'): OracleText {
  let flat = '';
  const offsets: number[] = [];
  for (const inline of content) {
    if (inline.kind === 'text') flat += inline.text;
    else {
      offsets.push(flat.length);
      if (inline.kind === 'ph') flat += '\ufffc';
    }
  }
  const isByCharacters = /^(?:ja|zh|ko|th|lo|km|my|bo)\b/.test(language);
  const tokens = [...flat.matchAll(isByCharacters ? byCharacters : spaced)];
  const isNumber = (word: string): boolean => number.test(word);
  const words = tokens.map(([word]) => (isNumber(word) ? '#' : fold(word)));
  const signs: string[] = [];
  const spaces: string[] = [];
  let last = 0;
  // What stands between words: white space on either side of a placeholder is one.
  for (const [count, token] of [...tokens, undefined].entries()) {
    const between = flat.slice(last, token?.index).replace(/[\ufe00-\ufe0f]/g, '');
    for (const sign of between.replace(/[\s\p{Cf}\ufffc]/gu, '')) signs.push(`${count} ${sign}`);
    const runs = between.replace(/([\s\p{Cf}]+)\ufffc[\s\p{Cf}\ufffc]*/gu, '$1').replace(/\ufffc/g, '');
    const isFirst = count === 0;
    for (const run of runs.matchAll(/[\s\p{Cf}]+/gu)) {
      const isLeading = isFirst && run.index === 0;
      const isTrailing = token === undefined && run.index + run[0].length === runs.length;
      if (!isLeading && !isTrailing) spaces.push(`${count}${run[0]}`);
    }
    if (token !== undefined) last = token.index + token[0].length;
  }
  const codes = codesOf(content).map(({ kind, data }) => `${kind} ${data}`);
  const before = (offset: number): number => tokens.filter(({ index }) => index < offset).length;
  return {
    content,
    words,
    codes: JSON.stringify(codes),
    placedCodes: JSON.stringify(codes.map((code, at) => [code, before(offsets[at] ?? 0)])),
    numbers: JSON.stringify(tokens.map(([word]) => word).filter(isNumber)),
    spelling: JSON.stringify(tokens.map(([word]) => word).filter((word) => !isNumber(word))),
    spaces: JSON.stringify(spaces),
    punctuation: JSON.stringify(signs),
    key: content
      .map((inline) => (inline.kind === 'text' ? inline.text : `\u0001${inline.kind} ${inline.data}\u0002`))
      .join('')
      .replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''),
  };
}

function fold(word: string): string {
  return word.normalize('NFKC').toLowerCase().replaceAll('’', "'");
}

/** The edit distance of two lists, by the table that everybody knows. */
export function distanceOf(one: readonly unknown[], other: readonly unknown[]): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [row, item] of one.entries()) {
    const next = [row + 1];
    for (const [column, each] of other.entries()) {
      next.push(
        Math.min((above[column] ?? 0) + (item === each ? 0 : 1), (above[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1),
      );
    }
    above = next;
  }
  return above[other.length] ?? 0;
}

/** The penalties between two texts with a distance, each of a point; those of one text with itself are none. */
function penaltiesOf(one: OracleText, other: OracleText, distance: number): readonly string[] {
  if (one.key === other.key) return [];
  const found: string[] = [];
  if (distance > 0) {
    if (one.codes !== other.codes) found.push('codes');
    if (one.numbers !== other.numbers) found.push('numbers');
    return found;
  }
  if (one.placedCodes !== other.placedCodes) found.push('codes');
  if (one.numbers !== other.numbers) found.push('numbers');
  if (one.spelling !== other.spelling) found.push('case');
  if (one.spaces !== other.spaces) found.push('space');
  if (one.punctuation !== other.punctuation) found.push('punctuation');
  if (found.length > 0) return found;
  return [one.codes === '[]' ? 'space' : 'codes'];
}

/** The score of two texts by a distance: without context, memories, and several targets. */
export function scoreBy(one: OracleText, other: OracleText, distance: number): number {
  if (one.key === other.key) return 100;
  const longer = Math.max(one.words.length, other.words.length);
  if (longer === 0 || one.words.length === 0 || other.words.length === 0) return 0;
  const base = distance === 0 ? 100 : Math.min(94, Math.floor((100 * (longer - distance)) / longer));
  return base - penaltiesOf(one, other, distance).length;
}
