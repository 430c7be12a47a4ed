import type { PairRule } from './rule.js';
import { rangeIn } from './view.js';

/** A key of a front matter at the start of a line or text, as no sentence has it. */
const headerLine =
  /(?:^|[\n\r]|---\s*|\s)((?:ms|f1|dev|search|helpviewer)(?:\.[a-zA-Z]+|_keywords)\s*:|(?<=^|[\n\r])(?:-{3}[ \t]*[\r\n]|(?:title|description|author|manager|audience)\s*:\s*[^\r\n]*[\r\n]))/;

/** Lines of a front matter that stand in a pair: the header was not read as one when the article was localized. */
export const checkHeaderText: PairRule = (pair, report) => {
  for (const side of [pair.source, pair.target]) {
    const { text } = side;
    const found = text.includes(':') || text.startsWith('---') ? headerLine.exec(text) : null;
    const key = found?.[1];
    if (found === null || key === undefined) continue;
    const start = found.index + found[0].length - key.length;
    report({
      code: 'check/header-text',
      pair,
      side,
      range: rangeIn(side, start, start + key.trimEnd().length),
      args: [key.trim()],
    });
    return;
  }
};
