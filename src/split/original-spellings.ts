import { type Article, segmentsOf } from '../model/article.js';
import { type HeaderSpellings, headerSpellings, headerSpellingsWithSpace, unknownHeader } from './header-spellings.js';

/** What the English original may have been. Line ends are LF. */
export interface OriginalSpellings {
  /** As the source side spells it: the front matter, and the rest. */
  readonly header: string;
  readonly body: string;
  /** Those that come first are likelier. */
  readonly stages: readonly SpellingStage[];
}

/** Any of the headers, one of the gaps, and the body with one of the ends. */
export interface SpellingStage {
  readonly headers: HeaderSpellings;
  /** What stands between the front matter and the body. */
  readonly gaps: readonly string[];
  /** Where the body ends, with a line feed after it: numbers of characters, ascending. */
  readonly ends: readonly number[];
}

/**
 * What the localization system did to all articles alike, undone: the blank line after the front matter, its spelling,
 * a line end at the end of the file, a byte order mark. Line breaks within paragraphs are another matter
 * (`withLineBreaks`).
 *
 * @param source The source side of the article (`splitArticle`).
 * @param mostFor How many headers are wanted for a text of so many characters.
 */
export function originalSpellings(
  article: Article,
  source: string,
  mostFor: (length: number) => number,
): OriginalSpellings {
  // Without any LF, lines end with CR.
  const text = source.includes('\n') ? source.replaceAll('\r\n', '\n') : source.replaceAll('\r', '\n');
  const header = /^\ufeff?---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text)?.[0] ?? '';
  const body = text.slice(header.length);
  const { length } = body;
  const ends = [...new Set([body.trimEnd().length, length, length + 1])];
  if (header === '') return { header, body, stages: [{ headers: unknownHeader(header), gaps: [''], ends }] };
  const titles = titlesOf(article);
  const gaps = ['\n', ''];
  const most = mostFor(text.length);
  return {
    header,
    body,
    stages: [
      { headers: headerSpellings(header, titles, most), gaps, ends },
      { headers: headerSpellingsWithSpace(header, titles, most), gaps, ends: [length] },
    ],
  };
}

/** What the title may have been: what it is now, and the source of the first pair. */
function titlesOf(article: Article): string[] {
  const title = article.frontMatter?.entries.find(({ key }) => key === 'title')?.value;
  const [first] = segmentsOf(article);
  const values = first?.recovered ? [first.source.text] : [title, first?.source.text];
  return values.filter((value): value is string => typeof value === 'string' && !/[\r\n]/.test(value));
}
