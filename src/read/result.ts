import type { These } from 'fp-ts/lib/These.js';
import type { Article } from '../model/article.js';

/**
 * The article of what `parseArticle` gave; `undefined` where nothing could be read.
 *
 * @example
 * articleOf(parseArticle('# No pair'))?.units // []
 * articleOf(parseArticle('<span data-ttu-id="1a2b3-101">Hallo</span>')) // undefined
 */
export function articleOf(result: These<unknown, Article>): Article | undefined {
  return rightOf(result);
}

/**
 * What was reported by a function that gives a `These`: by `parseArticle`, `mergeXliff` or `mergeTmx`. In its order.
 *
 * @example
 * diagnosticsOf(parseArticle('# No pair')) // []
 * diagnosticsOf(parseArticle('<span data-ttu-id="1a2b3-101">Hallo</span>')).map(({ code }) => code) // ['pair/unmatched-target']
 */
export function diagnosticsOf<Diagnostic>(result: These<readonly Diagnostic[], unknown>): readonly Diagnostic[] {
  return result._tag === 'Right' ? [] : result.left;
}

/**
 * A `These` of diagnostics and a value: `Left` where there is no value, `Right` where there are no diagnostics, else
 * `Both`. Written out, because the functions of fp-ts bring twenty kilobytes into a page.
 */
export function toResult<Diagnostic, Value>(
  diagnostics: readonly Diagnostic[],
  value: Value | undefined,
): These<readonly Diagnostic[], Value> {
  if (value === undefined) return { _tag: 'Left', left: diagnostics };
  return diagnostics.length === 0 ? { _tag: 'Right', right: value } : { _tag: 'Both', left: diagnostics, right: value };
}

/** The value of a `These`; `undefined` where there is none. */
export function rightOf<Value>(result: These<unknown, Value>): Value | undefined {
  return result._tag === 'Left' ? undefined : result.right;
}
