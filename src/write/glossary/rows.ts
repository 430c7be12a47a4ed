import { isSameLanguage } from '../../model/language.js';
import type { Concept, Glossary, Term } from '../../model/terms/glossary.js';
import { termsIn } from '../../model/terms/languages.js';
import { dropIllegal } from '../../xml/escapes.js';

/** The columns of tables of terms, in their order. */
export const glossaryColumns = [
  'kind',
  'source',
  'target',
  'status',
  'share',
  'count',
  'others',
  'path',
  'segment',
  'context',
  'note',
  'definition',
  'srcLang',
  'trgLang',
  'id',
] as const;

/** Stands between two spellings in `others`. */
const separator = ' | ';
/** Spellings of one kind in `others`: a person reads a dozen, and all of many in each of many rows would be too much. */
const most = 12;

/**
 * A row for each term of a target language, its source first: the first term of the source language. `others` has all other
 * spellings: those of the source, and the variants and other renderings in the language. A concept without a target has a row all the same.
 */
export function* glossaryRows({ srcLang, concepts }: Glossary): Generator<readonly string[]> {
  for (const concept of concepts) {
    const sources = termsIn(concept, srcLang)?.terms ?? [];
    const targets = concept.languages.filter(({ lang }) => !isSameLanguage(lang, srcLang));
    if (targets.every(({ terms }) => terms.length === 0)) yield rowOf(concept, sources, undefined, [], srcLang, '');
    for (const { lang, terms } of targets) {
      for (const term of terms) yield rowOf(concept, sources, term, terms, srcLang, lang);
    }
  }
}

function rowOf(
  { id, kind, definition = '' }: Concept,
  sources: readonly Term[],
  term: Term | undefined,
  terms: readonly Term[],
  srcLang: string,
  trgLang: string,
): readonly string[] {
  const [source] = sources;
  const shown = term ?? source;
  const place = shown?.place ?? source?.place;
  const others = spellingsOf(sources);
  if (term !== undefined) {
    for (const variant of (term.variants ?? []).slice(0, most)) others.push(variant);
    const renderings: string[] = [];
    for (const other of terms) {
      if (other === term) continue;
      if (renderings.length === most) break;
      renderings.push(other.status === 'forbidden' ? `${other.text} (forbidden)` : other.text);
    }
    for (const rendering of renderings) others.push(rendering);
  }
  return [
    kind ?? '',
    source?.text ?? '',
    term?.text ?? '',
    shown?.status ?? '',
    numberOf(shown?.share),
    numberOf(shown?.count),
    others.join(separator),
    place?.path ?? '',
    place?.segment ?? '',
    shown?.context ?? source?.context ?? '',
    shown?.note ?? source?.note ?? '',
    definition,
    srcLang,
    trgLang,
    id,
  ].map(dropIllegal);
}

/** What the source is called besides: its variants, and other terms with theirs. */
function spellingsOf(sources: readonly Term[]): string[] {
  const spellings: string[] = [];
  for (const [index, { text, variants = [] }] of sources.entries()) {
    if (index > 0) spellings.push(text);
    for (const variant of variants) {
      if (spellings.length >= most) return spellings;
      spellings.push(variant);
    }
    if (spellings.length >= most) return spellings;
  }
  return spellings;
}

function numberOf(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
