import type { Range } from '../../../model/position.js';
import type { ConceptKind, Term } from '../../../model/terms/glossary.js';
import { isBlank } from '../../../xml/escapes.js';
import type { DraftConcept, DraftTerm } from '../draft.js';
import type { GlossaryReporter } from '../reporter.js';

/** What a row says of a term, and of its concept. */
export interface RowTerm extends Omit<DraftTerm, 'text'> {
  readonly text: string;
  readonly lang: string;
}

/** Puts rows of one concept together. */
export interface TableConcepts {
  /** The concept of a row: by its id, else by its kind and its source. */
  open(id: string, kind: ConceptKind | undefined, source: string): TableConcept;
  all(): readonly DraftConcept[];
}

export interface TableConcept {
  define(text: string, place: Range): void;
  /** A term that is there already is the same one: what the first says counts. */
  add(term: RowTerm, place: Range): void;
}

interface Draft extends TableConcept {
  concept(): DraftConcept;
}

export function createTableConcepts(reporter: GlossaryReporter): TableConcepts {
  const drafts = new Map<string, Draft>();
  return {
    open(id, kind, source) {
      const key = id === '' ? `${kind ?? ''}\n${source}` : `id\n${id}`;
      const known = drafts.get(key);
      if (known !== undefined) return known;
      const draft = createDraft(id === '' ? source : id, kind, reporter);
      drafts.set(key, draft);
      return draft;
    },
    all: () => Array.from(drafts.values(), (draft) => draft.concept()),
  };
}

function createDraft(id: string, kind: ConceptKind | undefined, reporter: GlossaryReporter): Draft {
  const languages = new Map<string, Map<string, DraftTerm>>();
  let definition: string | undefined;
  return {
    define(text, place) {
      if (isBlank(text) || text === definition) return;
      if (definition === undefined) definition = text;
      else reporter.count('glossary/not-kept', place, 'a second definition of a concept');
    },
    add({ lang, ...term }, place) {
      const terms = languages.get(lang) ?? new Map<string, DraftTerm>();
      languages.set(lang, terms);
      const known = terms.get(term.text);
      if (known === undefined) {
        terms.set(term.text, term);
        return;
      }
      if (term.status !== undefined && known.status !== undefined && term.status !== known.status) {
        reporter.count('glossary/contradiction', place, term.text);
      }
      terms.set(term.text, { ...term, ...known });
    },
    concept: () => ({
      id,
      kind,
      definition,
      languages: new Map(Array.from(languages, ([lang, terms]) => [lang, [...terms.values()]])),
    }),
  };
}

/** A count as a table has it. `undefined`: it is none. */
export function readCount(text: string): number | undefined {
  return /^[0-9]{1,15}$/.test(text) ? Number(text) : undefined;
}

/** A share as a table has it, from 0 to 1 or in per cent. `undefined`: it is none. */
export function readShare(text: string): number | undefined {
  const match = /^([0-9]+(?:[.,][0-9]+)?(?:e-[0-9]+)?)( ?%)?$/.exec(text);
  if (match === null) return undefined;
  const value = Number((match[1] ?? '').replace(',', '.')) / (match[2] === undefined ? 1 : 100);
  return value <= 1 ? value : undefined;
}

/** What is said of a term besides its text and status. */
export type TermDetails = Pick<Term, 'count' | 'share' | 'place' | 'context' | 'note'>;
