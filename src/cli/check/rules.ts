import { ruleKinds } from '../../check/kinds.js';
import { diagnosticKinds, type Severity } from '../../model/diagnostic.js';
import { problemKinds } from '../../validate/problem.js';
import { nearest } from '../nearest.js';

/** Severities by code, as `--rule` asks for them. */
type RuleSettings = Readonly<Record<string, 'off' | Severity>>;

/** What a code can be set to. */
export const ruleLevels: readonly ('off' | Severity)[] = ['off', 'info', 'warning', 'error'];

/** Every code that `check` can report. */
export const checkCodes: readonly string[] = Object.keys({ ...ruleKinds, ...diagnosticKinds, ...problemKinds });

/** Reads `CODE=LEVEL`, the last one for a code counts; or says what is wrong. */
export function parseRules(values: readonly string[]): RuleSettings | string {
  const settings: Record<string, 'off' | Severity> = {};
  for (const value of values) {
    const [code = '', name, ...others] = value.trim().split('=');
    const level = ruleLevels.find((candidate) => candidate === name);
    if (!checkCodes.includes(code)) return `"${code}" is no code${nearest(code, checkCodes)}`;
    if (level === undefined || others.length > 0)
      return `"${value}": give ${code}= and one of ${ruleLevels.join(', ')}${nearest(name ?? '', ruleLevels)}`;
    settings[code] = level;
  }
  return settings;
}
