import { foldText } from '../../model/terms/folded-text.js';
import type { TermStatus } from '../../model/terms/glossary.js';
import type { ConceptTerms, GlossaryTerms } from '../../model/terms/glossary-terms.js';
import { type PageContent, type PageSegment, type PageTerm, piecesOf } from '../page-data.js';

/** What a glossary has for the two texts of a segment; nothing where it has nothing. */
export function termsOfSegment(
  source: PageContent,
  target: PageContent,
  glossary: GlossaryTerms,
): Pick<PageSegment, 'terms'> {
  const left = termTextOf(source);
  const folded = foldText(left);
  const concepts = new Set<ConceptTerms>();
  const inSource: PageTerm[] = [];
  for (const { key, start, end } of glossary.sourcesIn(folded.text)) {
    const found = glossary.conceptsOf(key);
    for (const each of found) concepts.add(each);
    const range = trimmed(left, folded.at(start), folded.at(end));
    inSource.push({ ...range, ...joined(found.map((concept) => describe(concept, key))) });
  }
  if (inSource.length === 0) return {};
  const inTarget = targetTerms(termTextOf(target), concepts, glossary);
  return { terms: { source: inSource, ...(inTarget.length === 0 ? {} : { target: inTarget }) } };
}

/** The terms of these concepts in a target; of two that overlap, the first and longer one. */
function targetTerms(text: string, concepts: ReadonlySet<ConceptTerms>, glossary: GlossaryTerms): readonly PageTerm[] {
  const folded = foldText(text);
  const found: PageTerm[] = [];
  let covered = 0;
  for (const { key, start, end } of glossary.targetsIn(folded.text)) {
    if (start < covered) continue;
    const own = [...concepts].flatMap((concept) => {
      const status = statusOf(concept, key);
      return status === undefined ? [] : [{ concept, status }];
    });
    // What one concept has may be what another one must not be called.
    const best = order.find((status) => own.some((each) => each.status === status));
    if (best === undefined) continue;
    covered = end;
    const those = own.filter(({ status }) => status === best).map(({ concept }) => describe(concept));
    found.push({ ...trimmed(text, folded.at(start), folded.at(end)), status: best, ...joined(those) });
  }
  return found;
}

const order: readonly TermStatus[] = ['preferred', 'admitted', 'forbidden'];

function statusOf({ acceptedKeys, forbiddenKeys, accepted }: ConceptTerms, key: string): TermStatus | undefined {
  const term = acceptedKeys.get(key);
  // What is never translated is what it is in the source.
  if (term !== undefined) return accepted.includes(term) ? term.status : 'preferred';
  return forbiddenKeys.has(key) ? 'forbidden' : undefined;
}

type Description = Pick<PageTerm, 'of' | 'names' | 'definition'>;

/** `key`: that of the source term, where one is at hand; else the first one names the concept. */
function describe({ concept, sources, sourceKeys, accepted, forbidden }: ConceptTerms, key?: string): Description {
  const term = (key === undefined ? undefined : sourceKeys.get(key)) ?? sources[0];
  const names = [...accepted, ...forbidden].map(({ status, text }) => [status, text] as const);
  const { definition } = concept;
  return { of: term?.text ?? '', names, ...(definition === undefined ? {} : { definition }) };
}

/** Of concepts that are called the same, what each of them has. */
function joined(descriptions: readonly Description[]): Description {
  const names = new Map<string, Description['names'][number]>();
  for (const description of descriptions) for (const name of description.names) names.set(name.join(' '), name);
  const definitions = descriptions.flatMap(({ definition }) => definition ?? []);
  return {
    of: [...new Set(descriptions.map(({ of }) => of))].join(', '),
    names: [...names.values()],
    ...(definitions.length === 0 ? {} : { definition: definitions.join(' ') }),
  };
}

/** The text that terms are looked up in; a placeholder is a character that no term has. */
function termTextOf(content: PageContent): string {
  let text = '';
  for (const piece of piecesOf(content)) {
    if (typeof piece === 'string') text += piece;
    else if (piece.kind === 'ph') text += '\ufffc';
  }
  return text;
}

/** Without the white space at its ends, which is another one in a folded text. */
function trimmed(text: string, start: number, end: number): Pick<PageTerm, 'start' | 'end'> {
  const found = text.slice(start, end);
  return { start: end - found.trimStart().length, end: start + found.trimEnd().length };
}
