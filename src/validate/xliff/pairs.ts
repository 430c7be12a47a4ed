import { elementsIn, type XmlElement } from '../../xml/reader.js';
import type { Report } from '../problem.js';
import { xliffGrammar } from './rules.js';

/** A code or annotation that is open while a side is read. */
interface Start {
  readonly element: XmlElement;
  readonly name: string;
  readonly id: string;
  end: XmlElement | undefined;
}

/**
 * Checks how the starts and ends of codes and annotations belong together on one side of a unit. `sides` are all its
 * sources, or all its targets, in their order.
 */
export function checkPairs(sides: readonly XmlElement[], report: Report): void {
  const starts = new Map<string, Start>();
  const ends: XmlElement[] = [];
  const seen = new Set<XmlElement>();
  const open: Start[] = [];
  const walk = (parent: XmlElement): void => {
    for (const element of elementsIn(parent)) {
      const name = xliffGrammar.nameOf(element);
      const id = element.attributes.get('id') ?? '';
      if (name === 'sc' || name === 'sm') {
        const start: Start = { element, name, id, end: undefined };
        if (!starts.has(id)) starts.set(id, start);
        if (name === 'sc' && element.attributes.get('isolated') !== 'yes') open.push(start);
      } else if (name === 'ec' || name === 'em') {
        ends.push(element);
        const start = starts.get(element.attributes.get('startRef') ?? '');
        if (start === undefined) continue;
        seen.add(element);
        if (start.end === undefined) {
          start.end = element;
          if (name === 'ec') checkOverlap(open, start, report);
        }
      } else if (name === 'pc' || name === 'mrk') {
        if (name === 'mrk') {
          walk(element);
          continue;
        }
        const start: Start = { element, name, id, end: undefined };
        open.push(start);
        walk(element);
        start.end = element;
        checkOverlap(open, start, report);
      }
    }
  };
  for (const side of sides) walk(side);
  for (const end of ends) checkEnd(end, starts, seen, report);
  for (const start of starts.values()) {
    const { element, name, id, end } = start;
    if (name !== 'sc' && name !== 'sm') continue;
    const isolated = name === 'sc' && element.attributes.get('isolated') === 'yes';
    if (isolated && end !== undefined) report.at(element, 'isolated', 'xliff/isolated-has-partner', [id]);
    if (isolated || end !== undefined) continue;
    report.add('xliff/unpaired-start', element.start, [name, id], name === 'sm' ? 'XLIFF 2.0, 4.2.3.7' : undefined);
  }
}

/** Of what started within a code and did not end before it, the last one overlaps with it. Each start is taken off once. */
function checkOverlap(open: Start[], ended: Start, report: Report): void {
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    if (last === ended) {
      open.pop();
      return;
    }
    if (last.end === undefined) {
      const forbidden = [last, ended].some(({ element }) => element.attributes.get('canOverlap') === 'no');
      if (forbidden) report.add('xliff/overlap', last.element.start, [ended.id, last.id]);
      return;
    }
    open.pop();
  }
}

function checkEnd(
  end: XmlElement,
  starts: ReadonlyMap<string, Start>,
  seen: ReadonlySet<XmlElement>,
  report: Report,
): void {
  const { attributes } = end;
  const wanted = xliffGrammar.nameOf(end) === 'ec' ? 'sc' : 'sm';
  const ref = attributes.get('startRef');
  if (wanted === 'sc') {
    const isolated = attributes.get('isolated') === 'yes';
    const right = isolated
      ? attributes.has('id') && ref === undefined
      : ref !== undefined && !attributes.has('id') && !attributes.has('dir');
    if (!right) {
      const args = isolated ? ['isolated', 'an id and no startRef'] : ['not isolated', 'a startRef, no id and no dir'];
      report.add('xliff/end-code-attributes', end.start, args);
      return;
    }
  }
  if (ref === undefined) return;
  const start = starts.get(ref);
  if (start?.name !== wanted) {
    report.at(end, 'startRef', 'xliff/unresolved-start-ref', [ref, wanted]);
  } else if (!seen.has(end)) {
    start.end ??= end;
    report.at(end, 'startRef', 'xliff/end-before-start', [ref]);
  } else if (start.end !== end) {
    report.at(end, 'startRef', 'xliff/duplicate-end', [ref]);
  } else if (wanted === 'sc' && start.element.attributes.get('isolated') !== 'yes') {
    checkHints(start.element, end, report);
  }
}

/** Both halves of a code say the same of it; only its start can be the first of a fixed sequence. */
function checkHints(start: XmlElement, end: XmlElement, report: Report): void {
  if (end.attributes.get('canReorder') === 'firstNo') {
    report.at(end, 'canReorder', 'xliff/first-not-first', []);
    return;
  }
  for (const name of ['canCopy', 'canDelete', 'canOverlap', 'canReorder']) {
    const atStart = start.attributes.get(name) ?? 'yes';
    const atEnd = end.attributes.get(name) ?? 'yes';
    if (atEnd !== (atStart === 'firstNo' ? 'no' : atStart)) {
      report.at(end, name, 'xliff/hints-differ', [name, atStart, atEnd]);
    }
  }
}
