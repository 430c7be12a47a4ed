import { elementsIn, type XmlElement } from '../../../xml/reader.js';
import type { Report } from '../../problem.js';
import type { Part } from '../content.js';
import { xliffGrammar } from '../rules.js';

/** A code, or the end of a pair, in a side of a unit. */
interface Code {
  readonly element: XmlElement;
  /** What names it on both sides: its id, or for an end that of its start. */
  readonly key: string;
  /** Its own `canReorder`; empty where it has none. */
  readonly reorder: string;
  /** The segment or ignorable that it stands in, counted as in the source. */
  readonly part: number;
}

/** What each code of a source must follow, by its key; `undefined` for one that continues no sequence. */
type Links = ReadonlyMap<string, Code | undefined>;

/**
 * Checks that codes which must not be reordered follow the first of their sequence, and each other in the target as in
 * the source, whatever segments they stand in. `inOrder` are the parts of a unit in the order of their targets. What a
 * target does not say of a code, its source says.
 */
export function checkSequences(parts: readonly Part[], inOrder: readonly Part[], report: Report): void {
  const numbers = new Map(parts.map((part, index) => [part, index]));
  const links = new Map<string, Code | undefined>();
  const inSource = parts.flatMap(({ source }, part) => codesIn(source, part, links));
  let previous: Code | undefined;
  let continues = false;
  for (const code of inSource) {
    const isFixed = code.reorder === 'no';
    if (isFixed && !continues) report.at(code.element, 'canReorder', 'xliff/sequence-without-first', []);
    if (!links.has(code.key)) links.set(code.key, isFixed && continues ? previous : undefined);
    continues = isFixed || code.reorder === 'firstNo';
    previous = code;
  }
  const inTarget = inOrder.flatMap((part) => codesIn(part.target, numbers.get(part) ?? 0, links));
  checkTargets(inTarget, links, (part) => parts[part]?.target !== undefined, report);
}

function checkTargets(
  codes: readonly Code[],
  links: Links,
  hasTarget: (part: number) => boolean,
  report: Report,
): void {
  let previous: Code | undefined;
  let continues = false;
  for (const code of codes) {
    const expected = links.get(code.key);
    const isFixed = code.reorder === 'no' || expected !== undefined;
    if (expected !== undefined) {
      // What has no target yet cannot be followed.
      const isKept = previous?.key === expected.key || !hasTarget(expected.part);
      if (!isKept) report.add('xliff/sequence-changed', code.element.start, [expected.key]);
    } else if (isFixed && !continues) {
      report.at(code.element, 'canReorder', 'xliff/sequence-without-first', []);
    }
    continues = isFixed || code.reorder === 'firstNo';
    previous = code;
  }
}

/** The codes of a side in their order. A `pc` that belongs to a sequence, here or in its source, has an end, as an `sc` has. */
function codesIn(side: XmlElement | undefined, part: number, links: Links): Code[] {
  const codes: Code[] = [];
  const walk = (parent: XmlElement): void => {
    for (const element of elementsIn(parent)) {
      const name = xliffGrammar.nameOf(element);
      const { attributes } = element;
      const reorder = attributes.get('canReorder') ?? '';
      const id = attributes.get('id');
      const end = `the end of ${id ?? attributes.get('startRef') ?? ''}`;
      if (/^(?:ph|pc|sc|ec)$/.test(name)) codes.push({ element, key: id ?? end, reorder, part });
      if (name === 'pc' || name === 'mrk') walk(element);
      if (name === 'pc' && (/^(?:no|firstNo)$/.test(reorder) || links.has(end)))
        codes.push({ element, key: end, reorder: 'no', part });
    }
  };
  if (side !== undefined) walk(side);
  return codes;
}
