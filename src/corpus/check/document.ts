import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import { longestXml } from '../../model/limits.js';
import { problemOf } from '../../validate/problem.js';
import { validateTmx, validateTmxDocument } from '../../validate/tmx/tmx.js';
import { validateXliff } from '../../validate/xliff/xliff.js';
import { wholeOf } from '../../xml/document-text.js';
import { CorpusError, reasonOf } from '../error.js';
import type { FileText } from '../files/documents/file-text.js';
import { openDocumentFile } from '../files/documents/open-document.js';
import { type FoundArticle, namedPathOf } from '../find/find.js';
import { adjust } from './adjust.js';
import type { CodeRules } from './check-codes.js';
import type { CheckedFile } from './checked-file.js';

/** A memory of more characters is not shown with what is wrong in it. */
const longestShown = 16_000_000;

/** Whether a file is an XLIFF or TMX document, by its name. */
export function isDocument({ path, file }: FoundArticle): boolean {
  return file !== undefined && /\.(?:xl(?:f|iff)|tmx)$/i.test(path);
}

/** Validates an XLIFF or TMX document. */
export async function checkDocument(
  found: FoundArticle,
  rules: CodeRules,
  signal: AbortSignal | undefined,
): Promise<CheckedFile> {
  const { path, file = path } = found;
  const namedPath = namedPathOf(found);
  let document: FileText | undefined;
  try {
    document = await openDocumentFile(file, signal);
    const isTmx = /\.tmx$/i.test(path);
    const { text, fault } = wholeOf(document, isTmx ? longestShown : longestXml);
    // A memory is read unit by unit, however long it is.
    if (isTmx && fault?.code === 'xml/too-large') {
      return { path, namedPath, findings: adjust(validateTmxDocument(document), rules) };
    }
    if (fault !== undefined) return { path, namedPath, findings: adjust([problemOf(fault, text)], rules), text };
    return { path, namedPath, findings: adjust(isTmx ? validateTmx(text) : validateXliff(text), rules), text };
  } catch (error) {
    signal?.throwIfAborted();
    const cause = error instanceof CorpusError ? error.cause : error;
    return { path, namedPath, findings: adjust([diagnosticForFile('input/unreadable', reasonOf(cause))], rules) };
  } finally {
    document?.close();
  }
}
