import { count, list, nameOf, namesOf, type OptionKinds, truth } from '../model/options.js';
import { exportOptionKinds } from '../write/exporter.js';
import { requireUsage, runOptionKinds } from './usage.js';

const exportCorpusOptionKinds: OptionKinds = {
  ...exportOptionKinds,
  ...runOptionKinds,
  formats: list,
  only: nameOf(['ht', 'mt', 'unknown']),
  stats: truth,
  jobs: count,
  overwrite: truth,
};

/**
 * Codes are loaded only where there are some.
 *
 * @throws {CorpusError} `usage`: a value of an option is none that it takes.
 */
export async function requireExportUsage(options: { readonly skip?: unknown }): Promise<void> {
  requireUsage(options, exportCorpusOptionKinds);
  if (options.skip === undefined) return;
  const { skippableCodes } = await import('../check/skip.js');
  requireUsage(options, { skip: namesOf(skippableCodes) });
}
