import type { LeveragedArticle, LeveragedSegment } from '../../../leverage/leveraged.js';
import { writeTargets } from '../../../merge/source/write-targets.js';
import { type Diagnostic, finding, toDiagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticKinds } from '../../../model/diagnostics/diagnostic-kinds.js';
import { createLineIndex } from '../../../model/position.js';

/** An article without the targets that would make other blocks of it, and what there is to say of these. */
export interface SoundArticle {
  readonly article: LeveragedArticle;
  readonly diagnostics: readonly Diagnostic[];
}

/** Leaves out targets that would start a list, a table or a comment in their places: they stay candidates. */
export function withoutUnsound(article: LeveragedArticle): SoundArticle {
  const unwritten = new Set(writeTargets(article).unwritten);
  if (unwritten.size === 0) return { article, diagnostics: [] };
  const lines = createLineIndex(article.text);
  const diagnostics: Diagnostic[] = [];
  const leaveOut = (segment: LeveragedSegment): LeveragedSegment => {
    if (!unwritten.has(segment.id)) return segment;
    const found = finding('source/other-blocks', segment.range, segment.id);
    diagnostics.push(toDiagnostic(found, lines, diagnosticKinds));
    const { target: _target, subState: _subState, ...rest } = segment;
    return { ...rest, state: 'initial', subState: 'ms:exact' };
  };
  const units = article.units.map((unit) => ({
    ...unit,
    parts: unit.parts.map((part) => (part.kind === 'segment' ? leaveOut(part) : part)),
  }));
  return { article: { ...article, units }, diagnostics };
}
