import type { XmlElement } from '../../../xml/reader.js';
import type { Report } from '../../problem.js';
import { type Inherited, inherit, partOf } from '../content.js';
import { checkLanguage, checkUnique, childrenNamed } from '../elements.js';
import { selectsOwn, type UnitPlace } from '../fragments.js';
import { checkSides, checkSpace } from '../sides.js';

/** The languages of a document, and what is inherited around its units. */
export interface Languages {
  readonly srcLang: string | undefined;
  readonly trgLang: string | undefined;
  readonly inherited: Inherited;
}

/** Checks translation candidates (section 5.1): each is a source and a target like those of a segment. */
export function checkMatches(matches: XmlElement, place: UnitPlace, languages: Languages, report: Report): void {
  const ids = new Set<string>();
  for (const match of childrenNamed(matches, 'mtc:match')) {
    const { attributes } = match;
    checkUnique(match, ids, 'xliff/duplicate-module-id', report);
    const ref = attributes.get('ref');
    if (ref !== undefined && !selectsOwn(ref, ['', 't'], place))
      report.at(match, 'ref', 'xliff/unresolved-span', [ref]);
    if (attributes.has('xml:lang')) report.at(match, 'xml:lang', 'xliff/match-language', []);
    if (attributes.has('subType') && !attributes.has('type')) {
      report.at(match, 'subType', 'xliff/sub-type-without-type', [], 'XLIFF 2.0, 5.1 (subType)');
    }
    const part = partOf(match);
    checkLanguage(part.source, part.source?.attributes.get('xml:lang'), languages.srcLang, report);
    // A reference may be in any language.
    if (attributes.get('reference') !== 'yes') {
      checkLanguage(part.target, part.target?.attributes.get('xml:lang'), languages.trgLang, report);
    }
    checkSpace(part, inherit(match, languages.inherited), report);
    checkSides(match, [part], place, report);
  }
}

/** Checks a glossary (section 5.2). */
export function checkGlossary(glossary: XmlElement, place: UnitPlace, report: Report): void {
  const ids = new Set<string>();
  for (const entry of childrenNamed(glossary, 'gls:glossEntry')) {
    const translations = childrenNamed(entry, 'gls:translation');
    if (translations.length === 0 && childrenNamed(entry, 'gls:definition').length === 0) {
      report.add('xliff/empty-gloss-entry', entry.start, []);
    }
    for (const element of [entry, ...translations]) {
      checkUnique(element, ids, 'xliff/duplicate-module-id', report);
      const ref = element.attributes.get('ref');
      if (ref === undefined || selectsOwn(ref, ['', 't'], place)) continue;
      // An example of the specification has `t=#m2`.
      if (ref.startsWith('#')) report.at(element, 'ref', 'xliff/unresolved-span', [ref], 'XLIFF 2.0, 5.2 (ref)');
      else report.at(element, 'ref', 'xliff/span-elsewhere', [ref]);
    }
  }
}
