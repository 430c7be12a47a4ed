import { isSameLanguage, normalizeLanguage, servesFor } from '../../model/language.js';
import type { Range } from '../../model/position.js';
import { createConceptIds } from '../../model/terms/concept-ids.js';
import type { Concept, ConceptKind, Glossary, Term, TermStatus, TermsOfLanguage } from '../../model/terms/glossary.js';
import type { GlossaryReporter } from './reporter.js';

/** A term as it is read; the status is not there where the glossary does not say it. */
export type DraftTerm = Omit<Term, 'status' | 'variants'> & {
  readonly status?: TermStatus | undefined;
  /** Grows while the glossary is read. */
  readonly variants?: string[];
};

/** A concept as it is read. */
export interface DraftConcept {
  readonly id: string;
  readonly kind?: ConceptKind | undefined;
  readonly definition?: string | undefined;
  /** By normalized tags, in their order. */
  readonly languages: ReadonlyMap<string, readonly DraftTerm[]>;
}

/** Reads tags of languages; each is looked at once. `undefined`: it is none. */
export function createLanguageReader(): (written: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (written) => {
    if (known.has(written)) return known.get(written);
    const tag = normalizeLanguage(written.trim().replaceAll('_', '-'));
    known.set(written, tag);
    return tag;
  };
}

/** Which language the sources are in. */
export interface SourceLanguage {
  readonly lang: string;
  /** The caller named it: then nothing else is taken. Else the first language of the glossary is, where no concept has it. */
  readonly isNamed: boolean;
}

const nowhere: Range = { start: 0, end: 0 };

/** The glossary of what was read: the source language first, terms with a status, ids once. */
export function toGlossary(
  drafts: readonly DraftConcept[],
  source: SourceLanguage,
  reporter: GlossaryReporter,
): Glossary {
  const srcLang = chooseSource(drafts, source, reporter);
  const idOf = createConceptIds();
  const concepts: Concept[] = [];
  for (const { id, kind, definition, languages } of drafts) {
    const all: TermsOfLanguage[] = [];
    for (const [lang, terms] of languages) if (terms.length > 0) all.push({ lang, terms: withStatus(terms) });
    if (all.length === 0) continue;
    const first = all.findIndex(({ lang }) => lang === srcLang);
    const [own] = first > 0 ? all.splice(first, 1) : [];
    concepts.push({
      id: idOf(id),
      ...(kind === undefined ? {} : { kind }),
      ...(definition === undefined ? {} : { definition }),
      languages: own === undefined ? all : [own, ...all],
    });
  }
  return { srcLang, concepts };
}

/** Terms without a status: the first is preferred where no other is, the others are admitted. Preferred terms come first. */
function withStatus(terms: readonly DraftTerm[]): Term[] {
  const preferred: Term[] = [];
  const others: Term[] = [];
  let isTaken = terms.some(({ status }) => status === 'preferred');
  for (const { text, status: said, ...rest } of terms) {
    const status = said ?? (isTaken ? 'admitted' : 'preferred');
    if (status === 'preferred') isTaken = true;
    (status === 'preferred' ? preferred : others).push({ text, status, ...rest });
  }
  for (const term of others) preferred.push(term);
  return preferred;
}

function chooseSource(
  drafts: readonly DraftConcept[],
  { lang, isNamed }: SourceLanguage,
  reporter: GlossaryReporter,
): string {
  const counts = new Map<string, number>();
  for (const { languages } of drafts) {
    for (const [each, terms] of languages) if (terms.length > 0) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  if (counts.size === 0 || counts.has(lang)) return lang;
  const present = [...counts.keys()];
  const same = present.find((each) => isSameLanguage(each, lang));
  if (same !== undefined) return same;
  let best: string | undefined;
  for (const [each, count] of counts) {
    if (servesFor(each, lang) && (best === undefined || count > (counts.get(best) ?? 0))) best = each;
  }
  if (best !== undefined) return best;
  if (!isNamed) return present[0] ?? lang;
  const shown = present.length > 8 ? `${present.slice(0, 8).join(', ')} and others` : present.join(', ');
  reporter.report('glossary/no-source', nowhere, lang, shown);
  return lang;
}
