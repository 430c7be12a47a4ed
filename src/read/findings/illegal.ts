import { finding, type ReadFinding } from '../../model/diagnostics/diagnostic.js';
import type { Range } from '../../model/position.js';

/**
 * What XML 1.0 (section 2.2) leaves out, and surrogates, whose pairs are characters. Few texts have any of these. One
 * class instead of two would take half as long again.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const perhapsIllegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|[\ud800-\udfff\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const eachIllegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** A block of an article of any kind. */
interface UnitWithPlaces {
  readonly parts: readonly { readonly range: Range }[];
}

/** Reports the characters of front matter and blocks that XML cannot hold. */
export interface IllegalCharacters {
  reportInHeader(): void;
  reportIn(units: readonly UnitWithPlaces[]): void;
}

/** Whether a text may have characters that XML cannot hold; one pass over it shows that it has none. */
export function mayHoldIllegal(text: string): boolean {
  return perhapsIllegal.test(text);
}

export function createIllegalCharacters(
  text: string,
  headerEnd: number,
  report: (found: ReadFinding) => void,
): IllegalCharacters {
  if (!mayHoldIllegal(text)) return { reportInHeader: () => undefined, reportIn: () => undefined };
  const reportIn = (start: number, end: number): void => {
    for (const match of text.slice(start, end).matchAll(eachIllegal)) {
      const at = start + match.index;
      const name = `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      report(finding('xml/illegal-character', { start: at, end: at + 1 }, name));
    }
  };
  return {
    reportInHeader: () => reportIn(0, headerEnd),
    reportIn(units) {
      for (const { parts } of units) {
        const start = parts[0]?.range.start ?? headerEnd;
        if (start >= headerEnd) reportIn(start, parts.at(-1)?.range.end ?? start);
      }
    },
  };
}
