import { currentCode, ruleLevels } from '../../check/rule-table.js';
import { acceptedCodes, checkCodes } from '../../corpus/check/check-codes.js';
import type { Severity } from '../../model/diagnostics/diagnostic.js';
import { nearest } from '../../model/nearest.js';

/** Severities by code, as `--rule` asks for them. */
type RuleSettings = Readonly<Record<string, 'off' | Severity>>;

/** What is wrong with codes that `check` should report, if anything is. */
export function findUnknownCode(codes: readonly string[]): string | undefined {
  const unknown = codes.find((code) => !acceptedCodes.includes(code));
  return unknown === undefined ? undefined : `"${unknown}" is no code${nearest(unknown, checkCodes)}`;
}

/** Reads `CODE=LEVEL`, the last one for a code counts; or says what is wrong. */
export function parseRules(values: readonly string[]): RuleSettings | string {
  const settings: Record<string, 'off' | Severity> = {};
  for (const value of values) {
    const [code = '', name, ...others] = value.trim().split('=');
    const level = ruleLevels.find((candidate) => candidate === name);
    if (!acceptedCodes.includes(code)) return `"${code}" is no code${nearest(code, checkCodes)}`;
    if (level === undefined || others.length > 0)
      return `"${value}": give ${code}= and one of ${ruleLevels.join(', ')}${nearest(name ?? '', ruleLevels)}`;
    settings[currentCode(code)] = level;
  }
  return settings;
}
