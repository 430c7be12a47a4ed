import type { Unit } from '../model/article.js';
import { type Finding, finding } from '../model/diagnostic.js';

/** What XML 1.0 (section 2.2) leaves out, and surrogates, whose pairs are characters. Few texts have any of these. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const perhapsIllegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const eachIllegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Reports the characters of blocks and front matter that XML cannot hold. One pass over the text tells that there are none. */
export function findIllegalCharacters(
  text: string,
  units: readonly Unit[],
  headerEnd: number,
  report: (found: Finding) => void,
): void {
  if (!perhapsIllegal.test(text)) return;
  const reportIn = (start: number, end: number): void => {
    for (const match of text.slice(start, end).matchAll(eachIllegal)) {
      const at = start + match.index;
      const name = `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      report(finding('xml/illegal-character', { start: at, end: at + 1 }, name));
    }
  };
  reportIn(0, headerEnd);
  for (const { parts } of units) {
    const start = parts[0]?.range.start ?? headerEnd;
    if (start >= headerEnd) reportIn(start, parts.at(-1)?.range.end ?? start);
  }
}
