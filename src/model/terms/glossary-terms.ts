import { isSameLanguage } from '../language.js';
import type { Concept, Glossary, Term, TermStatus } from './glossary.js';
import { endsWord, startsWord } from './limits.js';
import { termKey } from './term-key.js';
import { tagsFor } from './term-languages.js';
import { createTextIndex, type TextIndex } from './text-index.js';

/** A concept, by what it is called in the source language and in one other. */
export interface ConceptTerms {
  readonly concept: Concept;
  /** Its source terms. */
  readonly sources: readonly Term[];
  /** The same by the keys of the terms and of their variants. */
  readonly sourceKeys: ReadonlyMap<string, Term>;
  /** Preferred and admitted terms, the preferred ones first. Of what is never translated without terms of its own: its source terms. */
  readonly accepted: readonly Term[];
  /** By the keys of the terms and of their variants. */
  readonly acceptedKeys: ReadonlyMap<string, Term>;
  readonly forbidden: readonly Term[];
  /** The same for forbidden terms; what is accepted, too, is not among them. */
  readonly forbiddenKeys: ReadonlyMap<string, Term>;
}

/** A term that stands in a folded text. */
export interface TermPlace {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The terms of a glossary for a target language, to be looked up. */
export interface GlossaryTerms {
  /** Whether any concept has a forbidden term. */
  readonly forbids: boolean;
  /** The concepts that have a source term with this key. */
  conceptsOf(key: string): readonly ConceptTerms[];
  /** The source terms in a folded text, without those that are part of a longer one; in the order of their places. */
  sourcesIn(text: string): readonly TermPlace[];
  /** The target terms in a folded text, all of them, in the order of their places; of two that begin at one, the longer first. */
  targetsIn(text: string): readonly TermPlace[];
}

/** The concepts of a glossary by the tags of their languages. */
interface ByTag {
  readonly tags: readonly string[];
  readonly concepts: ReadonlyMap<string, readonly (readonly [number: number, terms: readonly Term[]])[]>;
  /** What is never translated, in any language. */
  readonly fixed: readonly number[];
  readonly views: Map<string, GlossaryTerms | undefined>;
}

const known = new WeakMap<Glossary, ByTag>();

/** The terms that a glossary has for a language; `undefined` where it has none. Made once for each. */
export function termsFor(glossary: Glossary, trgLang: string): GlossaryTerms | undefined {
  const byTag = known.get(glossary) ?? groupByTag(glossary);
  known.set(glossary, byTag);
  const tags = tagsFor(trgLang, byTag.tags);
  const name = tags.join(' ');
  if (!byTag.views.has(name)) byTag.views.set(name, viewOf(glossary, byTag, tags));
  return byTag.views.get(name);
}

function groupByTag({ srcLang, concepts }: Glossary): ByTag {
  const byTag = new Map<string, [number, readonly Term[]][]>();
  const fixed: number[] = [];
  for (const [number, { kind, languages }] of concepts.entries()) {
    if (kind === 'fixed') fixed.push(number);
    for (const { lang, terms } of languages) {
      if (isSameLanguage(lang, srcLang)) continue;
      const known = byTag.get(lang);
      if (known === undefined) byTag.set(lang, [[number, terms]]);
      else known.push([number, terms]);
    }
  }
  return { tags: [...byTag.keys()], concepts: byTag, fixed, views: new Map() };
}

function viewOf(glossary: Glossary, byTag: ByTag, tags: readonly string[]): GlossaryTerms | undefined {
  const targets = new Map<number, readonly Term[]>();
  for (const tag of tags) {
    const own = new Set(targets.keys());
    for (const [number, terms] of byTag.concepts.get(tag) ?? []) {
      if (!own.has(number)) targets.set(number, [...(targets.get(number) ?? []), ...terms]);
    }
  }
  for (const number of byTag.fixed) if (!targets.has(number)) targets.set(number, []);
  const bySource = new Map<string, ConceptTerms[]>();
  const targetKeys = new Set<string>();
  let forbids = false;
  for (const [number, terms] of [...targets].sort(([one], [other]) => one - other)) {
    const found = toConceptTerms(glossary, glossary.concepts[number] as Concept, terms);
    if (found.acceptedKeys.size + found.forbiddenKeys.size === 0) continue;
    for (const key of found.sourceKeys.keys()) {
      const others = bySource.get(key);
      if (others === undefined) bySource.set(key, [found]);
      else others.push(found);
    }
    for (const key of [...found.acceptedKeys.keys(), ...found.forbiddenKeys.keys()]) targetKeys.add(key);
    forbids ||= found.forbiddenKeys.size > 0;
  }
  if (bySource.size === 0) return undefined;
  const findSources = createFinder(bySource.keys());
  const findTargets = createFinder(targetKeys);
  return {
    forbids,
    conceptsOf: (key) => bySource.get(key) ?? [],
    sourcesIn: (text) => withoutParts(findSources(text)),
    targetsIn: findTargets,
  };
}

function toConceptTerms({ srcLang }: Glossary, concept: Concept, terms: readonly Term[]): ConceptTerms {
  const sources = concept.languages.find(({ lang }) => isSameLanguage(lang, srcLang))?.terms ?? [];
  const byStatus = (status: TermStatus): readonly Term[] => terms.filter((term) => term.status === status);
  const named = [...byStatus('preferred'), ...byStatus('admitted')];
  const isFixed = concept.kind === 'fixed';
  const accepted = isFixed && named.length === 0 ? sources : named;
  const acceptedKeys = keysOf(isFixed ? [...accepted, ...sources] : accepted);
  const forbidden = byStatus('forbidden');
  const forbiddenKeys = keysOf(forbidden);
  for (const key of acceptedKeys.keys()) forbiddenKeys.delete(key);
  return { concept, sources, sourceKeys: keysOf(sources), accepted, acceptedKeys, forbidden, forbiddenKeys };
}

/** A longer text, in UTF-16 code units, is no term: it is not looked for. */
const longest = 1000;

/** Terms by the keys of all their spellings; of two terms with one key, the first. */
function keysOf(terms: readonly Term[]): Map<string, Term> {
  const keys = new Map<string, Term>();
  for (const term of terms) {
    for (const spelling of [term.text, ...(term.variants ?? [])]) {
      const key = spelling.length > longest ? '' : termKey(spelling);
      if (key !== '' && !keys.has(key)) keys.set(key, term);
    }
  }
  return keys;
}

function createFinder(keys: Iterable<string>): (text: string) => readonly TermPlace[] {
  // In the order of code units, which the index is made for.
  const ordered = [...keys].sort((one, other) => (one < other ? -1 : 1));
  const index: TextIndex = createTextIndex(ordered, startsWord, endsWord);
  return (text) => {
    const places: TermPlace[] = [];
    index.find(text, (number, start, end) => places.push({ key: ordered[number] as string, start, end }));
    return places;
  };
}

/** Without places that lie in another one. They are in order, of two that begin at one place the longer first. */
function withoutParts(places: readonly TermPlace[]): readonly TermPlace[] {
  let last = 0;
  return places.filter(({ end }) => {
    if (end <= last) return false;
    last = end;
    return true;
  });
}
