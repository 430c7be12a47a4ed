import { createConceptIds } from '../../model/terms/concept-ids.js';
import type { Concept, Glossary, Term, TermStatus } from '../../model/terms/glossary.js';
import {
  countNoteOf,
  kindWords,
  placeText,
  statusWords,
  variantStatus,
  writePersonNote,
} from '../../model/terms/tbx-words.js';
import { attribute, escapeText, isBlank } from '../../xml/escapes.js';
import type { GlossaryFormat, GlossaryOptions } from './format.js';
import { type TbxForm, tbxFormOf } from './tbx-form.js';

/**
 * TBX-Basic (ISO 30042:2019) in DCA or DCT style, or TBX of 2008. A variant of a term is a term of its own of the
 * `termType` `variant`, right after the term. Terms without any text, and concepts without any term, are left out: TBX has none.
 */
export const tbx: GlossaryFormat<'tbx'> = {
  name: 'tbx',
  title: 'TBX-Basic (ISO 30042)',
  extension: '.tbx',
  multilingual: true,
  *chunks(glossary: Glossary, options: GlossaryOptions) {
    const form = tbxFormOf(options);
    yield form.begin(glossary.srcLang);
    const idOf = createConceptIds();
    // A body has a concept at least.
    let isOpen = false;
    for (const concept of glossary.concepts) {
      const languages = writeLanguages(concept, form);
      if (languages === '') continue;
      if (!isOpen) yield '<body>\n';
      isOpen = true;
      yield `<${form.entry}${attribute('id', idOf(concept.id))}>\n${ofConcept(concept, form)}${languages}</${form.entry}>\n`;
    }
    if (isOpen) yield '</body>\n';
    yield form.end;
  },
};

function ofConcept({ kind, definition }: Concept, form: TbxForm): string {
  let text = '';
  if (kind !== undefined) text += `${form.category('subjectField', kindWords[kind])}\n`;
  if (definition !== undefined && !isBlank(definition)) text += `${form.category('definition', definition)}\n`;
  return text;
}

function writeLanguages({ languages }: Concept, form: TbxForm): string {
  let text = '';
  for (const { lang, terms } of languages) {
    let section = '';
    for (const term of terms) if (!isBlank(term.text)) section += writeTerm(term, form);
    if (section === '') continue;
    text += `<${form.language}${attribute('xml:lang', lang)}>\n${section}</${form.language}>\n`;
  }
  return text;
}

function writeTerm(term: Term, form: TbxForm): string {
  const { text, status, place, context, note, variants = [] } = term;
  const parts: string[] = [];
  // The core allows what describes a term only after all that TBX calls notes on it.
  if (place !== undefined) parts.push(form.category('source', placeText(place)));
  if (context !== undefined && !isBlank(context)) parts.push(form.category('context', context));
  const counts = countNoteOf(term);
  if (counts !== undefined) parts.push(`<note>${counts}</note>`);
  if (note !== undefined && !isBlank(note)) parts.push(`<note>${escapeText(writePersonNote(note))}</note>`);
  let written = section(text, status, form, parts);
  for (const variant of variants) {
    if (isBlank(variant)) continue;
    written += section(variant, variantStatus(status), form, [], form.category('termType', 'variant'));
  }
  return written;
}

function section(text: string, status: TermStatus, form: TbxForm, parts: readonly string[], type = ''): string {
  const own = form.category('administrativeStatus', statusWords[status]);
  return `<${form.term}><term>${escapeText(text)}</term>${own}${type}${parts.join('')}</${form.term}>\n`;
}
