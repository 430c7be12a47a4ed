import type { XmlElement } from '../read/xml.js';
import type { Report } from './problem.js';
import { checkUnique, childrenNamed } from './xliff-elements.js';
import { checkCodePoints, checkInline, type InlineScope } from './xliff-inline.js';
import { checkPairs } from './xliff-pairs.js';
import { xliffGrammar } from './xliff-rules.js';
import { checkSequences } from './xliff-sequence.js';

/** What a unit needs to know of the document around it. */
export interface UnitContext {
  readonly srcLang: string | undefined;
  readonly trgLang: string | undefined;
  /** The ids of all units of the file. */
  readonly unitIds: ReadonlySet<string>;
}

/** A segment or ignorable of a unit. */
interface Part {
  readonly element: XmlElement;
  readonly source: XmlElement | undefined;
  readonly target: XmlElement | undefined;
  /** All inline elements of a side, in document order. */
  readonly inSource: readonly XmlElement[];
  readonly inTarget: readonly XmlElement[];
}

/** Checks what schemas cannot express of a unit. */
export function checkUnit(unit: XmlElement, context: UnitContext, report: Report): void {
  const parts = childrenNamed(unit, 'segment', 'ignorable').map((element): Part => {
    const [source] = childrenNamed(element, 'source');
    const [target] = childrenNamed(element, 'target');
    return { element, source, target, inSource: inlineIn(source), inTarget: inlineIn(target) };
  });
  if (childrenNamed(unit, 'segment').length === 0) {
    report.add('xliff/unit-without-segment', unit.start, [unit.attributes.get('id') ?? '']);
  }
  const dataIds = new Set<string>();
  for (const data of childrenNamed(unit, 'originalData').flatMap((each) => childrenNamed(each, 'data'))) {
    checkUnique(data, dataIds, 'xliff/duplicate-data-id', report);
    checkCodePoints(data, report);
  }
  for (const part of parts) {
    checkState(part, report);
    checkLanguage(part.source, context.srcLang, report);
    checkLanguage(part.target, context.trgLang, report);
    checkKept(part, report);
  }
  checkIds(parts, report);
  const places = placesOf(parts, report);
  checkSequences(
    parts.flatMap(({ inSource }) => inSource),
    parts.flatMap(({ inTarget }) => inTarget),
    report,
  );
  const codes = new Map<string, XmlElement>();
  for (const element of parts.flatMap(({ inSource, inTarget }) => [...inSource, ...inTarget])) {
    const id = element.attributes.get('id');
    if (id !== undefined && !codes.has(id)) codes.set(id, element);
  }
  const noteIds = childrenNamed(unit, 'notes')
    .flatMap((notes) => childrenNamed(notes, 'note'))
    .map((note) => note.attributes.get('id') ?? '');
  const scope: InlineScope = { dataIds, codes, noteIds: new Set(noteIds), unitIds: context.unitIds };
  for (const { source, target, inSource, inTarget } of parts) {
    for (const element of [...inSource, ...inTarget]) checkInline(element, scope, report);
    if (source !== undefined) checkCodePoints(source, report);
    if (target !== undefined) checkCodePoints(target, report);
  }
  checkPairs(
    parts.flatMap(({ source }) => source ?? []),
    report,
  );
  // Targets follow each other by their places.
  const targets = parts
    .map(({ target }, index) => ({ target, place: places[index] ?? 0 }))
    .sort((a, b) => a.place - b.place);
  checkPairs(
    targets.flatMap(({ target }) => target ?? []),
    report,
  );
}

/** All inline elements of a side but for `cp`, in document order. */
function inlineIn(side: XmlElement | undefined): XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (parent: XmlElement): void => {
    for (const child of childrenNamed(parent, 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm', 'em')) {
      found.push(child);
      walk(child);
    }
  };
  if (side !== undefined) walk(side);
  return found;
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

function checkLanguage(side: XmlElement | undefined, expected: string | undefined, report: Report): void {
  const language = side?.attributes.get('xml:lang');
  if (side === undefined || language === undefined || expected === undefined) return;
  if (language.toLowerCase() === expected.toLowerCase()) return;
  report.at(side, 'xml:lang', 'xliff/language-mismatch', [side.local, language, expected]);
}

/** Codes that must not be deleted have to be in the target. The end of a pair goes with its start. */
function checkKept({ element, target, inSource, inTarget }: Part, report: Report): void {
  if (target === undefined) return;
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
    checkUnique(part.element, sourceIds, 'xliff/duplicate-segment-id', report);
    partIds.add(part.element.attributes.get('id') ?? '');
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
