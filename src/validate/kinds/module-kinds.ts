import type { ProblemKind } from './problem-kind.js';

/** Problems of the modules of XLIFF 2.0, and of fragment identifiers. */
export type XliffModuleProblemCode =
  | 'xliff/fragment-syntax'
  | 'xliff/fragment-prefix'
  | 'xliff/unresolved-fragment'
  | 'xliff/duplicate-module-id'
  | 'xliff/unresolved-span'
  | 'xliff/span-elsewhere'
  | 'xliff/match-language'
  | 'xliff/match-annotation'
  | 'xliff/empty-gloss-entry'
  | 'xliff/sub-fs-without-fs'
  | 'xliff/module-attribute-on-end'
  | 'xliff/resource-content'
  | 'xliff/resource-type'
  | 'xliff/unresolved-resource'
  | 'xliff/unresolved-revision'
  | 'xliff/revision-without-ref'
  | 'xliff/revision-property'
  | 'xliff/size-info-and-ref'
  | 'xliff/unresolved-size-info'
  | 'xliff/size-value'
  | 'xliff/size-without-profile'
  | 'xliff/size-profile'
  | 'xliff/plural-switch'
  | 'xliff/plural-case'
  | 'xliff/case-without-switch'
  | 'xliff/validation-rule';

export const xliffModuleProblemKinds: Readonly<Record<XliffModuleProblemCode, ProblemKind>> = {
  'xliff/fragment-syntax': {
    severity: 'error',
    clause: 'XLIFF 2.0, 3',
    meaning: 'A reference that starts with `#` is no fragment identifier.',
    message: '"{0}" is no fragment identifier: {1}.',
  },
  'xliff/fragment-prefix': {
    severity: 'error',
    clause: 'XLIFF 2.0, 3.2',
    meaning: 'A fragment identifier has a prefix that no module has. Those of extensions must be registered.',
    message: 'The prefix {0} is that of no module and of no registered extension.',
  },
  'xliff/unresolved-fragment': {
    severity: 'warning',
    clause: 'XLIFF 2.0, 3',
    meaning: 'A fragment identifier selects nothing of the document.',
    message: 'Nothing of this document is "{0}".',
  },
  'xliff/duplicate-module-id': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.21',
    meaning: 'An element of a module has the id of another one of the same kind around it.',
    message: 'Another element of this module has the id {0}.',
  },
  'xliff/unresolved-span': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.1 (ref)',
    meaning: 'The `ref` of a translation candidate or glossary entry selects nothing of its unit.',
    message: 'The ref "{0}" selects no segment or inline element of this unit.',
  },
  'xliff/span-elsewhere': {
    severity: 'warning',
    clause: 'XLIFF 2.0, 5.2 (ref)',
    meaning: 'The `ref` of a glossary entry is no fragment identifier, so it leads out of the unit.',
    message: 'The ref "{0}" does not start with #, so it selects nothing of this unit.',
  },
  'xliff/match-language': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.1 (match)',
    meaning: 'A translation candidate has an `xml:lang`, which only its source and target may have.',
    message: 'A match must not have xml:lang.',
  },
  'xliff/match-annotation': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.1 (Translation Candidate Annotation)',
    meaning: 'An annotation of the type `mtc:match` has a `ref`; the candidate refers to it.',
    message: 'An annotation of the type mtc:match must not have a ref.',
  },
  'xliff/empty-gloss-entry': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.2 (glossEntry)',
    meaning: 'A glossary entry has neither a translation nor a definition.',
    message: 'This entry has neither a translation nor a definition.',
  },
  'xliff/sub-fs-without-fs': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.3 (subFs)',
    meaning: 'An element has `fs:subFs` and no `fs:fs`.',
    message: 'subFs needs fs.',
  },
  'xliff/module-attribute-on-end': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.3 (fs)',
    meaning: 'An end code that is not isolated has an attribute of a module that belongs to its start.',
    message: '{0} must not stand on an end code whose start is in the unit.',
  },
  'xliff/resource-content': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.5 (source)',
    meaning: 'A side of a resource must either have an `href` or hold something.',
    message: 'A resource has either an href or content; this one has {0}.',
  },
  'xliff/resource-type': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.5 (mimeType)',
    meaning: 'The source and the target of a resource are both empty, and it does not say its `mimeType`.',
    message: 'A resource whose source and target are empty needs a mimeType.',
  },
  'xliff/unresolved-resource': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.5 (ref)',
    meaning: 'A reference names no resource of the file.',
    message: 'No resource of this file has the id {0}.',
  },
  'xliff/unresolved-revision': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.6 (ref)',
    meaning: 'The `ref` of revisions is no id of the file, group or unit that they stand in.',
    message: 'Nothing here has the id {0}.',
  },
  'xliff/revision-without-ref': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.6 (revisions)',
    meaning: 'Revisions apply to one of several elements with ids, and do not say to which.',
    message: 'Several elements {0} have ids; a ref has to say which one it is.',
  },
  'xliff/revision-property': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.6 (property)',
    meaning: 'An item is about an attribute that the element does not have, or one that another item was about.',
    message: 'An item is about the content or an attribute: {0}.',
  },
  'xliff/size-info-and-ref': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.7 (sizeInfoRef)',
    meaning: 'An element has both `slr:sizeInfo` and `slr:sizeInfoRef`.',
    message: 'sizeInfo and sizeInfoRef exclude each other.',
  },
  'xliff/unresolved-size-info': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.7 (sizeInfoRef)',
    meaning: '`slr:sizeInfoRef` names nothing in the `slr:data` beside the element or beside one around it.',
    message: 'No size data that can be seen from here has the id {0}.',
  },
  'xliff/size-value': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.7.6',
    meaning: 'A restriction or size is not as the standard profile of the file has it.',
    message: '{0} must be {1}, not "{2}".',
  },
  'xliff/size-without-profile': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.7',
    meaning: 'A restriction or size is as no standard profile has it, and the file names no other profile.',
    message: 'The file names no profile that says what {0}="{1}" means; without one it must be {2}.',
  },
  'xliff/size-profile': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.7.6',
    meaning: 'A profile has the reserved prefix `xliff`, and is no standard profile of its kind.',
    message: 'The prefix xliff is reserved; {0} must be {1} or a profile of another prefix, not "{2}".',
  },
  'xliff/plural-switch': {
    severity: 'error',
    clause: 'XLIFF 2.2, switch',
    meaning: 'An item of `pgs:switch` is not of the form selector:variable, with one of the four selectors.',
    message: 'Each item of switch must be plural, ordinal, gender or select, a colon, and a variable, not "{0}".',
  },
  'xliff/plural-case': {
    severity: 'error',
    clause: 'XLIFF 2.2, case',
    meaning: 'A `pgs:case` has not as many values as its switch has variables, or one that its selector does not have.',
    message: 'The case "{0}" does not fit its switch: {1}.',
  },
  'xliff/case-without-switch': {
    severity: 'error',
    clause: 'XLIFF 2.2, case',
    meaning: 'A `pgs:case` stands in no element with a `pgs:switch`.',
    message: 'No element around this case has a switch.',
  },
  'xliff/validation-rule': {
    severity: 'error',
    clause: 'XLIFF 2.0, 5.8 (rule)',
    meaning: 'A validation rule has attributes that exclude, or that need, each other.',
    message: 'A validation rule is about one thing: {0}.',
  },
};
