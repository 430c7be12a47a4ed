import { elementsIn, type XmlElement } from '../../xml/reader.js';
import { type FileContent, idsOf, noteIdsOf, partsOf } from './content.js';
import { childrenNamed } from './elements.js';
import { xliffGrammar } from './rules.js';

/** Modules whose elements are looked at for their ids only. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2005/11/its', 'its'],
  ['urn:oasis:names:tc:xliff:itsm:2.1', 'itsm'],
]);

/** What a document has that fragment identifiers can select. Each unit is looked into once, and only when asked for. */
export interface DocumentIndex {
  /** Of the document itself, since 2.2. */
  readonly notes: ReadonlySet<string>;
  fileNamed(id: string): FileIndex | undefined;
  unitIds(unit: XmlElement): UnitIds;
  /** The ids of the elements of a module in a file, group or unit, but for those in groups and units in it. */
  moduleIds(holder: XmlElement, prefix: string): ReadonlySet<string>;
}

/** What a file has that fragment identifiers can select. */
export interface FileIndex {
  readonly element: XmlElement;
  readonly notes: ReadonlySet<string>;
  readonly groups: ReadonlyMap<string, XmlElement>;
  readonly units: ReadonlyMap<string, XmlElement>;
}

/** The ids of a unit by what they are of. */
export interface UnitIds {
  readonly notes: ReadonlySet<string>;
  readonly data: ReadonlySet<string>;
  /** Of segments, ignorables and what is in their sources. */
  readonly source: ReadonlySet<string>;
  readonly target: ReadonlySet<string>;
}

/** An index of a document and its files. */
export function createIndex(root: XmlElement, contents: readonly FileContent[]): DocumentIndex {
  const files = new Map<string, FileIndex>();
  const known = new Map<XmlElement, UnitIds>();
  const ofModules = new Map<XmlElement, ReadonlyMap<string, ReadonlySet<string>>>();
  const named = (holders: FileContent['units']): Map<string, XmlElement> =>
    new Map(holders.map(({ element }) => [element.attributes.get('id') ?? '', element]));
  for (const { file, groups, units } of contents) {
    const id = file.attributes.get('id') ?? '';
    files.set(id, { element: file, notes: noteIdsOf(file), groups: named(groups), units: named(units) });
  }
  return {
    notes: noteIdsOf(root),
    fileNamed: (id) => files.get(id),
    unitIds(unit) {
      const ids = known.get(unit) ?? readIds(unit);
      known.set(unit, ids);
      return ids;
    },
    moduleIds(holder, prefix) {
      const ids = ofModules.get(holder) ?? readModuleIds(holder);
      ofModules.set(holder, ids);
      return ids.get(prefix) ?? new Set();
    },
  };
}

function readIds(unit: XmlElement): UnitIds {
  const parts = partsOf(unit);
  return {
    notes: noteIdsOf(unit),
    data: idsOf(childrenNamed(unit, 'originalData').flatMap((each) => childrenNamed(each, 'data'))),
    source: idsOf(parts.flatMap(({ element, inSource }) => [element, ...inSource])),
    target: idsOf(parts.flatMap(({ inTarget }) => inTarget)),
  };
}

/** The ids of the elements of modules in a holder, by the prefixes of the modules. */
function readModuleIds(holder: XmlElement): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const walk = (parent: XmlElement, around: string): void => {
    for (const element of elementsIn(parent)) {
      const name = xliffGrammar.nameOf(element);
      if (name === 'group' || name === 'unit') continue;
      const prefix =
        prefixes.get(element.namespace) ?? (name.includes(':') ? name.slice(0, name.indexOf(':')) : around);
      const ids = found.get(prefix) ?? new Set();
      for (const id of ['id', 'xml:id'].flatMap((each) => element.attributes.get(each) ?? [])) ids.add(id);
      found.set(prefix, ids);
      // What a profile puts into size data has ids of its own; other foreign content belongs to nobody.
      walk(element, name === 'slr:data' || around === 'slr' ? 'slr' : '');
    }
  };
  walk(holder, '');
  return found;
}
