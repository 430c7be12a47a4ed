import { type XliffInlineProblemCode, xliffInlineProblemKinds } from './inline-kinds.js';
import { type XliffModuleProblemCode, xliffModuleProblemKinds } from './module-kinds.js';
import type { ProblemKind } from './problem-kind.js';

/** Problems of XLIFF 2 documents. */
export type XliffProblemCode =
  | 'xliff/root'
  | 'xliff/namespace'
  | 'xliff/version'
  | 'xliff/unknown-element'
  | 'xliff/element-order'
  | 'xliff/repeated-element'
  | 'xliff/missing-element'
  | 'xliff/missing-attribute'
  | 'xliff/unknown-attribute'
  | 'xliff/attribute-value'
  | 'xliff/stray-text'
  | 'xliff/invalid-language'
  | 'xliff/invalid-id'
  | 'xliff/empty-file'
  | 'xliff/unit-without-segment'
  | 'xliff/skeleton'
  | 'xliff/missing-trg-lang'
  | 'xliff/language-mismatch'
  | 'xliff/duplicate-file-id'
  | 'xliff/duplicate-group-id'
  | 'xliff/duplicate-unit-id'
  | 'xliff/duplicate-segment-id'
  | 'xliff/duplicate-data-id'
  | 'xliff/duplicate-code-id'
  | 'xliff/duplicate-note-id'
  | 'xliff/duplicate-extension-id'
  | XliffInlineProblemCode
  | XliffModuleProblemCode;

export const xliffProblemKinds: Readonly<Record<XliffProblemCode, ProblemKind>> = {
  'xliff/root': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.2.1',
    meaning: 'The document is something else than XLIFF.',
    message: 'The root element is {0}, not xliff.',
  },
  'xliff/namespace': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.2.1',
    meaning:
      'The root element is not in the namespace of XLIFF 2. XLIFF 1.2 is not validated; the message says so where it is that.',
    message: 'The namespace of the root element is "{0}", not urn:oasis:names:tc:xliff:document:2.0 or that of 2.2{1}.',
  },
  'xliff/version': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.42',
    meaning: 'The version is not one of the namespace: 2.0 or 2.1; in the namespace of 2.2, also 2.2.',
    message: 'The version is "{0}", but that of the namespace is {1}.',
  },
  'xliff/unknown-element': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.1',
    meaning: 'An element stands where it must not.',
    message: 'The element {0} must not stand in {1}.',
  },
  'xliff/element-order': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.1',
    meaning: 'The elements of a parent are in the wrong order.',
    message: 'The element {0} stands too late in {1}.',
  },
  'xliff/repeated-element': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.1',
    meaning: 'An element that may stand once stands again.',
    message: 'The element {0} stands more than once in {1}.',
  },
  'xliff/missing-element': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.1',
    meaning: 'A required element is missing.',
    message: '{0} has no {1}.',
  },
  'xliff/missing-attribute': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.1',
    meaning: 'A required attribute is missing.',
    message: '{0} has no attribute {1}.',
  },
  'xliff/unknown-attribute': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.1',
    meaning: 'An attribute that the element does not have.',
    message: '{0} has no attribute of the name {1}.',
  },
  'xliff/attribute-value': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.1',
    meaning: 'The value of an attribute is not one of those that are allowed.',
    message: 'The attribute {0} must be {1}, not "{2}".',
  },
  'xliff/stray-text': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.1',
    meaning: 'Text stands where only elements may.',
    message: '{0} must not hold text of its own.',
  },
  'xliff/invalid-language': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.2.1',
    meaning: 'A language is no well-formed BCP 47 tag.',
    message: 'The attribute {0} must be {1}, not "{2}".',
  },
  'xliff/invalid-id': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.21',
    meaning: 'An id, or what refers to one, is no NMTOKEN.',
    message: 'The attribute {0} must be {1}, not "{2}".',
  },
  'xliff/empty-file': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.2.2',
    meaning: 'A file has no unit and no group.',
    message: 'The file {0} has neither a unit nor a group.',
  },
  'xliff/unit-without-segment': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.2.5',
    meaning: 'A unit has no segment.',
    message: 'The unit {0} has no segment.',
  },
  'xliff/skeleton': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.2.3',
    meaning: 'A skeleton must either have an `href` or hold something, not both, not neither.',
    message: 'A skeleton has either an href or content; this one has {0}.',
  },
  'xliff/missing-trg-lang': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.37',
    meaning: 'There are targets, but `trgLang` is missing. Reported once, at the first target.',
    message: 'The document has targets, but its root has no trgLang.',
  },
  'xliff/language-mismatch': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.2.1',
    meaning: 'The `xml:lang` of a source or target, its own or inherited, is not the language of the document.',
    message: 'The language of this {0} is "{1}", that of the document "{2}".',
  },
  'xliff/duplicate-file-id': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.21',
    meaning: 'Two files have the same id.',
    message: 'Another file has the id {0}.',
  },
  'xliff/duplicate-group-id': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.21',
    meaning: 'Two groups of a file have the same id.',
    message: 'Another group of this file has the id {0}.',
  },
  'xliff/duplicate-unit-id': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.21',
    meaning: 'Two units of a file have the same id.',
    message: 'Another unit of this file has the id {0}.',
  },
  'xliff/duplicate-segment-id': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.21',
    meaning: 'A segment or ignorable has the id of another one, or of an inline element, of its unit.',
    message: 'Something else in this unit has the id {0}.',
  },
  'xliff/duplicate-data-id': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.21',
    meaning: 'Two pieces of original data of a unit have the same id.',
    message: 'Another data element of this unit has the id {0}.',
  },
  'xliff/duplicate-code-id': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.21',
    meaning: 'An inline element has the id of another one of the same side of its unit, or of a segment.',
    message: 'Something else in this unit has the id {0}.',
  },
  'xliff/duplicate-note-id': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.21',
    meaning: 'Two notes of the same parent have the same id.',
    message: 'Another one of these notes has the id {0}.',
  },
  'xliff/duplicate-extension-id': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.21',
    meaning: 'Two elements of an extension of the same file, group or unit have the same `id` or `xml:id`.',
    message: 'Another element of this extension has the id {0}.',
  },
  ...xliffInlineProblemKinds,
  ...xliffModuleProblemKinds,
};
