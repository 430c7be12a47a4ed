import type { Entry, FrontMatter, Side } from '../../model/article.js';
import type { Range } from '../../model/position.js';
import { readInline } from '../inline/inline.js';
import { withRange } from '../segments.js';
import { atomsOf, BlockText, countedIn, type IsDefined, usualParts } from './block-text.js';
import type { SentenceRules } from './cut/sentences.js';
import type { UnitDraft } from './units.js';

/** The title and the description in the front matter of an article, in the order of the text. */
export function* headerUnits(
  text: string,
  frontMatter: FrontMatter | undefined,
  isDefined: IsDefined,
  rules: SentenceRules,
): Generator<UnitDraft, void, undefined> {
  const seen = new Set<string>();
  for (const entry of frontMatter?.entries ?? []) {
    const { key, value, valueRange } = entry;
    if ((key !== 'title' && key !== 'description') || seen.has(key)) continue;
    seen.add(key);
    if (typeof value !== 'string' || value.trim() === '') continue;
    const block = key === 'title' ? 'title' : 'front-matter';
    const lines = [innerRange(text, entry)];
    if (text.slice(lines[0]?.start, lines[0]?.end) !== value) {
      // Folded, or with escapes: its parts have no places of their own.
      const sources = [wholeSide(value, valueRange, isDefined)];
      yield { block, level: undefined, lines: [valueRange], atoms: [], sources, usual: undefined };
      continue;
    }
    const read = new BlockText(text, lines, isDefined, rules);
    const parts = key === 'title' ? [{ start: 0, end: value.length }] : usualParts(read);
    const atoms = atomsOf(read);
    const usual = key === 'title' ? undefined : countedIn(text, lines, isDefined, rules);
    yield { block, level: undefined, lines, atoms, sources: parts.map((part) => read.sideOf(part)), usual };
  }
}

/** The value without its quotes. */
function innerRange(text: string, { valueRange: { start, end } }: Entry): Range {
  const quoted = /^(["']).*\1$/s.test(text.slice(start, end)) && end - start > 1;
  return quoted ? { start: start + 1, end: end - 1 } : { start, end };
}

function wholeSide(value: string, range: Range, isDefined: IsDefined): Side {
  const read = value.replace(/\s+/g, ' ').trim();
  return { range, text: read, content: withRange(readInline(read, { isDefined }), range) };
}
