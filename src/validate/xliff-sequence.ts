import type { XmlElement } from '../read/xml.js';
import type { Report } from './problem.js';
import { xliffGrammar } from './xliff-rules.js';

/**
 * Checks that codes which must not be reordered follow the first of their sequence, and each other in the target as in
 * the source. Both are all inline elements of a side of a unit, in document order.
 */
export function checkSequences(inSource: readonly XmlElement[], inTarget: readonly XmlElement[], report: Report): void {
  const before = new Map<string, string>();
  walkFixed(inSource, report, (code, previous) => before.set(keyOf(code), keyOf(previous)));
  walkFixed(inTarget, report, (code, previous) => {
    const expected = before.get(keyOf(code));
    if (expected === undefined || expected === keyOf(previous)) return;
    report.add('xliff/sequence-changed', code.start, [expected]);
  });
}

/** Calls `visit` for each code with `canReorder="no"` that continues a sequence, and tells of those that do not. */
function walkFixed(
  elements: readonly XmlElement[],
  report: Report,
  visit: (code: XmlElement, previous: XmlElement) => void,
): void {
  let previous: XmlElement | undefined;
  for (const code of elements) {
    if (!/^(?:ph|pc|sc|ec)$/.test(xliffGrammar.nameOf(code))) continue;
    if (code.attributes.get('canReorder') === 'no') {
      const continued = /^(?:no|firstNo)$/.test(previous?.attributes.get('canReorder') ?? 'yes');
      if (previous !== undefined && continued) visit(code, previous);
      else report.at(code, 'canReorder', 'xliff/sequence-without-first', []);
    }
    previous = code;
  }
}

/** What names a code on both sides: its id, or for an end that of its start. */
function keyOf({ attributes }: XmlElement): string {
  return attributes.get('id') ?? `the end of ${attributes.get('startRef') ?? ''}`;
}
