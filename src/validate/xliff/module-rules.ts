import { type AttributeRule, anyOf, type ElementRule, one, optional, otherNamespace, some } from '../structure.js';
import * as v from '../values.js';
import { at, of, required, xliff22 } from './clause.js';

/** The elements of HTML that the format style module knows (section 5.3.3.1). */
const htmlElements = [
  ...['a', 'b', 'bdo', 'big', 'blockquote', 'body', 'br', 'button', 'caption', 'center', 'cite', 'code', 'col'],
  ...['colgroup', 'dd', 'del', 'div', 'dl', 'dt', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'head', 'hr', 'html', 'i'],
  ...['img', 'label', 'legend', 'li', 'ol', 'p', 'pre', 'q', 's', 'samp', 'select', 'small', 'span', 'strike'],
  ...['strong', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'title', 'tr', 'tt', 'u', 'ul'],
];

/** The attributes that modules put on elements of the core: format style, size and length restriction. */
export const moduleAttributes: Readonly<Record<string, AttributeRule>> = {
  'fs:fs': of(v.oneOf(...htmlElements), '5.3 (fs)'),
  'fs:subFs': of(v.text, '5.3 (subFs)'),
  'slr:equivStorage': of(v.text, '5.7 (equivStorage)'),
  'slr:sizeInfo': of(v.text, '5.7 (sizeInfo)'),
  'slr:sizeInfoRef': of(v.nmtoken, '5.7 (sizeInfoRef)'),
  'slr:sizeRestriction': of(v.text, '5.7 (sizeRestriction)'),
  'slr:storageRestriction': of(v.text, '5.7 (storageRestriction)'),
};

const id = of(v.nmtoken, '4.3.1.21');
const text = { value: v.text };
const normalization = v.oneOf('none', 'nfc', 'nfd');
const resource = {
  attributes: { href: text, 'xml:lang': of(v.language, '4.3.2.1') },
  places: [anyOf(otherNamespace)],
  foreign: true,
} as const;

/** The elements of the modules of XLIFF 2.0. Those of foreign namespaces stand as `*` in some of them. */
export const moduleRules: Readonly<Record<string, ElementRule>> = {
  'mtc:matches': { clause: at('5.1 (matches)'), attributes: {}, places: [some('mtc:match')] },
  'mtc:match': {
    clause: at('5.1 (match)'),
    attributes: {
      id,
      matchQuality: of(v.percentage, '5.1 (matchQuality)'),
      matchSuitability: of(v.percentage, '5.1 (matchSuitability)'),
      origin: text,
      ref: required(v.text, '5.1 (ref)'),
      reference: of(v.yesNo, '5.1 (reference)'),
      similarity: of(v.percentage, '5.1 (similarity)'),
      subType: of(v.prefixed, '5.1 (subType)'),
      type: of(v.oneOf('am', 'mt', 'icm', 'idm', 'tb', 'tm', 'other'), '5.1 (type)'),
    },
    places: [
      optional('mda:metadata'),
      optional('originalData'),
      one('source'),
      one('target'),
      anyOf('*', 'ctr:changeTrack', 'gls:glossary', 'res:resourceData', 'slr:data', 'val:validation'),
    ],
    foreign: true,
  },
  'gls:glossary': { clause: at('5.2 (glossary)'), attributes: {}, places: [some('gls:glossEntry')] },
  'gls:glossEntry': {
    clause: at('5.2 (glossEntry)'),
    attributes: { id, ref: text },
    places: [
      one('gls:term'),
      anyOf('gls:translation'),
      optional('gls:definition'),
      anyOf('*', 'mda:metadata', 'ctr:changeTrack', 'res:resourceData', 'slr:data', 'val:validation'),
    ],
    foreign: true,
  },
  'gls:term': { clause: at('5.2 (term)'), attributes: { source: text }, places: [], text: true, foreign: true },
  'gls:translation': {
    clause: at('5.2 (translation)'),
    attributes: { id, ref: text, source: text },
    places: [],
    text: true,
    foreign: true,
  },
  'gls:definition': {
    clause: at('5.2 (definition)'),
    attributes: { source: text },
    places: [],
    text: true,
    foreign: true,
  },
  'mda:metadata': { clause: at('5.4 (metadata)'), attributes: { id }, places: [some('mda:metaGroup')] },
  'mda:metaGroup': {
    clause: at('5.4 (metaGroup)'),
    attributes: {
      id,
      category: text,
      appliesTo: of(v.oneOf('source', 'target', 'ignorable'), '5.4 (appliesTo)'),
    },
    places: [some('mda:metaGroup', 'mda:meta')],
  },
  'mda:meta': {
    clause: at('5.4 (meta)'),
    attributes: { type: required(v.text, '5.4 (type)') },
    places: [],
    text: true,
  },
  'res:resourceData': {
    clause: at('5.5 (resourceData)'),
    attributes: {},
    places: [anyOf('res:resourceItemRef'), anyOf('res:resourceItem')],
  },
  'res:resourceItemRef': {
    clause: at('5.5 (resourceItemRef)'),
    attributes: { id, ref: required(v.nmtoken, '5.5 (ref)') },
    places: [],
    foreign: true,
  },
  'res:resourceItem': {
    clause: at('5.5 (resourceItem)'),
    attributes: { id, mimeType: text, context: of(v.yesNo, '5.5 (context)') },
    places: [
      { ...optional('notes'), namespace: xliff22 },
      optional('res:source'),
      optional('res:target'),
      anyOf('res:reference'),
    ],
    foreign: true,
  },
  'res:source': { clause: at('5.5 (source)'), ...resource },
  'res:target': { clause: at('5.5 (target)'), ...resource },
  'res:reference': {
    clause: at('5.5 (reference)'),
    attributes: { href: required(v.text, '5.5 (href)'), 'xml:lang': of(v.language, '4.3.2.1') },
    places: [],
    foreign: true,
  },
  'ctr:changeTrack': { clause: at('5.6 (changeTrack)'), attributes: {}, places: [some('ctr:revisions')] },
  'ctr:revisions': {
    clause: at('5.6 (revisions)'),
    attributes: {
      appliesTo: required(v.nmtoken, '5.6 (appliesTo)'),
      ref: of(v.nmtoken, '5.6 (ref)'),
      currentVersion: of(v.nmtoken, '5.6 (currentVersion)'),
    },
    places: [some('ctr:revision')],
    foreign: true,
  },
  'ctr:revision': {
    clause: at('5.6 (revision)'),
    attributes: { author: text, datetime: text, version: of(v.nmtoken, '5.6 (version)') },
    places: [some('ctr:item')],
    foreign: true,
  },
  // In 2.1, contents of segments can stand in an item.
  'ctr:item': {
    clause: at('5.6 (item)'),
    attributes: { property: required(v.text, '5.6 (property)') },
    places: [anyOf('cp', 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm', 'em', '*')],
    text: true,
    foreign: true,
  },
  'slr:profiles': {
    clause: at('5.7 (profiles)'),
    attributes: { generalProfile: text, storageProfile: text },
    places: [optional('slr:normalization'), anyOf(otherNamespace)],
  },
  'slr:normalization': {
    clause: at('5.7 (normalization)'),
    attributes: { general: of(normalization, '5.7 (general)'), storage: of(normalization, '5.7 (storage)') },
    places: [],
  },
  'slr:data': {
    clause: at('5.7 (data)'),
    attributes: { profile: required(v.text, '5.7 (profile)') },
    places: [anyOf(otherNamespace)],
    foreign: true,
  },
  'val:validation': {
    clause: at('5.8 (validation)'),
    attributes: {},
    places: [some('val:rule')],
    foreign: true,
  },
  'val:rule': {
    clause: at('5.8 (rule)'),
    attributes: {
      isPresent: text,
      occurs: of(v.positiveInteger, '5.8 (occurs)'),
      isNotPresent: text,
      startsWith: text,
      endsWith: text,
      existsInSource: of(v.yesNo, '5.8 (existsInSource)'),
      caseSensitive: of(v.yesNo, '5.8 (caseSensitive)'),
      normalization: of(normalization, '5.8 (normalization)'),
      disabled: of(v.yesNo, '5.8 (disabled)'),
    },
    places: [],
    foreign: true,
  },
};
