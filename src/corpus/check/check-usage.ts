import { requireRules } from '../../check/rule-table.js';
import { anything, namesOf, type OptionKinds, type OptionKindsOf } from '../../model/options.js';
import { CorpusError, reasonOf } from '../error.js';
import { exportRunOptions } from '../export/export-options.js';
import { runOptionKinds } from '../run/common-options.js';
import { requireGlossaryUsage, requireUsage } from '../usage.js';
import { acceptedCodes, rulesKind } from './check-codes.js';
import type { CheckFilesOptions } from './check-options.js';

/** `further`: the options of a caller that takes more of them. */
export function requireCheckUsage(options: CheckFilesOptions, further: OptionKinds = {}): void {
  const { custom } = options;
  requireCustom(custom);
  requireGlossaryUsage(options);
  const kinds: OptionKindsOf<CheckFilesOptions> = {
    ...runOptionKinds,
    rules: rulesKind,
    codes: namesOf([...acceptedCodes, ...(custom ?? []).map(({ code }) => code)]),
    jobs: exportRunOptions.jobs,
    shard: exportRunOptions.shard,
    // Looked at above.
    custom: anything,
    glossary: anything,
    onLeftOut: anything,
  };
  requireUsage(options, { ...kinds, ...further });
}

function requireCustom(custom: CheckFilesOptions['custom']): void {
  if (custom === undefined) return;
  try {
    requireRules({ custom });
  } catch (error) {
    throw new CorpusError('usage', reasonOf(error));
  }
}
