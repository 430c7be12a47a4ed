import type { XmlElement } from '../../xml/reader.js';
import { childrenNamed } from './elements.js';

/** A source with its target: a segment or ignorable of a unit, or a translation candidate. */
export interface Part {
  readonly element: XmlElement;
  readonly source: XmlElement | undefined;
  readonly target: XmlElement | undefined;
  /** All inline elements of a side, in document order. */
  readonly inSource: readonly XmlElement[];
  readonly inTarget: readonly XmlElement[];
}

/** What of `xml:lang` and `xml:space` an element has from those around it. */
export interface Inherited {
  readonly lang: string | undefined;
  readonly space: string;
}

/** A group or unit of a file, with the file and the groups around it left out. */
export interface Holder {
  readonly element: XmlElement;
  /** For what stands in it. */
  readonly inherited: Inherited;
}

/** The groups and units of a file, at any depth, in order. */
export interface FileContent {
  readonly file: XmlElement;
  readonly inherited: Inherited;
  readonly groups: readonly Holder[];
  readonly units: readonly Holder[];
}

/** What an element hands on to those in it. */
export function inherit({ attributes }: XmlElement, outer: Inherited): Inherited {
  const lang = attributes.get('xml:lang');
  const space = attributes.get('xml:space');
  if (lang === undefined && space === undefined) return outer;
  return { lang: lang ?? outer.lang, space: space ?? outer.space };
}

/** The groups and units of a file. */
export function contentOf(file: XmlElement, outer: Inherited): FileContent {
  const groups: Holder[] = [];
  const units: Holder[] = [];
  const walk = (parent: XmlElement, around: Inherited): void => {
    for (const element of childrenNamed(parent, 'group', 'unit')) {
      const holder = { element, inherited: inherit(element, around) };
      if (element.local === 'unit') {
        units.push(holder);
      } else {
        groups.push(holder);
        walk(element, holder.inherited);
      }
    }
  };
  const inherited = inherit(file, outer);
  walk(file, inherited);
  return { file, inherited, groups, units };
}

/** The segments and ignorables of a unit, in order. */
export function partsOf(unit: XmlElement): readonly Part[] {
  return childrenNamed(unit, 'segment', 'ignorable').map(partOf);
}

/** An element with a source and a target. */
export function partOf(element: XmlElement): Part {
  const [source] = childrenNamed(element, 'source');
  const [target] = childrenNamed(element, 'target');
  return { element, source, target, inSource: inlineIn(source), inTarget: inlineIn(target) };
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

/** The ids that a holder's own `notes` have. */
export function noteIdsOf(holder: XmlElement): ReadonlySet<string> {
  return idsOf(childrenNamed(holder, 'notes').flatMap((notes) => childrenNamed(notes, 'note')));
}

/** The ids of some elements. */
export function idsOf(elements: readonly XmlElement[]): ReadonlySet<string> {
  return new Set(elements.flatMap(({ attributes }) => attributes.get('id') ?? []));
}
