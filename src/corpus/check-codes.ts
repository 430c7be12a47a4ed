import type { Rules } from '../check/finding.js';
import { ruleKinds } from '../check/kinds.js';
import { diagnosticKinds, type Severity } from '../model/diagnostic.js';
import { problemKinds } from '../validate/problem.js';
import { CorpusError } from './error.js';

/** Every code that `check` can report. */
export const checkCodes: readonly string[] = Object.keys({ ...ruleKinds, ...diagnosticKinds, ...problemKinds });

/** Severities by code; `off`: not reported. */
export type CodeRules = Rules & Readonly<Record<string, 'off' | Severity>>;

/** What says that nothing, or not all, was checked: it is reported whatever codes are asked for. */
const always: readonly string[] = ['input/unreadable', 'input/binary', 'input/utf-16', 'input/no-pairs'];

/**
 * Rules with which nothing but some codes is reported, and what says that something could not be checked. A rule that is
 * off by default is run where it is asked for here, unless `rules` has it `off`.
 *
 * @throws {CorpusError} `usage`: there is no such code.
 */
export function rulesForCodes(rules: CodeRules, codes: readonly string[] | undefined): CodeRules {
  if (codes === undefined) return rules;
  const unknown = codes.find((code) => !checkCodes.includes(code));
  if (unknown !== undefined) throw new CorpusError('usage', `"${unknown}" is no code that check can report.`);
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
