import { elementsIn, type XmlElement } from '../../xml/reader.js';
import type { Report } from '../problem.js';
import { xliffGrammar } from './rules.js';

/** Child elements of the core with one of some names. */
export function childrenNamed(parent: XmlElement, ...names: readonly string[]): XmlElement[] {
  return elementsIn(parent).filter((child) => names.includes(xliffGrammar.nameOf(child)));
}

type DuplicateId = `xliff/duplicate-${'file' | 'group' | 'unit' | 'segment' | 'data' | 'code' | 'note' | 'module'}-id`;

/** Reports an id that was there before, and remembers it. */
export function checkUnique(element: XmlElement, ids: Set<string>, code: DuplicateId, report: Report): void {
  const id = element.attributes.get('id');
  if (id === undefined) return;
  if (ids.has(id)) report.at(element, 'id', code, [id]);
  ids.add(id);
}

/** The prefix `xlf` of types belongs to the specification, which defines none. */
export function checkType(element: XmlElement, report: Report): void {
  const type = element.attributes.get('type');
  if (type?.startsWith('xlf:')) report.at(element, 'type', 'xliff/reserved-prefix', [type]);
}

/** Reports a side whose language, its own or inherited, is not that of the document. */
export function checkLanguage(
  side: XmlElement | undefined,
  language: string | undefined,
  expected: string | undefined,
  report: Report,
): void {
  if (side === undefined || language === undefined || expected === undefined) return;
  if (language.toLowerCase() === expected.toLowerCase()) return;
  report.at(side, 'xml:lang', 'xliff/language-mismatch', [side.local, language, expected]);
}
