import { elementsIn, type XmlElement } from '../../../xml/reader.js';
import type { Report } from '../../problem.js';
import type { Inherited } from '../content.js';
import { checkUnique, childrenNamed } from '../elements.js';
import type { DocumentIndex } from '../index-of-ids.js';
import { checkNotes } from '../notes.js';
import { moduleAttribute, xliffGrammar } from '../rules.js';
import { checkFormatStyle } from './format-style.js';
import { checkGlossary, checkMatches } from './matches.js';
import { checkItems, checkReferences, resourceIdsIn } from './resources.js';
import { checkRevisions } from './revisions.js';
import { checkProfiles, checkSizes, type Profiles, profilesOf } from './sizes.js';

/** What the modules need to know of the document around a file. */
export interface ModuleContext {
  readonly index: DocumentIndex;
  readonly srcLang: string | undefined;
  readonly trgLang: string | undefined;
  readonly inherited: Inherited;
}

/** Checks what schemas cannot express of the modules of XLIFF 2.0 in a file. */
export function checkModules(file: XmlElement, context: ModuleContext, report: Report): void {
  const fileId = file.attributes.get('id') ?? '';
  const resources = resourceIdsIn(file);
  const profiles = profilesOf(file);
  checkProfiles(file, report);
  const walk = (element: XmlElement, unit: XmlElement | undefined, sizeIds: readonly ReadonlySet<string>[]): void => {
    const name = xliffGrammar.nameOf(element);
    if (element.attributeNamespaces.size > 0) checkAttributes(element, profiles, sizeIds, report);
    const own = name === 'unit' ? element : unit;
    if (own !== undefined) {
      const place = { index: context.index, file: fileId, unit: own };
      if (name === 'mtc:matches') checkMatches(element, place, context, report);
      else if (name === 'gls:glossary') checkGlossary(element, place, report);
    }
    if (name === 'mda:metadata') checkMetadata(element, report);
    else if (name === 'res:resourceData') checkReferences(element, resources, report);
    else if (name === 'res:resourceItem') {
      checkItems(element, context, report);
      checkNotes(element, { index: context.index, file: fileId, unit: own }, report);
    } else if (name === 'ctr:changeTrack') return;
    else if (name === 'val:rule') checkRule(element, report);
    else if (name === 'file' || name === 'group' || name === 'unit') {
      checkRevisions(element, report);
      checkExtensions(element, report);
    }
    const inside = sizeDataIn(element);
    const visible = inside === undefined ? sizeIds : [...sizeIds, inside];
    for (const child of elementsIn(element)) walk(child, own, visible);
  };
  walk(file, undefined, []);
}

function checkAttributes(
  element: XmlElement,
  profiles: Profiles,
  sizeIds: readonly ReadonlySet<string>[],
  report: Report,
): void {
  checkFormatStyle(element, report);
  checkSizes(element, profiles, sizeIds, report);
  // Both halves of a code that are in the unit have one set of these, at the start (sections 5.3 and 5.7).
  if (xliffGrammar.nameOf(element) !== 'ec' || element.attributes.get('isolated') === 'yes') return;
  for (const [name, clause] of [
    ['fs:fs', '5.3 (fs)'],
    ['fs:subFs', '5.3 (subFs)'],
    ['slr:equivStorage', '5.7 (equivStorage)'],
    ['slr:sizeInfo', '5.7 (sizeInfo)'],
    ['slr:sizeInfoRef', '5.7 (sizeInfoRef)'],
  ] as const) {
    const found = moduleAttribute(element, name);
    if (found !== undefined) {
      report.at(element, found.written, 'xliff/module-attribute-on-end', [found.written], `XLIFF 2.0, ${clause}`);
    }
  }
}

/** The ids in the `slr:data` of an element, which its other children and all in them may refer to. */
function sizeDataIn(parent: XmlElement): ReadonlySet<string> | undefined {
  const data = childrenNamed(parent, 'slr:data');
  if (data.length === 0) return undefined;
  const ids = new Set<string>();
  const walk = (element: XmlElement): void => {
    for (const name of ['id', 'xml:id']) ids.add(element.attributes.get(name) ?? '');
    for (const child of elementsIn(element)) walk(child);
  };
  for (const each of data) walk(each);
  return ids;
}

/** Checks the ids of metadata (section 5.4). */
export function checkMetadata(metadata: XmlElement, report: Report): void {
  const ids = new Set<string>();
  const walk = (element: XmlElement): void => {
    checkUnique(element, ids, 'xliff/duplicate-module-id', report);
    for (const group of childrenNamed(element, 'mda:metaGroup')) walk(group);
  };
  walk(metadata);
}

/** Ids of extensions, `id` or `xml:id`, are unique among those of their namespace on the same level. */
function checkExtensions(holder: XmlElement, report: Report): void {
  const ids = new Set<string>();
  const walk = (element: XmlElement): void => {
    if (xliffGrammar.nameOf(element) !== '*') return;
    for (const name of ['id', 'xml:id']) {
      const id = element.attributes.get(name);
      if (id === undefined) continue;
      const key = `${element.namespace} ${id}`;
      if (ids.has(key)) report.at(element, name, 'xliff/duplicate-extension-id', [id]);
      ids.add(key);
    }
    for (const child of elementsIn(element)) walk(child);
  };
  for (const child of elementsIn(holder)) walk(child);
}

const kindsOfRules = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith'];

/** A rule says one thing, which is one of four or an attribute of a foreign namespace. */
function checkRule(rule: XmlElement, report: Report): void {
  const { attributes, attributeNamespaces } = rule;
  const kinds = kindsOfRules.filter((name) => attributes.has(name));
  const foreign = attributeNamespaces.size > 0;
  const tell = (what: string): void => report.add('xliff/validation-rule', rule.start, [what]);
  if (kinds.length > 1) tell(`${kinds.join(' and ')} exclude each other`);
  else if (kinds.length === 0 && !foreign) tell(`one of ${kindsOfRules.join(', ')} is missing`);
  else if (attributes.has('occurs') && kinds[0] !== 'isPresent') tell('occurs needs isPresent');
  else if (attributes.has('existsInSource') && !/^(?:isPresent|startsWith|endsWith)$/.test(kinds[0] ?? '')) {
    tell('existsInSource needs isPresent, startsWith or endsWith');
  }
}
