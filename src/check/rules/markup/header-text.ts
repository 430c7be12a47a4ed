import type { PairRule } from '../../rule.js';
import { rangeIn } from '../../view.js';

/** A key of a front matter at the start of a line or text, as no sentence has it. */
const headerLine =
  /(?:^|[\n\r]|---\s*|\s)((?:ms|f1|dev|search|helpviewer)(?:\.[a-zA-Z]+|_keywords)\s*:|(?<=^|[\n\r])(?:-{3}[ \t]*[\r\n]|(?:title|description|author|manager|audience)\s*:\s*[^\r\n]*[\r\n]))/;

/** Lines of a front matter that stand in a pair: the header was not read as one when the article was localized. */
export const headerText: PairRule<'check/header-text'> = {
  code: 'check/header-text',
  scope: 'pair',
  severity: 'warning',
  meaning: 'Lines of a front matter stand in the pair: the header was not read as one when the article was localized.',
  message: 'The pair holds text of a front matter: {0}',
  example: {
    trgLang: 'de-DE',
    source: 'title: Doors ms.author: someone ms.topic: article',
    target: 'title: Türen ms.author: someone ms.topic: article',
  },
  issueType: 'non-conformance',
  mqm: 'corpus-conformance',
  precision: { findings: 1, judged: 1, right: 1 },
  check(pair, report) {
    for (const side of [pair.source, pair.target]) {
      const { text } = side;
      const found = text.includes(':') || text.startsWith('---') ? headerLine.exec(text) : null;
      const key = found?.[1];
      if (found === null || key === undefined) continue;
      const start = found.index + found[0].length - key.length;
      report({
        pair,
        side,
        range: rangeIn(side, start, start + key.trimEnd().length),
        args: [key.trim()],
      });
      return;
    }
  },
};
