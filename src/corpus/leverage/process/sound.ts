import type { LeveragedArticle, LeveragedSegment } from '../../../leverage/leveraged.js';
import { respelledTargets } from '../../../merge/source/respell.js';
import { writeTargets } from '../../../merge/source/write-targets.js';
import { type Diagnostic, finding, toDiagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticKinds } from '../../../model/diagnostics/diagnostic-kinds.js';
import { createLineIndex } from '../../../model/position.js';
import { withParts } from '../../../read/source/units.js';

/** An article without the targets that would make other blocks of it, and what there is to say of these. */
export interface SoundArticle {
  readonly article: LeveragedArticle;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Spells targets so that their texts are texts where they stand: what a TMX or an XLIFF has is no Markdown. Those that would
 * start a list, a table or a comment in their places all the same are left out: they stay candidates.
 */
export function soundArticle(given: LeveragedArticle): SoundArticle {
  const article = withSpelled(given);
  const unsound = new Set(writeTargets(article).unwritten);
  return unsound.size === 0 ? { article, diagnostics: [] } : withoutUnsound(withSpelled(article, unsound));
}

function withSpelled(article: LeveragedArticle, unsound?: ReadonlySet<string>): LeveragedArticle {
  const spelled = respelledTargets(article, unsound);
  if (spelled.size === 0) return article;
  const spell = (segment: LeveragedSegment): LeveragedSegment => {
    const text = spelled.get(segment.id);
    if (text === undefined || segment.target === undefined) return segment;
    return { ...segment, target: { ...segment.target, text } };
  };
  return mapSegments(article, spell);
}

function withoutUnsound(article: LeveragedArticle): SoundArticle {
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
  return { article: mapSegments(article, leaveOut), diagnostics };
}

function mapSegments(
  article: LeveragedArticle,
  change: (segment: LeveragedSegment) => LeveragedSegment,
): LeveragedArticle {
  const units = article.units.map((unit) =>
    withParts(
      unit,
      unit.parts.map((part) => (part.kind === 'segment' ? change(part) : part)),
    ),
  );
  return { ...article, units };
}
