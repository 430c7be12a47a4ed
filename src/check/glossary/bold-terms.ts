import { type Code, toPlainText } from '../../model/content.js';
import type { Range } from '../../model/position.js';
import { foldText } from '../../model/terms/folded-text.js';
import type { Term } from '../../model/terms/glossary.js';
import type { ConceptTerms, GlossaryTerms } from '../../model/terms/glossary-terms.js';
import { termKey } from '../../model/terms/term-key.js';
import { termText } from '../../model/terms/term-text.js';
import { type CodeText, codeTexts } from '../code-texts.js';
import type { PairView } from '../view.js';

/** A source term of a glossary that stands in bold, and what it is in the target. */
export interface BoldTerm {
  /** The concepts that are called so. */
  readonly concepts: readonly ConceptTerms[];
  readonly source: string;
  readonly target: string;
  /** Where the bold text stands in the target, with its markup. */
  readonly range: Range;
  /** The term of the glossary that the bold text of the target is. */
  readonly term?: Term;
  /** No term of the glossary renders it. */
  readonly isOther: boolean;
}

const isBold = ({ subType }: Code): boolean => subType === 'xlf:b';

/**
 * The texts in bold that are source terms of a glossary with accepted terms, and have a partner in the target.
 *
 * What has an accepted term in its bold text is rendered by it; and what has as many in the target as the source has the
 * term, because bold slips. Of several texts in bold nobody knows which one is which, as languages put them in another
 * order: there one accepted term in the target will do, and what is an accepted term of another one is not what this one is.
 */
export function boldTermsOf({ source, target }: PairView, terms: GlossaryTerms): readonly BoldTerm[] {
  const targets = codeTexts(target.side.content, isBold);
  if (targets.size === 0) return [];
  const sources = codeTexts(source.side.content, isBold);
  const wanted = Array.from(sources, ([id, { text }]) => ({ id, text, concepts: namedBy(text, terms) })).filter(
    ({ concepts }) => concepts.length > 0,
  );
  if (wanted.length === 0) return [];
  const plain = toPlainText(target.side.content);
  const isOnly = sources.size === 1 && targets.size === 1;
  const anywhere = isOnly ? undefined : keysIn(plain, terms);
  let free: readonly CodeText[] | undefined;
  const found: BoldTerm[] = [];
  for (const { id, text, concepts } of wanted) {
    const partner = targets.get(id);
    if (partner === undefined) continue;
    const toTerm = ({ text: other, range }: CodeText, isOther: boolean): BoldTerm => {
      const key = termKey(other);
      const term = concepts.map(({ acceptedKeys }) => acceptedKeys.get(key)).find((each) => each !== undefined);
      const known = { concepts, source: termText(text), target: termText(other), range, isOther };
      return term === undefined ? known : { ...known, term };
    };
    const isElsewhere = (): boolean =>
      anywhere === undefined
        ? isAsOften(concepts, toPlainText(source.side.content), plain, terms)
        : isRendered(concepts, anywhere);
    if (isRendered(concepts, keysIn(partner.text, terms)) || isElsewhere()) {
      found.push(toTerm(partner, false));
      continue;
    }
    free ??= withoutRendered([...targets.values()], wanted, terms);
    const other = free.includes(partner) ? partner : free.length === 1 ? free[0] : undefined;
    if (other !== undefined && /[\p{L}\p{N}]/u.test(other.text)) found.push(toTerm(other, true));
  }
  return found;
}

/**
 * The concepts that a text in bold names. A title is no name in bold, and what begins in lower case is no name that begins
 * with a capital: it is emphasized.
 */
function namedBy(text: string, terms: GlossaryTerms): readonly ConceptTerms[] {
  const key = termKey(text);
  const isLower = /^\p{Ll}/u.test(termText(text));
  return terms.conceptsOf(key).filter(({ concept, acceptedKeys, sourceKeys }) => {
    const isEmphasis = isLower && /^\p{Lu}/u.test(sourceKeys.get(key)?.text ?? '');
    return concept.kind !== 'title' && acceptedKeys.size > 0 && !isEmphasis;
  });
}

/** Whether accepted terms stand in a target as often as the source has the term: then bold has slipped from one of them. */
function isAsOften(concepts: readonly ConceptTerms[], source: string, target: string, terms: GlossaryTerms): boolean {
  const times = terms
    .sourcesIn(foldText(source).text)
    .filter(({ key }) => concepts.some(({ sourceKeys }) => sourceKeys.has(key))).length;
  const rendered = terms
    .targetsIn(foldText(target).text)
    .filter(({ key }) => concepts.some(({ acceptedKeys }) => acceptedKeys.has(key))).length;
  return rendered >= Math.max(times, 1);
}

/** The keys of the terms in a text: of those that stand in it, and of the text as a whole. */
function keysIn(text: string, terms: GlossaryTerms): ReadonlySet<string> {
  return new Set([termKey(text), ...terms.targetsIn(foldText(text).text).map(({ key }) => key)]);
}

function isRendered(concepts: readonly ConceptTerms[], keys: ReadonlySet<string>): boolean {
  for (const { acceptedKeys } of concepts) for (const key of acceptedKeys.keys()) if (keys.has(key)) return true;
  return false;
}

/** Those texts in bold that have no accepted term of what is wanted. */
function withoutRendered(
  targets: readonly CodeText[],
  wanted: readonly { readonly concepts: readonly ConceptTerms[] }[],
  terms: GlossaryTerms,
): readonly CodeText[] {
  const accepted = new Set<string>();
  for (const { concepts } of wanted) {
    for (const { acceptedKeys } of concepts) for (const key of acceptedKeys.keys()) accepted.add(key);
  }
  return targets.filter(({ text }) => ![...keysIn(text, terms)].some((key) => accepted.has(key)));
}
