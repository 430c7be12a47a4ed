import type { XmlElement } from '../../xml/reader.js';
import { anyOf, type ElementRule, type Grammar, one, optional, otherNamespace, some } from '../structure.js';
import * as v from '../values.js';
import { at, at22, of, required, xliff22 } from './clause.js';
import { moduleAttributes, moduleRules } from './module-rules.js';

/** The versions of XLIFF 2 by their namespaces. */
export const xliffVersions: ReadonlyMap<string, readonly string[]> = new Map([
  ['urn:oasis:names:tc:xliff:document:2.0', ['2.0', '2.1']],
  // The schema of 2.2 allows the older versions, too.
  [xliff22, ['2.2', '2.0', '2.1']],
]);

/** The short names of the namespaces of modules. Those of change tracking and of ITS changed with 2.1. */
const modules: ReadonlyMap<string, string> = new Map([
  ['urn:oasis:names:tc:xliff:matches:2.0', 'mtc'],
  ['urn:oasis:names:tc:xliff:glossary:2.0', 'gls'],
  ['urn:oasis:names:tc:xliff:fs:2.0', 'fs'],
  ['urn:oasis:names:tc:xliff:metadata:2.0', 'mda'],
  ['urn:oasis:names:tc:xliff:resourcedata:2.0', 'res'],
  ['urn:oasis:names:tc:xliff:changetracking:2.0', 'ctr'],
  ['urn:oasis:names:tc:xliff:changetracking:2.1', 'ctr'],
  ['urn:oasis:names:tc:xliff:sizerestriction:2.0', 'slr'],
  ['urn:oasis:names:tc:xliff:validation:2.0', 'val'],
  ['urn:oasis:names:tc:xliff:pgs:1.0', 'pgs'],
]);

const id = of(v.nmtoken, '4.3.1.21');
const requiredId = required(v.nmtoken, '4.3.1.21');
const xmlSpace = of(v.oneOf('default', 'preserve'), '4.3.2.2');
const xmlLang = of(v.language, '4.3.2.1');
const type = of(v.oneOf('fmt', 'ui', 'quote', 'link', 'image', 'other'), '4.3.1.40');
const dataRef = of(v.nmtoken, '4.3.1.9');

/** Of files, groups and units. */
const inherited = {
  canResegment: of(v.yesNo, '4.3.1.6'),
  translate: of(v.yesNo, '4.3.1.38'),
  srcDir: of(v.direction, '4.3.1.28'),
  trgDir: of(v.direction, '4.3.1.39'),
  'xml:space': xmlSpace,
};

const named = { id: requiredId, name: of(v.text, '4.3.1.23'), type: of(v.prefixed, '4.3.1.40'), ...inherited };

/** Of all inline codes. `subType` is checked with `type`. */
const code = {
  canCopy: of(v.yesNo, '4.3.1.2'),
  canDelete: of(v.yesNo, '4.3.1.3'),
  canReorder: of(v.yesNoFirstNo, '4.3.1.5'),
  copyOf: of(v.nmtoken, '4.3.1.8'),
  subType: of(v.text, '4.3.1.36'),
  type,
};

const single = {
  ...code,
  dataRef,
  disp: of(v.text, '4.3.1.13'),
  equiv: of(v.text, '4.3.1.16'),
  subFlows: of(v.nmtokens, '4.3.1.32'),
};

const half = {
  ...single,
  canOverlap: of(v.yesNo, '4.3.1.4'),
  dir: of(v.direction, '4.3.1.12'),
  isolated: of(v.yesNo, '4.3.1.22'),
};

const annotation = {
  id: requiredId,
  translate: of(v.yesNo, '4.3.1.38'),
  type: of(v.annotationType, '4.3.1.40'),
  ref: of(v.text, '4.3.1.27'),
  value: of(v.text, '4.3.1.41'),
  ...moduleAttributes,
};

const inline = [anyOf('cp', 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm', 'em')];
const extensions = ['*', 'mda:metadata', 'res:resourceData', 'ctr:changeTrack', 'slr:data', 'val:validation'];
/** Of 2.2: plurals and genders. Their values are checked against each other. */
const switches = { 'pgs:switch': { value: v.text, clause: at22('switch') } };
const cases = { 'pgs:case': { value: v.text, clause: at22('case') } };
const segmentation = [one('source'), optional('target')];

const root: ElementRule = {
  clause: at('4.2.2.1'),
  attributes: {
    version: required(v.text, '4.3.1.42'),
    srcLang: required(v.language, '4.3.1.29'),
    trgLang: of(v.language, '4.3.1.37'),
    'xml:space': xmlSpace,
  },
  places: [some('file')],
  foreign: true,
};

const rules: Readonly<Record<string, ElementRule>> = {
  xliff: root,
  file: {
    clause: at('4.2.2.2'),
    attributes: { id: requiredId, original: of(v.text, '4.3.1.25'), ...inherited, ...moduleAttributes },
    places: [
      optional('skeleton'),
      anyOf(...extensions, 'slr:profiles'),
      optional('notes'),
      { names: new Set(['unit', 'group']), required: true, repeats: true, missing: 'empty-file' },
    ],
    foreign: true,
  },
  skeleton: {
    clause: at('4.2.2.3'),
    attributes: { href: of(v.text, '4.3.1.20') },
    places: [anyOf(otherNamespace)],
    text: true,
  },
  group: {
    clause: at('4.2.2.4'),
    attributes: { ...named, ...moduleAttributes, ...switches, ...cases },
    places: [anyOf(...extensions), optional('notes'), anyOf('unit', 'group')],
    foreign: true,
  },
  // That a unit has a segment is checked by itself: an ignorable is not enough.
  unit: {
    clause: at('4.2.2.5'),
    attributes: { ...named, ...moduleAttributes, ...switches, ...cases },
    places: [
      anyOf(...extensions, 'mtc:matches', 'gls:glossary'),
      optional('notes'),
      optional('originalData'),
      anyOf('segment', 'ignorable'),
    ],
    foreign: true,
  },
  segment: {
    clause: at('4.2.2.6'),
    attributes: {
      id,
      canResegment: of(v.yesNo, '4.3.1.6'),
      state: of(v.oneOf('initial', 'translated', 'reviewed', 'final'), '4.3.1.31'),
      subState: of(v.text, '4.3.1.35'),
      ...cases,
    },
    places: segmentation,
  },
  ignorable: { clause: at('4.2.2.7'), attributes: { id }, places: segmentation },
  notes: { clause: at('4.2.2.8'), attributes: {}, places: [some('note')] },
  note: {
    clause: at('4.2.2.9'),
    attributes: {
      id,
      appliesTo: of(v.oneOf('source', 'target'), '4.3.1.1'),
      category: of(v.text, '4.3.1.7'),
      priority: of(v.priority, '4.3.1.26'),
      ref: { value: v.text, clause: at22('note'), namespace: xliff22 },
      ...moduleAttributes,
    },
    places: [],
    text: true,
    foreign: true,
  },
  originalData: { clause: at('4.2.2.10'), attributes: {}, places: [some('data')] },
  data: {
    clause: at('4.2.2.11'),
    attributes: {
      id: requiredId,
      dir: of(v.direction, '4.3.1.12'),
      'xml:space': of(v.oneOf('preserve'), '4.3.2.2'),
    },
    places: [anyOf('cp')],
    text: true,
  },
  source: {
    clause: at('4.2.2.12'),
    attributes: { 'xml:lang': xmlLang, 'xml:space': xmlSpace },
    places: inline,
    text: true,
  },
  target: {
    clause: at('4.2.2.13'),
    attributes: { 'xml:lang': xmlLang, 'xml:space': xmlSpace, order: of(v.positiveInteger, '4.3.1.24') },
    places: inline,
    text: true,
  },
  cp: { clause: at('4.2.3.1'), attributes: { hex: required(v.text, '4.3.1.19') }, places: [] },
  ph: { clause: at('4.2.3.2'), attributes: { id: requiredId, ...single, ...moduleAttributes }, places: [] },
  pc: {
    clause: at('4.2.3.3'),
    attributes: {
      id: requiredId,
      ...code,
      canOverlap: of(v.yesNo, '4.3.1.4'),
      dir: of(v.direction, '4.3.1.12'),
      dispEnd: of(v.text, '4.3.1.14'),
      dispStart: of(v.text, '4.3.1.15'),
      equivEnd: of(v.text, '4.3.1.17'),
      equivStart: of(v.text, '4.3.1.18'),
      dataRefEnd: of(v.nmtoken, '4.3.1.10'),
      dataRefStart: of(v.nmtoken, '4.3.1.11'),
      subFlowsEnd: of(v.nmtokens, '4.3.1.33'),
      subFlowsStart: of(v.nmtokens, '4.3.1.34'),
      ...moduleAttributes,
    },
    places: inline,
    text: true,
  },
  sc: { clause: at('4.2.3.4'), attributes: { id: requiredId, ...half, ...moduleAttributes }, places: [] },
  ec: {
    clause: at('4.2.3.5'),
    attributes: { id, startRef: of(v.nmtoken, '4.3.1.30'), ...half, ...moduleAttributes },
    places: [],
  },
  mrk: { clause: at('4.2.3.6'), attributes: annotation, places: inline, text: true, foreign: true },
  sm: { clause: at('4.2.3.7'), attributes: annotation, places: [], foreign: true },
  em: { clause: at('4.2.3.8'), attributes: { startRef: required(v.nmtoken, '4.3.1.30') }, places: [] },
};

/** Since 2.2, there are notes and metadata for the whole document. */
const root22: ElementRule = { ...root, places: [optional('notes'), optional('mda:metadata'), ...root.places] };

/** The core of XLIFF 2 and the modules of 2.0. */
export const xliffGrammar: Grammar = {
  format: 'xliff',
  rules: new Map(Object.entries({ ...rules, 'xliff 2.2': root22, ...moduleRules })),
  nameOf({ namespace, local }: XmlElement): string {
    if (xliffVersions.has(namespace)) return local === 'xliff' && namespace.endsWith(':2.2') ? 'xliff 2.2' : local;
    const prefix = modules.get(namespace);
    return prefix === undefined ? '*' : `${prefix}:${local}`;
  },
  nameOfAttribute({ namespace, attributeNamespaces }: XmlElement, written: string): string {
    if (written.startsWith('xml:')) return written;
    const prefix = modules.get(attributeNamespaces.get(written) ?? '');
    // The module for plurals came with 2.2; before, it is an extension.
    return prefix === undefined || (prefix === 'pgs' && !namespace.endsWith(':2.2'))
      ? '*'
      : `${prefix}:${written.slice(written.indexOf(':') + 1)}`;
  },
};

/** The value of an attribute of a module, such as `fs:fs`, whatever its prefix is in the document. */
export function moduleAttribute(element: XmlElement, name: string): { written: string; value: string } | undefined {
  for (const written of element.attributeNamespaces.keys()) {
    if (xliffGrammar.nameOfAttribute(element, written) !== name) continue;
    return { written, value: element.attributes.get(written) ?? '' };
  }
  return undefined;
}
