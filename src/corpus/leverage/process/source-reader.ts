import { createHash } from 'node:crypto';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import type { SourceArticle } from '../../../model/source-article.js';
import { syntaxOfPath, usualSyntax } from '../../../read/carriers/choose-syntax.js';
import { diagnosticsOf } from '../../../read/result.js';
import type { SentenceRules } from '../../../read/source/cut/sentences.js';
import { readSource, sourceArticleOf } from '../../../read/source/read-source.js';
import { ofWholeArticle } from '../../articles/damage.js';
import { openWhole } from '../../articles/read.js';
import type { FoundArticle } from '../../find/find.js';

/** An article that is to be translated, as far as it could be read. */
export interface ReadSource {
  readonly path: string;
  /** The size of the file; 0 where it could not be read. */
  readonly bytes: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly article?: SourceArticle;
  /** The hash of its bytes that is one of `originals`. */
  readonly sourceHash?: string | undefined;
}

/** Reads articles that are to be translated. `originals`: hashes of English articles that memories know. */
export function createSourceReader(
  stdin: Uint8Array | undefined,
  sentences: SentenceRules | undefined,
  originals: ReadonlySet<string>,
): (found: FoundArticle, most?: number) => ReadSource {
  return (found, most) => {
    const { path, bytes, diagnostics, text, damaged } = openWhole(found, { stdin, most });
    // What is no text in UTF-8 could not be written as it was.
    if (text === undefined || damaged === true) return { path, bytes, diagnostics: ofWholeArticle(diagnostics) };
    if ((syntaxOfPath(path) ?? usualSyntax) !== usualSyntax) {
      return { path, bytes, diagnostics: [...diagnostics, diagnosticForFile('source/not-markdown')] };
    }
    const read = readSource(text, { path, ...(sentences === undefined ? {} : { sentences }) });
    const article = sourceArticleOf(read);
    const all = [...diagnostics, ...diagnosticsOf(read)].sort((a, b) => a.offset - b.offset);
    if (article === undefined) return { path, bytes, diagnostics: all };
    const sourceHash = originals.size === 0 ? undefined : hashOf(text, originals);
    return { path, bytes, diagnostics: all, article, sourceHash };
  };
}

function hashOf(text: string, originals: ReadonlySet<string>): string | undefined {
  const hashes = ['sha256', 'sha1'].map((algorithm) => createHash(algorithm).update(text, 'utf8').digest('hex'));
  return hashes.find((hash) => originals.has(hash));
}
