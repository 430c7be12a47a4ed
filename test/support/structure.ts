import { isLeft } from 'fp-ts/lib/These.js';
import { parseArticle, splitArticle } from '../../src/index.js';

/** A text in which every line end is written in another way. A CR never comes before an LF, which would make them one. */
export const lineEnds: Readonly<Record<string, (text: string) => string>> = {
  LF: byTurns('\n'),
  CRLF: byTurns('\r\n'),
  CR: byTurns('\r'),
  'CRLF and LF': byTurns('\r\n', '\n'),
  'CR and CRLF': byTurns('\r', '\r\n'),
};

function byTurns(...ends: readonly string[]): (text: string) => string {
  return (text) => {
    let count = 0;
    return text.replace(/\r\n?|\n/g, () => ends[count++ % ends.length] ?? '');
  };
}

/** What an article is, without offsets, and with LF for each line end: JSON, so that two compare by `===`. */
export function structureOf(text: string): string {
  const read = parseArticle(text);
  const diagnostics = read._tag === 'Right' ? [] : read.left;
  const found = diagnostics.map(({ code, severity, message }) => ({ code, severity, message }));
  if (isLeft(read)) return stringify({ found });
  const article = read.right;
  const header = article.frontMatter?.entries.map(({ key, value }) => [key, value]);
  const sides = (['source', 'target'] as const).map((side) => splitArticle(article, side));
  return stringify({ found, header, localization: article.localization, units: article.units, sides });
}

const places = new Set(['range', 'keyRange', 'valueRange']);

function stringify(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (places.has(key)) return undefined;
    return typeof inner === 'string' ? inner.replace(/\r\n?/g, '\n') : inner;
  });
}
