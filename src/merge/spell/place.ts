import { type Article, type Block, type Segment, segmentsOf } from '../../model/article.js';
import type { Content } from '../../model/content.js';
import type { Range } from '../../model/position.js';
import type { Markup } from '../../read/carriers/markup.js';
import { findDefinitions } from '../../read/inline/definitions.js';
import type { ReferenceRules } from '../../read/inline/scanner.js';
import type { Around } from './emphasis.js';

/** Where a target stands, as far as its spelling depends on that. */
export interface Place extends ReferenceRules {
  readonly around: Around;
  /** What the target is written in. */
  readonly markup: Markup;
  readonly block: Block;
  /** The Markdown of the source. */
  readonly source: string;
  /** The target that the article has. */
  readonly before: Content;
  readonly beforeMarkdown: string;
  /** How lines end there. */
  readonly eol: string;
  /** What stands before the pair in its line. */
  readonly linePrefix: string;
  /** It stands within the brackets of a link or an image. */
  readonly isLabel: boolean;
  /** It is read otherwise beside its neighbours than by itself: all new characters that may be markup are escaped. */
  readonly isReadApart?: boolean;
}

/** Says where targets of an article stand. */
export function createPlaces(article: Article, markup: Markup): (segment: Segment, block: Block) => Place {
  const { text } = article;
  const definitions = findDefinitions(text);
  const isDefined = (label: string): boolean => definitions.has(label);
  const usualEol = lineEndIn(text) ?? '\n';
  const aroundOf = createAround(article);
  return ({ range, source, target, recovered }, block) => {
    const before = text.slice(Math.max(0, range.start - 1000), range.start);
    return {
      block,
      markup,
      around: recovered ? { before: '', after: '' } : aroundOf(range),
      source: source.text,
      before: target.content,
      beforeMarkdown: target.text,
      eol: lineEndIn(target.text) ?? lineEndIn(text.slice(range.end, range.end + 1000)) ?? usualEol,
      isLabel: !recovered && isLabel(text, range.end),
      // A title stands in no line of Markdown.
      linePrefix: recovered
        ? 'title: '
        : before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1),
      isDefined,
    };
  };
}

function lineEndIn(text: string): string | undefined {
  return /\r\n?|\n/.exec(text)?.[0];
}

/** Whether a bracket that was opened before a place is closed after it, in the same block. */
function isLabel(text: string, place: number): boolean {
  let open = 0;
  for (const [found] of text.slice(place, place + 2000).matchAll(/\\.|[[\]]|(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/g)) {
    if (found === '[') open++;
    else if (found === ']' && open-- === 0) return true;
    else if (/[\r\n]/.test(found)) return false;
  }
  return false;
}

/** The characters beside a pair; where another pair stands there, those of its target. */
function createAround(article: Article): (range: Range) => Around {
  const starts = new Map<number, string>();
  const ends = new Map<number, string>();
  for (const { range, target, recovered } of segmentsOf(article)) {
    if (recovered) continue;
    starts.set(range.start, target.text.slice(0, 4));
    ends.set(range.end, target.text.slice(-4));
  }
  const { text } = article;
  return ({ start, end }) => ({
    before: ends.get(start) ?? text.slice(Math.max(0, start - 4), start),
    after: starts.get(end) ?? text.slice(end, end + 4),
  });
}
