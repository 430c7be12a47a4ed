import type { Levels } from '../../check/finding.js';
import { formerCodes, ruleKinds, ruleLevels } from '../../check/rule-table.js';
import type { Severity } from '../../model/diagnostics/diagnostic.js';
import { diagnosticKinds } from '../../model/diagnostics/diagnostic-kinds.js';
import type { OptionKind } from '../../model/options.js';
import { problemKinds } from '../../validate/problem.js';

/** Every code that `check` can report. */
export const checkCodes: readonly string[] = Object.keys({ ...ruleKinds, ...diagnosticKinds, ...problemKinds });

/** The same, and what some were called in earlier versions: codes that can be given. */
export const acceptedCodes: readonly string[] = [...checkCodes, ...formerCodes];

/** What severities by code take. */
export const rulesKind: OptionKind = { kind: 'table', keys: acceptedCodes, of: ruleLevels };

/** Severities by code; `off`: not reported. */
export type CodeRules = Levels & Readonly<Record<string, 'off' | Severity>>;

/** What says that nothing, or not all, was checked: it is reported whatever codes are asked for. */
const always: readonly string[] = [
  'input/unreadable',
  'input/too-large',
  'input/binary',
  'input/utf-16',
  'input/no-pairs',
];

/**
 * Rules with which nothing but some codes is reported, and what says that something could not be checked. A rule that is
 * off by default is run where it is asked for here, unless `rules` has it `off`.
 */
export function rulesForCodes(rules: CodeRules, codes: readonly string[] | undefined): CodeRules {
  if (codes === undefined) return rules;
  const wanted = new Set([...codes, ...always]);
  const severities: ReadonlyMap<string, Severity> = new Map(
    Object.entries(ruleKinds).map(([code, { severity }]) => [code, severity]),
  );
  const settings: Record<string, 'off' | Severity> = { ...rules };
  for (const code of checkCodes) {
    const severity = severities.get(code);
    if (!wanted.has(code)) settings[code] = 'off';
    else if (severity !== undefined) settings[code] ??= severity;
  }
  return settings;
}
