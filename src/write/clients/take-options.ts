import { requireOptions } from '../../model/options.js';
import { requireGlossary } from '../../model/terms/require-glossary.js';
import { type ExportOptions, exportOptionKinds } from '../export-options.js';
import { withClient } from './with-client.js';

/**
 * The options as they are meant: with those of the client that they name.
 *
 * @throws {RangeError} There is no such option, or its value is none that it takes.
 */
export function takeExportOptions(options: ExportOptions): ExportOptions {
  requireOptions(options, exportOptionKinds);
  if (options.glossary !== undefined) requireGlossary(options.glossary, 'glossary');
  return withClient(options);
}
