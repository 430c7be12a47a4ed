import type { Range } from '../../model/position.js';
import { isInHeader, type SourceArticle, type SourceUnit } from '../../model/source-article.js';
import { parseInline } from '../../read/inline/inline.js';
import { readSource, sourceArticleOf } from '../../read/source/read-source.js';
import { type Translations, translationEdits, withTranslations } from '../../read/source/translation-edits.js';

/** So many times the article is read to find what breaks it; what is undecided then is taken to. */
const mostReads = 32;

/** Of a block with more, none is written where one of them breaks it. */
const mostTried = 32;

/**
 * The ids of those translations with which the article has the blocks that it had, and no other key in its front matter: one
 * that starts a comment, a table or a list would take what is around it with it.
 */
export function soundTranslations(article: SourceArticle, translations: Translations): ReadonlySet<string> {
  if (isSound(article, translations)) return new Set(translations.keys());
  // Reading a block costs less than reading the article.
  const candidates = article.units.flatMap((unit) => soundAlone(article, unit, translations));
  let reads = 0;
  const sound = (ids: readonly string[]): readonly string[] => {
    if (reads++ >= mostReads) return [];
    if (isSound(article, only(translations, ids))) return ids;
    if (ids.length === 1) return [];
    const middle = ids.length >> 1;
    return [...sound(ids.slice(0, middle)), ...sound(ids.slice(middle))];
  };
  const found = sound(candidates);
  return new Set(found.length === candidates.length || isSound(article, only(translations, found)) ? found : []);
}

/** The ids of those translations of a block with which it is still that block when it is read alone. One that cannot be read alone is taken to be. */
function soundAlone(article: SourceArticle, unit: SourceUnit, translations: Translations): readonly string[] {
  const ids = unit.parts.flatMap((part) => (part.kind === 'segment' && translations.has(part.id) ? [part.id] : []));
  if (ids.length === 0 || isInHeader(unit)) return ids;
  const alone = cutOut(article, unit);
  const own = only(translations, ids);
  if (!isRead(alone, new Map()) || isRead(alone, own)) return ids;
  return ids.length > mostTried ? [] : ids.filter((id) => isRead(alone, only(translations, [id])));
}

/** A block, with the whole lines that it stands in, as an article. */
function cutOut({ text }: SourceArticle, unit: SourceUnit): SourceArticle {
  const first = startOf(unit);
  const from = Math.max(text.lastIndexOf('\n', first - 1), text.lastIndexOf('\r', first - 1)) + 1;
  const last = unit.lines.at(-1)?.end ?? first;
  const rest = /[\r\n]/.exec(text.slice(last, last + mostOfLine));
  const to = last + (rest?.index ?? mostOfLine);
  const move = ({ start, end }: Range): Range => ({ start: start - from, end: end - from });
  const parts = unit.parts.map((part) => ({ ...part, range: move(part.range) }));
  const own = { ...unit, lines: unit.lines.map(move), atoms: [], parts };
  return { kind: 'source-article', text: text.slice(from, to), units: [own] };
}

/** What stands after a block in its line: closing marks, and cells. */
const mostOfLine = 1000;

function only(translations: Translations, ids: readonly string[]): Translations {
  return new Map(ids.flatMap((id) => [[id, translations.get(id) ?? ''] as const]));
}

function isSound(article: SourceArticle, translations: Translations): boolean {
  return translations.size === 0 || isRead(article, translations);
}

/** Whether the blocks of an article are read again. */
function isRead(article: SourceArticle, translations: Translations): boolean {
  const after = sourceArticleOf(readSource(withTranslations(article, translations)));
  if (after === undefined || keysOf(after) !== keysOf(article)) return false;
  const placeOf = createPlaces(article, translations);
  const there = new Set(after.units.map((unit) => nameOf(unit, startOf)));
  // A block all of whose texts became signs, or codes, is none any more.
  const mayGo = ({ parts }: SourceUnit): boolean =>
    parts.every((part) => part.kind === 'ignorable' || !hasWords(translations.get(part.id) ?? part.source.text));
  const expected = new Set<string>();
  for (const unit of article.units) {
    const name = nameOf(unit, (each) => placeOf(startOf(each)));
    expected.add(name);
    if (!there.has(name) && !mayGo(unit)) return false;
  }
  return [...there].every((name) => expected.has(name));
}

function hasWords(markdown: string): boolean {
  return parseInline(markdown).some((inline) => inline.kind === 'text' && /[\p{L}\p{N}]/u.test(inline.text));
}

function keysOf({ frontMatter }: SourceArticle): string {
  const others = ({ key, value }: { key: string; value: unknown }): unknown =>
    key === 'title' || key === 'description' ? [key] : [key, value];
  return JSON.stringify(frontMatter?.entries.map(others) ?? []);
}

function startOf({ lines: [first] }: SourceUnit): number {
  return first?.start ?? 0;
}

/** A value of the front matter has one place; its quotes may be others. */
function nameOf(unit: SourceUnit, placeOf: (unit: SourceUnit) => number): string {
  const { block, level = 0 } = unit;
  return isInHeader(unit) ? block : `${placeOf(unit)} ${block} ${level}`;
}

/** Where a place of the article is after its translation. Places are asked for in their order. */
function createPlaces(article: SourceArticle, translations: Translations): (place: number) => number {
  const edits = translationEdits(article, translations);
  let next = 0;
  let moved = 0;
  return (place) => {
    for (let edit = edits[next]; edit !== undefined && edit.range.end <= place; edit = edits[++next]) {
      moved += edit.text.length - (edit.range.end - edit.range.start);
    }
    return place + moved;
  };
}
