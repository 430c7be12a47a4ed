import { type Article, type Diagnostic, diagnosticsOf, mergedOf, mergeTmx, mergeXliff } from '../../../src/index.js';
import { faultOf } from '../../../src/view/correct/fault.js';
import { isHandedChange, toTmx, toXliff } from '../../../src/view/correct/hand-over/hand-over.js';
import { noWork, withTarget, workArticleOf } from '../../../src/view/correct/work.js';
import { toPageArticle } from '../../../src/view/view-model.js';
import { type Entry, entriesOf } from './page.js';
import { editTarget, type RandomEdit } from './random-edits.js';

/** What became of random edits of an article. */
export interface HandedOver {
  /** Edits that were possible. */
  readonly edits: number;
  /** Targets that were handed over, and those that were held back, because they cannot be written. */
  readonly handed: number;
  readonly held: number;
  /** What `merge` said against targets, and the ids of changes that did not come, or that nobody asked for. */
  readonly wrong: readonly string[];
}

/**
 * Edits segments of an article, hands all of them over, and merges both documents. `plansOf`: the edits of a segment, by its
 * number.
 */
export function handOver(
  article: Article,
  plansOf: (number: number) => readonly RandomEdit[],
  isTaken: (number: number) => boolean = () => true,
): HandedOver {
  const trgLang = article.localization.trgLang ?? 'de-DE';
  const page = toPageArticle({ article, trgLang });
  let edits = 0;
  const toWork = ({ unit, segment }: Entry, number: number) => {
    const { target, done } = editTarget(segment, unit.block, plansOf(number));
    edits += done;
    return withTarget(noWork(unit, segment), target);
  };
  const segments = entriesOf(page).flatMap((entry, number) => (isTaken(number) ? toWork(entry, number) : []));
  const work = { ...workArticleOf(page), segments };
  const changed = segments.filter(isHandedChange);
  const xliff = mergeXliff(article, toXliff([work], 'en-US', trgLang));
  // A title that was recovered is no pair: a memory does not speak of it.
  const tmx = mergeTmx(article, toTmx([work], 'en-US'), { trgLang });
  const wanted = changed.map(({ id }) => id);
  const given = mergedOf(xliff)?.changes.map(({ id }) => id) ?? [];
  const others = [...wanted.filter((id) => !given.includes(id)), ...given.filter((id) => !wanted.includes(id))];
  return {
    edits,
    handed: changed.length,
    held: segments.filter((one) => faultOf(one) !== undefined).length,
    wrong: [...errorsIn(diagnosticsOf(xliff)), ...errorsIn(diagnosticsOf(tmx)), ...others],
  };
}

function errorsIn(found: readonly Diagnostic[]): readonly string[] {
  return found.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}
