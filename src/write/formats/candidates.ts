import { codesOf, toMarkdown } from '../../model/content.js';
import type { MatchCandidate } from '../../model/source-article.js';

/** Penalties that are not of the source. */
const notOfSource: ReadonlySet<string> = new Set(['mt', 'memory', 'ambiguous']);

/** How like the segment the source of a candidate is, 0 to 100: its score without what was taken off for other reasons. */
export function similarityOf({ score, base, penalties = [] }: MatchCandidate): number {
  const off = penalties.reduce((sum, { name, points }) => sum + (notOfSource.has(name) ? 0 : points), 0);
  return Math.max(Math.min((base ?? score) - off, 100), 0);
}

/** Where a candidate comes from, in words: its memory, the article, the id in it. */
export function originOf({ origin }: MatchCandidate): string | undefined {
  const words = [origin?.memory, origin?.path, origin?.id].filter((word) => word !== undefined && word !== '');
  return words.length === 0 ? undefined : words.join(' ');
}

/** How the Markdown of a candidate is named in documents. */
export const spellingName = 'spelling';

/** Characters that are escaped in some places, and starts of blocks. */
const mayBeEscaped = /[\\`*_~[\]|$@]|^[ \t>]*(?:[-+#=:]|[0-9]+[.)])/;

/** White space that no target of a document is taken to have. */
const isLaidOut = /^[ \t]|[ \t]$|[\r\n]/;

/**
 * The Markdown of the target of a candidate, where a document says too little of it for the article to get it back as it
 * stands: escapes and character references, characters that may be markup, white space at the ends, markup that was read as what it was meant to be, codes that the source does not
 * have. `hasData`: the document has the data of codes; without, codes with other data than those of the source are among it.
 */
export function spellingOf({ source, target }: MatchCandidate, hasData: boolean): string | undefined {
  const { text, content } = target;
  const known = new Map(codesOf(source.content).map(({ kind, id, data }) => [`${kind} ${id}`, data]));
  const isPlain = content.every((inline) => {
    if (inline.kind === 'text') return inline.markdown === undefined && !mayBeEscaped.test(inline.text);
    const data = known.get(`${inline.kind} ${inline.id}`);
    return inline.recovered !== true && data !== undefined && (hasData || data === inline.data);
  });
  return isPlain && !isLaidOut.test(text) && toMarkdown(content) === text ? undefined : text;
}
