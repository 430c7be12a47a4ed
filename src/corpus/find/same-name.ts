import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import type { FoundArticle } from './find.js';

/** Says of an article that it is left out because of its name, with the bytes that are not ASCII as numbers. */
export function sameName({ file }: FoundArticle): Diagnostic {
  const bytes = Buffer.from(file ?? '').toString('latin1');
  return diagnosticForFile(
    'input/same-name',
    bytes.replace(/[\u0080-\u00ff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`),
  );
}
