import { currentCode } from '../../check/rule-table.js';
import { type SkippableCode, skippableCodes } from '../../check/skip.js';
import { diagnosticKinds } from '../../model/diagnostics/diagnostic-kinds.js';
import { nearest } from '../../model/nearest.js';

/** The codes that pairs are left out by, each once; or what is wrong with one. */
export function parseSkips(names: readonly string[]): readonly SkippableCode[] | string {
  const codes = new Set<SkippableCode>();
  for (const name of names) {
    const code = skippableCodes.find((candidate) => candidate === currentCode(name));
    if (code !== undefined) codes.add(code);
    else if (Object.hasOwn(diagnosticKinds, name)) return `"${name}" is not about a pair that could be exported.`;
    else return `"${name}" is no code${nearest(name, skippableCodes)}`;
  }
  return [...codes];
}
