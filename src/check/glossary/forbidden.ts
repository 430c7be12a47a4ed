import { toPlainText } from '../../model/content.js';
import type { Range } from '../../model/position.js';
import { type FoldedText, foldText } from '../../model/terms/folded-text.js';
import type { ConceptTerms, GlossaryTerms } from '../../model/terms/glossary-terms.js';
import { type PairView, rangeIn } from '../view.js';
import { plainOffsets } from './plain-offsets.js';

/** A forbidden term in a target. */
export interface ForbiddenTerm {
  readonly concept: ConceptTerms;
  /** The term of the concept in the source, as it stands there. */
  readonly source: string;
  /** The forbidden term, as it stands in the target. */
  readonly target: string;
  readonly range: Range;
}

/**
 * The forbidden terms in a target whose source has a term of the same concept. One that is part of an accepted term of what
 * the source has is none.
 */
export function forbiddenIn({ source, target }: PairView, terms: GlossaryTerms): readonly ForbiddenTerm[] {
  if (!terms.forbids) return [];
  const plainSource = toPlainText(source.side.content);
  const { accepted, forbidden } = termsOfSource(plainSource, foldText(plainSource), terms);
  if (forbidden.size === 0) return [];
  const plain = toPlainText(target.side.content);
  const folded = foldText(plain);
  const found: ForbiddenTerm[] = [];
  let offsets: readonly number[] | undefined;
  let covered = 0;
  for (const { key, start, end } of terms.targetsIn(folded.text)) {
    if (end <= covered) continue;
    const known = accepted.has(key) ? undefined : forbidden.get(key);
    if (known === undefined && !accepted.has(key)) continue;
    covered = end;
    if (known === undefined) continue;
    const from = folded.at(start);
    const to = folded.at(end);
    offsets ??= plainOffsets(target.side.content);
    const range = rangeIn(target, offsets[from] ?? 0, (offsets[to - 1] ?? 0) + 1);
    found.push({ ...known, target: plain.slice(from, to).trim(), range });
  }
  return found;
}

interface TermsOfSource {
  /** What the concepts in a source are called, by keys. */
  readonly accepted: ReadonlySet<string>;
  /** What they must not be called. */
  readonly forbidden: ReadonlyMap<string, Pick<ForbiddenTerm, 'concept' | 'source'>>;
}

function termsOfSource(plain: string, folded: FoldedText, terms: GlossaryTerms): TermsOfSource {
  const accepted = new Set<string>();
  const forbidden = new Map<string, Pick<ForbiddenTerm, 'concept' | 'source'>>();
  const seen = new Set<string>();
  for (const { key, start, end } of terms.sourcesIn(folded.text)) {
    if (seen.has(key)) continue;
    seen.add(key);
    const source = plain.slice(folded.at(start), folded.at(end)).trim();
    for (const concept of terms.conceptsOf(key)) {
      for (const each of concept.acceptedKeys.keys()) accepted.add(each);
      for (const each of concept.forbiddenKeys.keys())
        if (!forbidden.has(each)) forbidden.set(each, { concept, source });
    }
  }
  return { accepted, forbidden };
}
