import type { XmlElement } from '../../xml/reader.js';
import type { Report } from '../problem.js';
import { type Inherited, inherit, type Part, partsOf } from './content.js';
import { checkLanguage, childrenNamed } from './elements.js';
import type { UnitPlace } from './fragments.js';
import { checkSides, checkSpace } from './sides.js';

/** What a unit needs to know of the document around it. */
export interface UnitContext {
  readonly srcLang: string | undefined;
  readonly trgLang: string | undefined;
  /** For what stands in the unit. */
  readonly inherited: Inherited;
  readonly place: UnitPlace;
}

/** Checks what schemas cannot express of a unit. */
export function checkUnit(unit: XmlElement, context: UnitContext, report: Report): void {
  const parts = partsOf(unit);
  if (childrenNamed(unit, 'segment').length === 0) {
    report.add('xliff/unit-without-segment', unit.start, [unit.attributes.get('id') ?? '']);
  }
  for (const part of parts) {
    checkState(part, report);
    const inherited = inherit(part.element, context.inherited);
    checkSpace(part, inherited, report);
    const languageOf = (side: XmlElement | undefined): string | undefined =>
      side?.attributes.get('xml:lang') ?? inherited.lang;
    checkLanguage(part.source, languageOf(part.source), context.srcLang, report);
    checkLanguage(part.target, languageOf(part.target), context.trgLang, report);
  }
  checkSides(unit, parts, context.place, report);
}

function checkState({ element, target }: Part, report: Report): void {
  const state = element.attributes.get('state');
  const subState = element.attributes.get('subState');
  if (subState !== undefined) {
    if (state === undefined) report.at(element, 'subState', 'xliff/sub-state-without-state', []);
    if (!/^(?!xlf:)[^\s:]+:[^\s:]+$/.test(subState))
      report.at(element, 'subState', 'xliff/sub-state-value', [subState]);
  }
  if (target === undefined && state !== undefined && /^(?:translated|reviewed|final)$/.test(state)) {
    report.at(element, 'state', 'xliff/state-without-target', [state]);
  }
}
