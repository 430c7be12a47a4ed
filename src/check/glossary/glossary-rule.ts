import type { Range } from '../../model/position.js';
import type { Concept, Glossary, Term } from '../../model/terms/glossary.js';
import { type ConceptTerms, type GlossaryTerms, termsFor } from '../../model/terms/glossary-terms.js';
import { excerpt } from '../message.js';
import type { ArticleRule, Found, Report } from '../rule.js';
import { uiTerms } from '../rules/tree/ui-terms.js';
import type { PairView } from '../view.js';
import { type BoldTerm, boldTermsOf } from './bold-terms.js';
import { type ForbiddenTerm, forbiddenIn } from './forbidden.js';

const known = new WeakMap<Glossary, ArticleRule<'check/ui-terms'>>();

/** The rule `check/ui-terms` by a glossary: it needs no tree. Made once for each glossary. */
export function uiTermsBy(glossary: Glossary): ArticleRule<'check/ui-terms'> {
  const before = known.get(glossary);
  if (before !== undefined) return before;
  const { checkRows: _, ...kind } = uiTerms;
  const rule: ArticleRule<'check/ui-terms'> = {
    ...kind,
    scope: 'article',
    check: (pairs, report) => checkPairs(pairs, glossary, report),
  };
  known.set(glossary, rule);
  return rule;
}

function checkPairs(pairs: readonly PairView[], glossary: Glossary, report: Report): void {
  const used = new Map<Concept, UsedTerms>();
  for (const pair of pairs) {
    const terms = pair.trgLang === undefined ? undefined : termsFor(glossary, pair.trgLang);
    if (terms !== undefined) checkPair(pair, terms, used, report);
  }
  for (const { preferred, admitted } of used.values()) {
    if (preferred === undefined) continue;
    const words = `elsewhere in the article it is ${quoted(preferred)}, which the glossary prefers`;
    for (const { pair, term } of admitted) report(toFound(pair, term, words));
  }
}

/** The terms of a concept in bold in an article. */
interface UsedTerms {
  /** A preferred one that stands in it. */
  preferred?: string;
  readonly admitted: { readonly pair: PairView; readonly term: BoldTerm }[];
}

function checkPair(pair: PairView, terms: GlossaryTerms, used: Map<Concept, UsedTerms>, report: Report): void {
  const forbidden = forbiddenIn(pair, terms);
  for (const { concept, source, target, range } of forbidden) {
    const words = concept.accepted.length === 0 ? '' : ` and has ${namesOf([concept])}`;
    const args = [source, target, `the glossary forbids that${words}`];
    report({ pair, side: pair.target, range, args });
  }
  for (const term of boldTermsOf(pair, terms)) {
    const { concepts, range, isOther } = term;
    if (!isOther) {
      note(pair, term, used);
      continue;
    }
    // Of one and the same text it is said once what is wrong with it.
    const isKnown = within(forbidden, range).some(({ concept }) => concepts.includes(concept));
    if (!isKnown) report(toFound(pair, term, wordsOf(concepts)));
  }
}

/** The forbidden terms that stand in a range: they are in order, and none overlaps another. */
function within(forbidden: readonly ForbiddenTerm[], { start, end }: Range): readonly ForbiddenTerm[] {
  let low = 0;
  let high = forbidden.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((forbidden[middle] as ForbiddenTerm).range.end > start) high = middle;
    else low = middle + 1;
  }
  const first = low;
  while ((forbidden[low]?.range.start ?? end) < end) low++;
  return forbidden.slice(first, low);
}

/** Notes which term of its concept a text in bold is. What several concepts are called may be any of them. */
function note(pair: PairView, bold: BoldTerm, used: Map<Concept, UsedTerms>): void {
  const [concept, ...others] = bold.concepts;
  if (concept === undefined || others.length > 0 || bold.term === undefined) return;
  let terms = used.get(concept.concept);
  if (terms === undefined) {
    terms = { admitted: [] };
    used.set(concept.concept, terms);
  }
  if (bold.term.status === 'preferred') terms.preferred ??= bold.term.text;
  else if (bold.term.status === 'admitted') terms.admitted.push({ pair, term: bold });
}

function toFound(pair: PairView, { source, target, range }: BoldTerm, words: string): Found {
  return { pair, side: pair.target, range, args: [source, target, words] };
}

function wordsOf(concepts: readonly ConceptTerms[]): string {
  return concepts.every(isLeft) ? 'by the glossary it is not translated' : `the glossary has ${namesOf(concepts)}`;
}

/** Whether a concept is called as in the source. */
function isLeft({ concept: { kind }, accepted, sources }: ConceptTerms): boolean {
  return kind === 'fixed' && accepted.every(({ text }) => sources.some((source) => source.text === text));
}

/** More terms are not named. */
const mostNamed = 3;

/** `"A"`, `"A" or "B"`, `"A", "B" or "C"` */
function namesOf(concepts: readonly ConceptTerms[]): string {
  const texts = new Set<string>();
  for (const { accepted } of concepts) for (const { text } of accepted) texts.add(text);
  const names = [...texts].slice(0, mostNamed).map(quoted);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} or ${last}`;
}

/** No term is longer in a message. */
const longest = 60;

function quoted(text: Term['text']): string {
  return `"${excerpt(text, longest)}"`;
}
