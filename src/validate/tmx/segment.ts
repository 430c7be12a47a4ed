import { elementsBelow, type XmlElement } from '../../xml/reader.js';
import type { Reporter } from '../problem.js';
import { tmxGrammar } from './rules.js';

/** Checks how the codes of a segment belong together: `bpt` and `ept` are pairs by their `i`, anywhere in it. */
export function checkSegment(segment: XmlElement, report: Reporter): void {
  const starts = new Map<string, XmlElement>();
  const ends = new Map<string, XmlElement>();
  for (const element of elementsBelow(segment)) {
    const name = tmxGrammar.nameOf(element);
    if (name === 'ut') report.add('tmx/deprecated', element.start, ['The element ut', 'bpt, ept, it or ph']);
    const i = element.attributes.get('i');
    if (i === undefined || (name !== 'bpt' && name !== 'ept')) continue;
    const known = name === 'bpt' ? starts : ends;
    if (known.has(i)) report.at(element, 'i', 'tmx/duplicate-i', [name, i]);
    else known.set(i, element);
  }
  for (const [i, start] of starts) {
    if (!ends.has(i)) report.add('tmx/unpaired-bpt', start.start, [i]);
  }
  for (const [i, end] of ends) {
    const start = starts.get(i);
    if (start === undefined) report.add('tmx/unpaired-ept', end.start, [i]);
    else if (start.start > end.start) report.add('tmx/ept-before-bpt', end.start, [i]);
  }
}

/** Checks that the codes of variants with an `x` have partners of their kind in the source. The source is read once. */
export function checkMatches(source: XmlElement, segments: readonly XmlElement[], report: Reporter): void {
  const known = new Set(elementsBelow(source).map(keyOf));
  for (const element of segments.flatMap(elementsBelow)) {
    const x = element.attributes.get('x');
    if (x === undefined || known.has(keyOf(element))) continue;
    report.at(element, 'x', 'tmx/unmatched-x', [element.name, x]);
  }
}

function keyOf(element: XmlElement): string {
  return `${tmxGrammar.nameOf(element)} ${element.attributes.get('x') ?? ''}`;
}
