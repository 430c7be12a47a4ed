import type { Concept, Glossary, Term } from '../../model/terms/glossary.js';
import { glossaryLanguages, termsIn } from '../../model/terms/languages.js';
import { kindWords } from '../../model/terms/tbx-words.js';
import { dropIllegal } from '../../xml/escapes.js';
import { toLine } from '../rows/line.js';
import type { GlossaryFormat } from './format.js';

/** OmegaT passes over lines that start so; it writes this one itself. */
const header = '# Glossary in tab-separated format -*- coding: utf-8 -*-\n';

/**
 * The glossary of OmegaT: source, target and comment between tabs, a line for each target that may be used. The comment has
 * those that are forbidden, up to a dozen. OmegaT reads it as UTF-8 by the extensions `.utf8` and `.txt`; it passes over `.tsv`.
 */
export const tsvGlossary: GlossaryFormat<'tsv'> = {
  name: 'tsv',
  title: 'tab-separated, for OmegaT',
  extension: '.tsv',
  otherExtensions: ['.utf8', '.tab', '.txt'],
  multilingual: false,
  *chunks(glossary: Glossary) {
    yield header;
    const [lang] = glossaryLanguages(glossary);
    if (lang === undefined) return;
    for (const concept of glossary.concepts) yield* linesOf(concept, glossary.srcLang, lang);
  },
};

/** Targets of a synonym of the source, and forbidden ones that a comment has: all of them with each other would be too many. */
const most = 12;

function* linesOf(concept: Concept, srcLang: string, lang: string): Generator<string> {
  const targets = termsIn(concept, lang)?.terms ?? [];
  const forbidden = textsOf(targets, true);
  const not = forbidden.length === 0 ? '' : `do not use: ${forbidden.slice(0, most).join(', ')}`;
  const written = targets.filter(({ text, status }) => status !== 'forbidden' && cellOf(text) !== '');
  for (const [index, source] of textsOf(termsIn(concept, srcLang)?.terms ?? [], false).entries()) {
    // A line that starts with # is a comment; white space at the start is none.
    const start = source.startsWith('#') ? ' ' : '';
    for (const { text, status, note = '' } of index === 0 ? written : written.slice(0, most)) {
      const kind = concept.kind === undefined ? '' : kindWords[concept.kind];
      const parts = [kind, status === 'admitted' ? 'admitted' : '', not, cellOf(note)].filter((part) => part !== '');
      yield `${start}${source}\t${cellOf(text)}${parts.length === 0 ? '' : `\t${parts.join('; ')}`}\n`;
    }
  }
}

function textsOf(terms: readonly Term[], forbidden: boolean): string[] {
  return terms
    .filter(({ status }) => (status === 'forbidden') === forbidden)
    .map(({ text }) => cellOf(text))
    .filter((text) => text !== '');
}

function cellOf(text: string): string {
  return toLine(dropIllegal(text));
}
