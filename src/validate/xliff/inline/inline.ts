import { isXmlCharacter } from '../../../xml/character.js';
import { elementsIn, type XmlElement } from '../../../xml/reader.js';
import type { Report } from '../../problem.js';
import { nmtokens } from '../../values.js';
import { checkType } from '../elements.js';
import { checkFragment, selectsOwn, type UnitPlace } from '../fragments.js';

import { xliffGrammar } from '../rules.js';

/** What the inline elements of a unit may refer to. */
export interface InlineScope {
  readonly dataIds: ReadonlySet<string>;
  /** The inline elements of both sides by their ids. */
  readonly codes: ReadonlyMap<string, XmlElement>;
  readonly place: UnitPlace;
}

const dataReferences = [
  ['dataRef', '4.3.1.9'],
  ['dataRefEnd', '4.3.1.10'],
  ['dataRefStart', '4.3.1.11'],
] as const;

const subFlows = [
  ['subFlows', '4.3.1.32'],
  ['subFlowsEnd', '4.3.1.33'],
  ['subFlowsStart', '4.3.1.34'],
] as const;

/** The values of `subType` that the specification defines, and the `type` that each stands with. */
const subTypes: ReadonlyMap<string, string> = new Map([
  ['xlf:lb', 'fmt'],
  ['xlf:pb', 'fmt'],
  ['xlf:b', 'fmt'],
  ['xlf:i', 'fmt'],
  ['xlf:u', 'fmt'],
  ['xlf:var', 'ui'],
]);

/** Checks the attributes of an inline element against each other, and what they refer to. */
export function checkInline(element: XmlElement, scope: InlineScope, report: Report): void {
  const name = xliffGrammar.nameOf(element);
  if (name === 'mrk' || name === 'sm') checkAnnotation(element, scope, report);
  else if (name !== 'em') checkCode(element, scope, report);
}

function checkCode(element: XmlElement, scope: InlineScope, report: Report): void {
  const { attributes } = element;
  for (const [name, section] of dataReferences) {
    const id = attributes.get(name);
    if (id !== undefined && !scope.dataIds.has(id)) {
      report.at(element, name, 'xliff/unresolved-data-ref', [id], `XLIFF 2.0, ${section}`);
    }
  }
  const units = scope.place.index.fileNamed(scope.place.file)?.units;
  for (const [name, section] of subFlows) {
    const ids = attributes.get(name) ?? '';
    const missing = nmtokens.isValid(ids) ? ids.split(' ').find((id) => id !== '' && !units?.has(id)) : undefined;
    if (missing === undefined) continue;
    report.at(element, name, 'xliff/unresolved-sub-flow', [missing], `XLIFF 2.0, ${section}`);
  }
  for (const name of ['dataRef', 'subFlows']) {
    const halves = [`${name}Start`, `${name}End`].filter((half) => attributes.has(half));
    if (halves.length === 1) report.at(element, halves[0] ?? '', 'xliff/half-attribute', halves);
  }
  checkSubType(element, report);
  const reorder = attributes.get('canReorder');
  if (reorder === 'no' || reorder === 'firstNo') {
    const missing = ['canCopy', 'canDelete'].filter((name) => attributes.get(name) !== 'no');
    if (missing.length > 0) {
      report.at(element, 'canReorder', 'xliff/reorder-hints', [reorder, missing.join('="no" and ')]);
    }
  }
  const copyOf = attributes.get('copyOf');
  if (copyOf !== undefined) checkCopy(element, copyOf, scope, report);
}

function checkSubType(element: XmlElement, report: Report): void {
  const type = element.attributes.get('type');
  const subType = element.attributes.get('subType');
  if (subType === undefined) return;
  const needed = subTypes.get(subType);
  if (!/^[^\s:]+:[^\s:]+$/.test(subType) || (subType.startsWith('xlf:') && needed === undefined)) {
    report.at(element, 'subType', 'xliff/sub-type-value', [subType]);
  } else if (type === undefined) {
    report.at(element, 'subType', 'xliff/sub-type-without-type', []);
  } else if (needed !== undefined && type !== needed) {
    report.at(element, 'subType', 'xliff/sub-type-conflict', [subType, needed, type]);
  }
}

function checkCopy(element: XmlElement, copyOf: string, { codes }: InlineScope, report: Report): void {
  const base = codes.get(copyOf);
  if (base === undefined) report.at(element, 'copyOf', 'xliff/unresolved-copy-of', [copyOf]);
  else if (base.attributes.get('canCopy') === 'no') report.at(element, 'copyOf', 'xliff/copy-of-uncopyable', [copyOf]);
  else if (hasData(base)) report.at(element, 'copyOf', 'xliff/copy-of-with-data', [`${copyOf} has some`]);
  else if (hasData(element)) report.at(element, 'copyOf', 'xliff/copy-of-with-data', ['this one has some']);
}

function hasData({ attributes }: XmlElement): boolean {
  return dataReferences.some(([name]) => attributes.has(name));
}

function checkAnnotation(element: XmlElement, { place }: InlineScope, report: Report): void {
  const { attributes } = element;
  const type = attributes.get('type') ?? 'generic';
  if (type === 'generic' && !attributes.has('translate')) {
    report.add('xliff/translate-annotation', element.start, []);
  }
  checkType(element, report);
  const ref = attributes.get('ref');
  if (type === 'mtc:match' && ref !== undefined) report.at(element, 'ref', 'xliff/match-annotation', []);
  if (type !== 'comment') {
    if (ref !== undefined) checkFragment(element, ref, place, report);
  } else if (attributes.has('value') === (ref !== undefined)) {
    report.add('xliff/comment-annotation', element.start, [ref === undefined ? 'neither' : 'both']);
  } else if (ref !== undefined && !selectsOwn(ref, ['n'], place)) {
    report.at(element, 'ref', 'xliff/unresolved-ref', [ref]);
  }
}

/** Controls that XML 1.0 allows, but discourages; the Schematron rules of XLIFF 2.1 count them as not allowed. */
function isDiscouraged(point: number): boolean {
  return point >= 0x7f && point <= 0x9f && point !== 0x85;
}

/** Checks each `cp` in an element: it is for what XML cannot hold, and for nothing else. */
export function checkCodePoints(parent: XmlElement, report: Report): void {
  for (const child of elementsIn(parent)) {
    if (xliffGrammar.nameOf(child) !== 'cp') {
      checkCodePoints(child, report);
      continue;
    }
    const hex = child.attributes.get('hex');
    if (hex === undefined) continue;
    const point = /^(?:[0-9A-Fa-f]{2})+$/.test(hex) ? Number.parseInt(hex, 16) : Number.POSITIVE_INFINITY;
    if (point > 0x10ffff || (isXmlCharacter(point) && !isDiscouraged(point)))
      report.at(child, 'hex', 'xliff/code-point', [hex]);
  }
}
