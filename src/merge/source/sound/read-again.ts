import type { FrontMatter } from '../../../model/article.js';
import { isInHeader, type SourceArticle, type SourceUnit } from '../../../model/source-article.js';
import { readInline } from '../../../read/inline/inline.js';
import { address } from '../../../read/source/cut/words.js';
import { readSource, sourceArticleOf } from '../../../read/source/read-source.js';
import { type Translations, translationEdits, withTranslations } from '../../../read/source/translation-edits.js';

/** Whether the blocks of an article are read again, with translations in their places. */
export function isRead(article: SourceArticle, translations: Translations): boolean {
  const after = sourceArticleOf(readSource(withTranslations(article, translations)));
  if (after === undefined || keysOf(after.frontMatter) !== keysOf(article.frontMatter)) return false;
  const placeOf = createPlaces(article, translations);
  const there = new Set(after.units.map((unit) => nameOf(unit, startOf)));
  // A block all of whose texts became signs, codes, or addresses, is none any more.
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
  if (address.test(markdown)) return false;
  return readInline(markdown).some((inline) => inline.kind === 'text' && /[\p{L}\p{N}]/u.test(inline.text));
}

/** The keys of a front matter, with the values of those that are not translated. */
export function keysOf(frontMatter: FrontMatter | undefined): string {
  const others = ({ key, value }: { key: string; value: unknown }): unknown =>
    key === 'title' || key === 'description' ? [key] : [key, value];
  return JSON.stringify(frontMatter?.entries.map(others) ?? []);
}

/** Where the text of a block starts. */
export function startOf({ lines: [first] }: SourceUnit): number {
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
