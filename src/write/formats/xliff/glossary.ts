import { toPlainText } from '../../../model/content.js';
import type { EntryText } from '../../../model/memory/entry.js';
import { foldText } from '../../../model/terms/folded-text.js';
import type { ConceptTerms, GlossaryTerms } from '../../../model/terms/glossary-terms.js';
import { attribute, escapeText } from '../../../xml/escapes.js';

/** The namespace of the glossary module, as an attribute of an element around glossaries. */
export const glossaryNamespace = ' xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"';

/** A segment in which terms may stand. */
export interface TermSegment {
  readonly id: string;
  readonly source: EntryText;
}

/** A concept that a unit speaks of. */
interface Spoken {
  readonly concept: ConceptTerms;
  /** The key of its source term that stands there first. */
  readonly key: string;
  /** The segments that it stands in. */
  readonly segments: Set<string>;
}

/**
 * The terms of a glossary that stand in the sources of a unit (XLIFF 2.0, section 5.2), in their order; nothing where there
 * are none. Preferred terms come first. Of a concept in one segment, `ref` is that; else it is of the unit. A `mrk` for each
 * term would be another source than that of the article.
 */
export function writeGlossary(segments: readonly TermSegment[], terms: GlossaryTerms): string {
  const spoken = new Map<string, Spoken>();
  for (const { id, source } of segments) {
    for (const { key } of terms.sourcesIn(foldText(toPlainText(source.content)).text)) {
      for (const concept of terms.conceptsOf(key)) {
        const known = spoken.get(concept.concept.id);
        if (known === undefined) spoken.set(concept.concept.id, { concept, key, segments: new Set([id]) });
        else known.segments.add(id);
      }
    }
  }
  let entries = '';
  for (const each of spoken.values()) entries += writeEntry(each);
  return entries === '' ? '' : `<gls:glossary>\n${entries}</gls:glossary>\n`;
}

function writeEntry({ concept: { concept, sourceKeys, accepted, forbidden }, key, segments }: Spoken): string {
  const [segment, ...others] = segments;
  const ref = segment === undefined || others.length > 0 ? undefined : `#${segment}`;
  const id = /^[\w.-]+$/.test(concept.id) ? concept.id : undefined;
  const term = sourceKeys.get(key);
  let xml = `<gls:glossEntry${attribute('id', id)}${attribute('ref', ref)}>\n`;
  xml += `<gls:term${attribute('source', term?.place?.path)}>${escapeText(term?.text ?? key)}</gls:term>\n`;
  for (const { text, place } of accepted) {
    xml += `<gls:translation${attribute('source', place?.path)}>${escapeText(text)}</gls:translation>\n`;
  }
  const names = forbidden.map(({ text }) => `"${text}"`).join(', ');
  const definition = [concept.definition ?? '', names === '' ? '' : `Do not use ${names}.`].filter(
    (text) => text !== '',
  );
  if (definition.length > 0) xml += `<gls:definition>${escapeText(definition.join(' '))}</gls:definition>\n`;
  return `${xml}</gls:glossEntry>\n`;
}
