import type { MergedArticle } from '../../../corpus/merge/merge.js';
import type { MergedPlain } from '../../../corpus/merge/merge-plain.js';
import type { Paint } from '../../terminal/paint.js';
import { count, countOf } from '../../terminal/progress.js';
import { printable } from '../../terminal/say.js';
import type { formatDiagnostics } from '../summary.js';

/** The article holds no pair, and the document is none that was made of it. */
export function hasNoPairs({ articleDiagnostics }: MergedArticle): boolean {
  return articleDiagnostics.some(({ code }) => code === 'input/no-pairs');
}

/** Of the article only what keeps it from being written: the rest is as it was. */
export function findingsOf({
  path,
  document,
  articleDiagnostics,
  diagnostics,
  merged,
}: MergedArticle): Parameters<typeof formatDiagnostics>[0] {
  const own = merged === undefined && diagnostics.length === 0 ? articleDiagnostics : [];
  return [
    { namedPath: path, diagnostics: own },
    { namedPath: document, diagnostics },
  ];
}

/** What was done, for people. */
export function summarizeFile(
  { path, merged, plain }: MergedArticle,
  output: string | undefined,
  paint: Paint,
): string {
  if (merged === undefined) return 'nothing was written\n';
  if (plain !== undefined) return summarizePlain(path, plain, output, paint);
  const { changes } = merged;
  const ids = changes.slice(0, 10).map(({ id }) => id);
  const more = changes.length > ids.length ? ` and ${count(changes.length - ids.length)} more` : '';
  const which = changes.length === 0 ? '' : `: ${ids.join(', ')}${more}`;
  const targets = `${count(changes.length)} ${changes.length === 1 ? 'target' : 'targets'} changed`;
  const marked = merged.isMarked ? ', ms.translationtype is HT now' : '';
  const written = writtenTo(output);
  return `${printable(path)}: ${paint.strong(targets)}${printable(which)}${marked}\n${written}\n`;
}

function writtenTo(output: string | undefined): string {
  return output === undefined ? 'nothing was written (--dry-run)' : `written: ${printable(output)}`;
}

/** Of an article in one language. */
function summarizePlain(
  path: string,
  { segments, untranslated, unpaired }: MergedPlain,
  output: string | undefined,
  paint: Paint,
): string {
  const done = segments - untranslated.length;
  const translated = paint.strong(`${count(done)} of ${countOf(segments, 'segment')} translated`);
  const left = untranslated.length === 0 ? '' : `, ${count(untranslated.length)} as they were`;
  const alone =
    unpaired.length === 0
      ? ''
      : `without a pair: ${countOf(unpaired.length, 'target')}, such as those of the front matter\n`;
  return `${printable(path)}: ${translated}${left}\n${alone}${writtenTo(output)}\n`;
}

/** The same as JSON. */
export function toReport(
  { articleDiagnostics, diagnostics, merged, plain }: MergedArticle,
  [article, document]: readonly string[],
): object {
  const changes = (merged?.changes ?? []).map(({ id, line, column, before, after }) => ({
    id,
    line,
    column,
    before,
    after,
  }));
  const marked = merged?.isMarked === true ? { marked: true } : {};
  return {
    article,
    document,
    merged: merged !== undefined,
    ...marked,
    ...plain,
    changes,
    diagnostics,
    articleDiagnostics,
  };
}
