import { type Finding, finding } from '../../model/diagnostics/diagnostic.js';
import type { GlossaryDiagnosticCode } from '../../model/diagnostics/glossary-kinds.js';
import { mostOfAKind } from '../../model/limits.js';
import type { Range } from '../../model/position.js';

/** Takes what is found in a glossary. */
export interface GlossaryReporter {
  /** Said once. */
  report(code: GlossaryDiagnosticCode, place: Range, ...args: readonly string[]): void;
  /** Said once for all of the same code and words, at the place of the first; their number is the last argument. */
  count(code: GlossaryDiagnosticCode, place: Range, words?: string, times?: number): void;
  /** All of it, by place. */
  findings(): readonly Finding<GlossaryDiagnosticCode>[];
}

/** No word of a glossary makes a message longer. */
const longest = 100;

export function createGlossaryReporter(): GlossaryReporter {
  const once: Finding<GlossaryDiagnosticCode>[] = [];
  const counted = new Map<
    string,
    { code: GlossaryDiagnosticCode; place: Range; words: string | undefined; times: number }
  >();
  return {
    report(code, { start, end }, ...args) {
      if (once.length < mostOfAKind) once.push(finding(code, { start, end }, ...args.map(shortened)));
    },
    count(code, { start, end }, words, times = 1) {
      const shown = words === undefined ? undefined : shortened(words);
      const key = `${code} ${shown ?? ''}`;
      const known = counted.get(key);
      if (known !== undefined) known.times += times;
      else if (counted.size < mostOfAKind) counted.set(key, { code, place: { start, end }, words: shown, times });
    },
    findings() {
      const all = [...once];
      for (const { code, place, words, times } of counted.values()) {
        const number = times.toLocaleString('en-US');
        all.push(words === undefined ? finding(code, place, number) : finding(code, place, words, number));
      }
      return all.sort((a, b) => a.start - b.start);
    },
  };
}

function shortened(text: string): string {
  return text.length > longest * 5 ? `${text.slice(0, longest * 5)}…` : text;
}
