import type { XmlElement } from '../../xml/reader.js';
import type { Report } from '../problem.js';
import type { Inherited, Part } from './content.js';
import { checkUnique, childrenNamed } from './elements.js';
import type { UnitPlace } from './fragments.js';
import { checkCodePoints, checkInline, type InlineScope } from './inline/inline.js';
import { checkSequences } from './inline/sequence.js';
import { checkPairs } from './pairs.js';
import { xliffGrammar } from './rules.js';

/**
 * Checks the original data, and the inline elements of all sources and all targets, of a unit or a translation
 * candidate.
 */
export function checkSides(holder: XmlElement, parts: readonly Part[], place: UnitPlace, report: Report): void {
  const dataIds = new Set<string>();
  for (const data of childrenNamed(holder, 'originalData').flatMap((each) => childrenNamed(each, 'data'))) {
    checkUnique(data, dataIds, 'xliff/duplicate-data-id', report);
    checkCodePoints(data, report);
  }
  for (const part of parts) checkKept(part, report);
  checkIds(parts, report);
  const places = placesOf(parts, report);
  // Targets follow each other by their places.
  const inOrder = parts
    .map((part, index) => ({ part, place: places[index] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ part }) => part);
  checkSequences(parts, inOrder, report);
  const codes = new Map<string, XmlElement>();
  for (const element of parts.flatMap(({ inSource, inTarget }) => [...inSource, ...inTarget])) {
    const id = element.attributes.get('id');
    if (id !== undefined && !codes.has(id)) codes.set(id, element);
  }
  const scope: InlineScope = { dataIds, codes, place };
  for (const { source, target, inSource, inTarget } of parts) {
    for (const element of [...inSource, ...inTarget]) checkInline(element, scope, report);
    if (source !== undefined) checkCodePoints(source, report);
    if (target !== undefined) checkCodePoints(target, report);
  }
  checkPairs(
    parts.flatMap(({ source }) => source ?? []),
    report,
  );
  checkPairs(
    inOrder.flatMap(({ target }) => target ?? []),
    report,
  );
}

/** White space means the same in a target as in its source. */
export function checkSpace({ source, target }: Part, inherited: Inherited, report: Report): void {
  if (source === undefined || target === undefined) return;
  const [inSource, inTarget] = [source, target].map((side) => side.attributes.get('xml:space') ?? inherited.space);
  if (inSource === inTarget) return;
  report.at(target, 'xml:space', 'xliff/space-mismatch', [inTarget ?? '', inSource ?? '']);
}

/** A translation candidate has an id among its like, and what it proposes need not be whole. */
function isCandidate(element: XmlElement): boolean {
  return xliffGrammar.nameOf(element) === 'mtc:match';
}

/** Codes that must not be deleted have to be in the target. The end of a pair goes with its start. */
function checkKept({ element, target, inSource, inTarget }: Part, report: Report): void {
  if (target === undefined || isCandidate(element)) return;
  const kept = new Set(inTarget.map((code) => code.attributes.get('id')));
  const final = element.attributes.get('state') === 'final';
  for (const code of inSource) {
    const id = code.attributes.get('id');
    if (id === undefined || code.attributes.get('canDelete') !== 'no' || kept.has(id)) continue;
    report.add(final ? 'xliff/code-deleted' : 'xliff/code-not-in-target', target.start, [id]);
  }
}

/**
 * Ids of segments, ignorables and inline elements are unique in the unit; an inline element of a target has the id of
 * that of its source that it stands for.
 */
function checkIds(parts: readonly Part[], report: Report): void {
  const sourceIds = new Set<string>();
  const partIds = new Set<string>();
  const sources = new Map<string, { readonly element: XmlElement; readonly part: Part }>();
  for (const part of parts) {
    if (!isCandidate(part.element)) {
      checkUnique(part.element, sourceIds, 'xliff/duplicate-segment-id', report);
      partIds.add(part.element.attributes.get('id') ?? '');
    }
    for (const element of part.inSource) {
      checkUnique(element, sourceIds, 'xliff/duplicate-code-id', report);
      const id = element.attributes.get('id');
      if (id !== undefined && !sources.has(id)) sources.set(id, { element, part });
    }
  }
  const targetIds = new Set<string>();
  for (const part of parts) {
    for (const element of part.inTarget) {
      const id = element.attributes.get('id');
      if (id === undefined) continue;
      const partner = sources.get(id);
      if (targetIds.has(id) || (partner === undefined && partIds.has(id))) {
        report.at(element, 'id', 'xliff/duplicate-code-id', [id]);
      } else if (partner !== undefined && (partner.part !== part || kindOf(partner.element) !== kindOf(element))) {
        const where = partner.part === part ? '' : ' of another segment';
        report.at(element, 'id', 'xliff/target-code-mismatch', [element.name, id, `${partner.element.name}${where}`]);
      }
      targetIds.add(id);
    }
  }
}

/** A pair may be written as one element on one side and as two on the other one. */
function kindOf(element: XmlElement): string {
  const name = xliffGrammar.nameOf(element);
  if (name === 'pc') return 'sc';
  return name === 'mrk' ? 'sm' : name;
}

/** The place of each target among those of the unit, from 1. */
function placesOf(parts: readonly Part[], report: Report): readonly number[] {
  const taken = new Set<number>();
  const places = parts.map(({ target }, index) => {
    if (target !== undefined && !target.attributes.has('order')) taken.add(index + 1);
    return index + 1;
  });
  parts.forEach(({ target }, index) => {
    const order = target?.attributes.get('order');
    if (target === undefined || order === undefined || !/^\+?[0-9]+$/.test(order)) return;
    const place = Number(order);
    if (place > parts.length) {
      report.at(target, 'order', 'xliff/order-out-of-range', [order, String(parts.length)]);
    } else if (taken.has(place)) {
      report.at(target, 'order', 'xliff/duplicate-order', [order]);
    }
    taken.add(place);
    places[index] = place;
  });
  return places;
}
