import { type Article, segmentsOf } from '../model/article.js';
import { headerSpellings, headerSpellingsWithSpace } from './header-spellings.js';
import { withLineBreaks } from './joined-lines.js';

/** What the English original may have been: any of the headers before any of the bodies. Line ends are LF. */
export interface OriginalSpellings {
  /** Made as they are asked for, once: a header of many lines has many spellings. */
  readonly headers: Iterable<string>;
  readonly bodies: readonly string[];
  /** One of many guesses at line breaks: worth less time. */
  readonly brokenLines?: true;
}

/**
 * What the localization system did to all articles alike, undone: the blank line after the front matter, its spelling,
 * a line end at the end of the file, a byte order mark, line breaks within paragraphs. The likeliest come first.
 *
 * @param source The source side of the article (`splitArticle`).
 */
export function* originalSpellings(article: Article, source: string): Generator<OriginalSpellings, void, undefined> {
  // Without any LF, lines end with CR.
  const text = source.includes('\n') ? source.replaceAll('\r\n', '\n') : source.replaceAll('\r', '\n');
  const header = /^\ufeff?---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text)?.[0] ?? '';
  const endings = endingsOf(text.slice(header.length));
  if (header === '') return yield { headers: ['', '\ufeff'], bodies: endings };
  const titles = titlesOf(article);
  const bodies = endings.flatMap((body) => [`\n${body}`, body]);
  yield { headers: withMark(header, headerSpellings(header, titles)), bodies };
  yield { headers: headerSpellingsWithSpace(header, titles), bodies: bodies.slice(0, 2) };
  for (const spelled of withLineBreaks(header, `\n${endings[0]}`)) {
    yield { headers: [spelled.header], bodies: [spelled.body], brokenLines: true };
  }
}

function* withMark(header: string, spellings: Iterable<string>): Generator<string, void, undefined> {
  yield* spellings;
  yield `\ufeff${header}`;
}

function endingsOf(body: string): string[] {
  return [body, `${body}\n`, body.trimEnd()].filter((text, index, all) => all.indexOf(text) === index);
}

/** What the title may have been: what it is now, and the source of the first pair. */
function titlesOf(article: Article): string[] {
  const title = article.frontMatter?.entries.find(({ key }) => key === 'title')?.value;
  const [first] = segmentsOf(article);
  const values = first?.recovered ? [first.source.text] : [title, first?.source.text];
  return values.filter((value): value is string => typeof value === 'string' && !/[\r\n]/.test(value));
}
