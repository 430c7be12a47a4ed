import type { Concept, ConceptKind, Glossary, Term, TermsOfLanguage } from '../model/terms/glossary.js';
import { baseOf } from '../model/terms/term-text.js';
import type { Judged } from './judge.js';
import type { Spellings } from './table.js';

/** The terms of one target language. */
export interface LanguageFindings {
  readonly lang: string;
  /** What the tree says of all candidates, in the order of their sources. */
  readonly judged: readonly Judged[];
}

/** A glossary of what was found in each language, in the order of the sources. */
export function toGlossary(srcLang: string, found: readonly LanguageFindings[]): Glossary {
  const bySource = new Map<string, { lang: string; terms: Judged[] }[]>();
  for (const { lang, judged } of found) {
    for (const each of judged) {
      if (each.verdict !== 'term') continue;
      const { source } = each.pair;
      const languages = bySource.get(source) ?? [];
      bySource.set(source, languages);
      const last = languages.at(-1);
      if (last?.lang === lang) last.terms.push(each);
      else languages.push({ lang, terms: [each] });
    }
  }
  const ids = new Set<string>();
  const concepts = [...bySource]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([source, languages]) => toConcept(idOf(source, ids), srcLang, languages));
  return { srcLang, concepts };
}

/** The same source has the same id in each run. */
function idOf(source: string, ids: Set<string>): string {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let at = 0; at < source.length; at++) {
    high = Math.imul(high ^ source.charCodeAt(at), 0x01000193);
    low = Math.imul(low ^ source.charCodeAt(at), 0x5bd1e995);
  }
  const base = `c${[high, low].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')}`;
  let id = base;
  for (let number = 2; ids.has(id); number++) id = `${base}-${number}`;
  ids.add(id);
  return id;
}

function toConcept(
  id: string,
  srcLang: string,
  languages: readonly { readonly lang: string; readonly terms: readonly Judged[] }[],
): Concept {
  const all = languages.flatMap(({ terms }) => terms);
  const targets = languages.map(({ lang, terms }): TermsOfLanguage => {
    const order = [...terms].sort(byStrength);
    return { lang, terms: order.map((term, index) => toTerm(term, index === 0 ? 'preferred' : 'admitted')) };
  });
  const spelled = spellingsOf(all.map(({ pair }) => pair.sources));
  const first = all.find(({ pair }) => pair.first.context !== undefined) ?? (all[0] as Judged);
  const { path, segment, context } = first.pair.first;
  const source: Term = {
    ...spelled,
    status: 'preferred',
    place: { path, segment },
    ...(context === undefined ? {} : { context: context.source }),
  };
  return { id, kind: kindOf(all), languages: [{ lang: srcLang, terms: [source] }, ...targets] };
}

/** What is the same in all languages is never translated; what was in bold anywhere is a name of the interface. */
function kindOf(terms: readonly Judged[]): ConceptKind {
  const best = terms.filter(({ pair, share }) => pair.fixed > 0 || (pair.source === pair.target && share >= 0.8));
  if (best.length > 0 && terms.every((term) => best.includes(term) || term.share < 0.2)) return 'fixed';
  return terms.some(({ pair }) => pair.ui > 0) ? 'ui' : 'title';
}

function byStrength(one: Judged, other: Judged): number {
  return other.count - one.count || (one.pair.target < other.pair.target ? -1 : 1);
}

function toTerm({ pair, count, share }: Judged, status: Term['status']): Term {
  const { path, segment, context } = pair.first;
  return {
    ...spellingsOf([pair.targets]),
    status,
    count,
    share: Math.round(share * 1000) / 1000,
    place: { path, segment },
    ...(context === undefined ? {} : { context: context.target }),
  };
}

/** The most frequent spelling, and the others after it; of those that are as frequent, one without an ellipsis and the like. */
function spellingsOf(all: readonly Spellings[]): Pick<Term, 'text' | 'variants'> {
  const times = new Map<string, number>();
  for (const spellings of all) {
    for (const [text, count] of spellings) times.set(text, (times.get(text) ?? 0) + count);
  }
  const [text = '', ...variants] = [...times]
    .sort(
      ([one, count], [other, otherCount]) =>
        otherCount - count || extraOf(one) - extraOf(other) || (one < other ? -1 : 1),
    )
    .map(([spelling]) => spelling);
  return variants.length === 0 ? { text } : { text, variants };
}

/** How many characters a spelling has besides those that all variants have. */
function extraOf(spelling: string): number {
  return spelling.length - baseOf(spelling).length;
}
