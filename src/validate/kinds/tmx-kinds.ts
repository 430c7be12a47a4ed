import type { ProblemKind } from './problem-kind.js';

/** Problems of TMX 1.4b documents. */
export type TmxProblemCode =
  | 'tmx/root'
  | 'tmx/version'
  | 'tmx/unknown-element'
  | 'tmx/element-order'
  | 'tmx/repeated-element'
  | 'tmx/missing-element'
  | 'tmx/missing-attribute'
  | 'tmx/unknown-attribute'
  | 'tmx/attribute-value'
  | 'tmx/stray-text'
  | 'tmx/invalid-language'
  | 'tmx/deprecated'
  | 'tmx/invalid-date'
  | 'tmx/invalid-number'
  | 'tmx/invalid-tuid'
  | 'tmx/duplicate-tuid'
  | 'tmx/source-language-missing'
  | 'tmx/source-language-case'
  | 'tmx/duplicate-language'
  | 'tmx/duplicate-i'
  | 'tmx/unpaired-bpt'
  | 'tmx/unpaired-ept'
  | 'tmx/ept-before-bpt'
  | 'tmx/unmatched-x'
  | 'tmx/base-missing'
  | 'tmx/empty-map';

export const tmxProblemKinds: Readonly<Record<TmxProblemCode, ProblemKind>> = {
  'tmx/root': {
    severity: 'error',
    clause: 'TMX 1.4b, tmx',
    meaning: 'The document is something else than TMX, which has no namespace.',
    message: 'The root element is {0}, not tmx.',
  },
  'tmx/version': {
    severity: 'error',
    clause: 'TMX 1.4b, version',
    meaning: 'The version is not 1.4.',
    message: 'The version is "{0}", not 1.4.',
  },
  'tmx/unknown-element': {
    severity: 'error',
    clause: 'TMX 1.4b, structure',
    meaning: 'An element stands where it must not.',
    message: 'The element {0} must not stand in {1}.',
  },
  'tmx/element-order': {
    severity: 'error',
    clause: 'TMX 1.4b, structure',
    meaning: 'The elements of a parent are in the wrong order.',
    message: 'The element {0} stands too late in {1}.',
  },
  'tmx/repeated-element': {
    severity: 'error',
    clause: 'TMX 1.4b, structure',
    meaning: 'An element that may stand once stands again.',
    message: 'The element {0} stands more than once in {1}.',
  },
  'tmx/missing-element': {
    severity: 'error',
    clause: 'TMX 1.4b, structure',
    meaning: 'A required element is missing.',
    message: '{0} has no {1}.',
  },
  'tmx/missing-attribute': {
    severity: 'error',
    clause: 'TMX 1.4b, structure',
    meaning: 'A required attribute is missing.',
    message: '{0} has no attribute {1}.',
  },
  'tmx/unknown-attribute': {
    severity: 'error',
    clause: 'TMX 1.4b, structure',
    meaning: 'An attribute that the element does not have.',
    message: '{0} has no attribute of the name {1}.',
  },
  'tmx/attribute-value': {
    severity: 'error',
    clause: 'TMX 1.4b, structure',
    meaning: 'The value of an attribute is not one of those that are allowed.',
    message: 'The attribute {0} must be {1}, not "{2}".',
  },
  'tmx/stray-text': {
    severity: 'error',
    clause: 'TMX 1.4b, structure',
    meaning: 'Text stands where only elements may.',
    message: '{0} must not hold text of its own.',
  },
  'tmx/invalid-language': {
    severity: 'error',
    clause: 'TMX 1.4b, xml:lang',
    meaning: 'A language is no well-formed BCP 47 tag.',
    message: 'The attribute {0} must be {1}, not "{2}".',
  },
  'tmx/deprecated': {
    severity: 'warning',
    clause: 'TMX 1.4b, ut',
    meaning: 'The element `ut` and the attribute `lang` are deprecated.',
    message: '{0} is deprecated; use {1}.',
  },
  'tmx/invalid-date': {
    severity: 'error',
    clause: 'TMX 1.4b, creationdate',
    meaning: 'A date is not of the form YYYYMMDDThhmmssZ, or no day of the calendar.',
    message: 'The attribute {0} must be {1}, not "{2}".',
  },
  'tmx/invalid-number': {
    severity: 'error',
    clause: 'TMX 1.4b, usagecount',
    meaning: 'A number is none.',
    message: 'The attribute {0} must be {1}, not "{2}".',
  },
  'tmx/invalid-tuid': {
    severity: 'error',
    clause: 'TMX 1.4b, tuid',
    meaning: 'A `tuid` holds white space.',
    message: 'The attribute {0} must be {1}, not "{2}".',
  },
  'tmx/duplicate-tuid': {
    severity: 'info',
    clause: 'TMX 1.4b, tuid',
    meaning: 'Two units have the same `tuid`. The specification leaves it open; clients may keep one of them only.',
    message: 'Another unit has the tuid {0}.',
  },
  'tmx/source-language-missing': {
    severity: 'error',
    clause: 'TMX 1.4b, srclang',
    meaning: 'No variant of a unit is in its source language, and that is not `*all*`.',
    message: 'No variant of this unit is in its source language, {0}.',
  },
  'tmx/source-language-case': {
    severity: 'warning',
    clause: 'TMX 1.4b, srclang',
    meaning:
      'The language of a variant differs from `srclang` in case only. It is the same language; some clients do not know that.',
    message: 'The language {0} is the source language, but is written {1} there.',
  },
  'tmx/duplicate-language': {
    severity: 'warning',
    clause: 'TMX 1.4b, tuv',
    meaning: 'Two variants of a unit are in the same language. Clients keep one of them only.',
    message: 'Another variant of this unit is in {0}.',
  },
  'tmx/duplicate-i': {
    severity: 'error',
    clause: 'TMX 1.4b, i',
    meaning: 'Two starts, or two ends, of a segment have the same `i`.',
    message: 'Another {0} of this segment has i="{1}".',
  },
  'tmx/unpaired-bpt': {
    severity: 'error',
    clause: 'TMX 1.4b, bpt',
    meaning: 'A start has no end in its segment.',
    message: 'This bpt has no ept with i="{0}".',
  },
  'tmx/unpaired-ept': {
    severity: 'error',
    clause: 'TMX 1.4b, ept',
    meaning: 'An end has no start in its segment.',
    message: 'This ept has no bpt with i="{0}".',
  },
  'tmx/ept-before-bpt': {
    severity: 'error',
    clause: 'TMX 1.4b, ept',
    meaning: 'An end stands before its start.',
    message: 'This ept stands before the bpt with i="{0}".',
  },
  'tmx/unmatched-x': {
    severity: 'warning',
    clause: 'TMX 1.4b, x',
    meaning: 'A code has an `x` that no code of the source variant has, so that they cannot be matched.',
    message: 'No {0} of the source has x="{1}".',
  },
  'tmx/base-missing': {
    severity: 'error',
    clause: 'TMX 1.4b, base',
    meaning: 'A map has a `code`, and its encoding no `base`.',
    message: 'A map with a code needs the attribute base of its ude.',
  },
  'tmx/empty-map': {
    severity: 'warning',
    clause: 'TMX 1.4b, map',
    meaning: 'A map says nothing of its character: no `code`, `ent` or `subst`.',
    message: 'A map has at least one of code, ent and subst.',
  },
};
