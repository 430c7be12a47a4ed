import { type Diagnostic, finding, type ReadFinding, toDiagnostic } from '../../model/diagnostics/diagnostic.js';
import { type ReadDiagnosticCode, readKinds } from '../../model/diagnostics/read-kinds.js';
import { mostOfAKind } from '../../model/limits.js';
import { createLineIndex, type LineIndex } from '../../model/position.js';

/** There is one of these for a pair that was found, which is longer than it, and units have some of them in their notes. */
const ofPairs = /^(?:codes\/|pair\/(?:id-mismatch|duplicate-id|invalid-id|empty-source|empty-target)$)/;

/** What is found in a text while it is read. Of a kind that a text may have without end, only some are kept. */
export interface Findings {
  report(found: ReadFinding): void;
  /** What was reported since the last call, in the order of the offsets. */
  take(): readonly Diagnostic<ReadDiagnosticCode>[];
}

/** `text`: all of it, or what gives it once something was found. */
export function createFindings(text: string | (() => string)): Findings {
  let findings: ReadFinding[] = [];
  const counts = new Map<ReadDiagnosticCode, number>();
  let lines: LineIndex | undefined;
  return {
    report(found) {
      const { code } = found;
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      if (count <= mostOfAKind || ofPairs.test(code)) findings.push(found);
      else if (count === mostOfAKind + 1) {
        findings.push(finding('input/more-findings', found, code, String(mostOfAKind)));
      }
    },
    take() {
      if (findings.length === 0) return none;
      lines ??= createLineIndex(typeof text === 'string' ? text : text());
      const index = lines;
      const diagnostics = findings
        .sort((a, b) => a.start - b.start)
        .map((found) => toDiagnostic(found, index, readKinds));
      findings = [];
      return diagnostics;
    },
  };
}

const none: readonly Diagnostic<ReadDiagnosticCode>[] = [];
