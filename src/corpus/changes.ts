import { isLeft, isRight } from 'fp-ts/lib/These.js';
import type { Article } from '../model/article.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { parseArticle } from '../read/article.js';
import { CorpusError } from './error.js';
import { openDocument } from './merge.js';

/** A document with other targets for articles. */
export interface Changes {
  /** The article with the targets of the document; `undefined` where it has none for it. */
  mergeInto(article: Article): Article | undefined;
  /** What is wrong with the document, with places in it, as far as it was merged. */
  readonly findings: readonly Diagnostic[];
}

const unreadable: readonly Diagnostic['code'][] = ['merge/unreadable', 'merge/too-large'];

/**
 * Reads an XLIFF or TMX document with other targets. `isTree`: for several articles, which are told apart by their paths.
 *
 * @throws {CorpusError} `input`: it cannot be read; `mergeInto` throws the same where it is no such document.
 */
export function openChanges(document: string, srcLang: string, isTree: boolean): Changes {
  const merge = openDocument(document, { srcLang }, isTree);
  const findings: Diagnostic[] = [];
  return {
    findings,
    mergeInto(article) {
      const merged = merge(article);
      if (!isRight(merged)) {
        const refusal = merged.left.find(({ code }) => unreadable.includes(code));
        if (refusal !== undefined) throw new CorpusError('input', `${document}: ${refusal.message}`);
        // A document of some articles of a tree says nothing about the others.
        findings.push(...merged.left.filter(({ code }) => code !== 'merge/other-article' && code !== 'merge/no-match'));
      }
      if (isLeft(merged) || merged.right.changes.length === 0) return undefined;
      const read = parseArticle(merged.right.text);
      return isLeft(read) ? undefined : read.right;
    },
  };
}
