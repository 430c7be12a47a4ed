import type { LineIndex } from '../position.js';
import { type Diagnostic, type DiagnosticCode, finding, toDiagnostic } from './diagnostic.js';
import type { DiagnosticKind } from './diagnostic-kind.js';
import { documentKinds } from './document-kinds.js';
import { glossaryKinds } from './glossary-kinds.js';
import { mergeKinds } from './merge-kinds.js';
import { type ReadDiagnosticCode, readKinds } from './read-kinds.js';
import { readMeanings } from './read-meanings.js';
import { runKinds } from './run-kinds.js';
import { sourceKinds } from './source-kinds.js';
import { srxKinds } from './srx-kinds.js';

/** Every kind of diagnostic that there is, by its code. `docs/diagnostics.md` is made from these. */
// A call that is marked as pure is left out of bundles that need none of it; a spread is not.
export const diagnosticKinds: Readonly<Record<DiagnosticCode, DiagnosticKind>> = /* @__PURE__ */ Object.assign(
  {},
  /* @__PURE__ */ withMeanings(),
  sourceKinds,
  srxKinds,
  mergeKinds,
  documentKinds,
  glossaryKinds,
  runKinds,
);

function withMeanings(): Readonly<Record<ReadDiagnosticCode, DiagnosticKind>> {
  const codes = Object.keys(readKinds) as ReadDiagnosticCode[];
  return Object.fromEntries(codes.map((code) => [code, { ...readKinds[code], meaning: readMeanings[code] }])) as Record<
    ReadDiagnosticCode,
    DiagnosticKind
  >;
}

/** A diagnostic about a file as a whole: its place is the start. */
export function diagnosticForFile(code: DiagnosticCode, ...args: readonly string[]): Diagnostic {
  return toDiagnostic(finding(code, { start: 0, end: 0 }, ...args), startOnly, diagnosticKinds);
}

const startOnly: LineIndex = { pointAt: () => ({ offset: 0, line: 1, column: 1 }) };
