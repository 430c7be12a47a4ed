import type { XmlElement } from '../read/xml.js';
import { type AttributeRule, anyOf, type ElementRule, type Grammar, one, optional, some } from './structure.js';
import * as v from './values.js';

/** The namespace of XLIFF 2.0 and 2.1. */
export const xliffNamespace = 'urn:oasis:names:tc:xliff:document:2.0';
const metadataNamespace = 'urn:oasis:names:tc:xliff:metadata:2.0';

const at = (section: string): string => `XLIFF 2.0, ${section}`;
const of = (value: v.ValueRule, section: string): AttributeRule => ({ value, clause: at(section) });
const required = (value: v.ValueRule, section: string): AttributeRule => ({ ...of(value, section), required: true });

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
};

const inline = [anyOf('cp', 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm', 'em')];
const extensions = anyOf('*', 'mda:metadata');
const segmentation = [one('source'), optional('target')];

const rules: Readonly<Record<string, ElementRule>> = {
  xliff: {
    clause: at('4.2.2.1'),
    attributes: {
      version: required(v.text, '4.3.1.42'),
      srcLang: required(v.language, '4.3.1.29'),
      trgLang: of(v.language, '4.3.1.37'),
      'xml:space': xmlSpace,
    },
    places: [some('file')],
  },
  file: {
    clause: at('4.2.2.2'),
    attributes: { id: requiredId, original: of(v.text, '4.3.1.25'), ...inherited },
    places: [
      optional('skeleton'),
      extensions,
      optional('notes'),
      { names: new Set(['unit', 'group']), required: true, repeats: true, missing: 'empty-file' },
    ],
  },
  skeleton: { clause: at('4.2.2.3'), attributes: { href: of(v.text, '4.3.1.20') }, places: [extensions], text: true },
  group: {
    clause: at('4.2.2.4'),
    attributes: named,
    places: [extensions, optional('notes'), anyOf('unit', 'group')],
  },
  // That a unit has a segment is checked by itself: an ignorable is not enough.
  unit: {
    clause: at('4.2.2.5'),
    attributes: named,
    places: [extensions, optional('notes'), optional('originalData'), anyOf('segment', 'ignorable')],
  },
  segment: {
    clause: at('4.2.2.6'),
    attributes: {
      id,
      canResegment: of(v.yesNo, '4.3.1.6'),
      state: of(v.oneOf('initial', 'translated', 'reviewed', 'final'), '4.3.1.31'),
      subState: of(v.text, '4.3.1.35'),
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
    },
    places: [],
    text: true,
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
  ph: { clause: at('4.2.3.2'), attributes: { id: requiredId, ...single }, places: [] },
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
    },
    places: inline,
    text: true,
  },
  sc: { clause: at('4.2.3.4'), attributes: { id: requiredId, ...half }, places: [] },
  ec: { clause: at('4.2.3.5'), attributes: { id, startRef: of(v.nmtoken, '4.3.1.30'), ...half }, places: [] },
  mrk: { clause: at('4.2.3.6'), attributes: annotation, places: inline, text: true },
  sm: { clause: at('4.2.3.7'), attributes: annotation, places: [] },
  em: { clause: at('4.2.3.8'), attributes: { startRef: required(v.nmtoken, '4.3.1.30') }, places: [] },
  'mda:metadata': { clause: at('5.4 (metadata)'), attributes: { id }, places: [some('mda:metaGroup')] },
  'mda:metaGroup': {
    clause: at('5.4 (metaGroup)'),
    attributes: {
      id,
      category: { value: v.text },
      appliesTo: { value: v.oneOf('source', 'target', 'ignorable'), clause: at('5.4 (appliesTo)') },
    },
    places: [some('mda:metaGroup', 'mda:meta')],
  },
  'mda:meta': {
    clause: at('5.4 (meta)'),
    attributes: { type: { value: v.text, required: true } },
    places: [],
    text: true,
  },
};

/** The core of XLIFF 2.0 and its metadata module. */
export const xliffGrammar: Grammar = {
  format: 'xliff',
  rules: new Map(Object.entries(rules)),
  foreignAttributes: true,
  nameOf({ namespace, local }: XmlElement): string {
    if (namespace === xliffNamespace) return local;
    return namespace === metadataNamespace ? `mda:${local}` : '*';
  },
};
