import type { Segment } from '../../model/article.js';
import { type Diagnostic, finding, toDiagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticKinds } from '../../model/diagnostics/diagnostic-kinds.js';
import type { LineIndex } from '../../model/position.js';
import type { ArticlePart } from '../../read/article.js';
import { damageIn, holdsDamage } from '../files/damage.js';

/** The part without the pairs that may hold bytes that were no UTF-8, and a diagnostic for each that was not `told`. */
export function withoutDamage(part: ArticlePart, lines: LineIndex, told: ReadonlySet<number>): ArticlePart {
  const { article } = part;
  const diagnostics = [...part.diagnostics];
  const mark = (segment: Segment): Segment => {
    const { source, target, skip } = segment;
    if (skip !== undefined || !holdsDamage(source.text + target.text)) return segment;
    const place = damageIn(article.text, holdsDamage(target.text) ? target.range : source.range);
    if (!told.has(place.start)) {
      diagnostics.push(toDiagnostic(finding('input/invalid-utf-8', place), lines, diagnosticKinds));
    }
    return { ...segment, skip: 'input/invalid-utf-8' };
  };
  const units = article.units.map((unit) => ({
    ...unit,
    parts: unit.parts.map((item) => (item.kind === 'segment' ? mark(item) : item)),
  }));
  return { article: { ...article, units }, diagnostics };
}

/** What is said where an article with bytes that are not UTF-8 is left out as a whole, because these would be lost. */
export function ofWholeArticle(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const message = 'These bytes are not UTF-8; the article is left out.';
  return diagnostics.map((each) => (each.code === 'input/invalid-utf-8' ? { ...each, message } : each));
}
