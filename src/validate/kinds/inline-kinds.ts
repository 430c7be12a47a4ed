import type { ProblemKind } from './problem-kind.js';

/** Problems of segments and of what stands in them. */
export type XliffInlineProblemCode =
  | 'xliff/target-code-mismatch'
  | 'xliff/unresolved-data-ref'
  | 'xliff/unresolved-start-ref'
  | 'xliff/end-before-start'
  | 'xliff/duplicate-end'
  | 'xliff/unpaired-start'
  | 'xliff/isolated-has-partner'
  | 'xliff/end-code-attributes'
  | 'xliff/hints-differ'
  | 'xliff/overlap'
  | 'xliff/sub-state-without-state'
  | 'xliff/sub-state-value'
  | 'xliff/state-without-target'
  | 'xliff/half-attribute'
  | 'xliff/sequence-without-first'
  | 'xliff/sequence-changed'
  | 'xliff/sub-type-without-type'
  | 'xliff/sub-type-value'
  | 'xliff/sub-type-conflict'
  | 'xliff/reserved-prefix'
  | 'xliff/reorder-hints'
  | 'xliff/first-not-first'
  | 'xliff/code-deleted'
  | 'xliff/code-not-in-target'
  | 'xliff/unresolved-copy-of'
  | 'xliff/copy-of-with-data'
  | 'xliff/copy-of-uncopyable'
  | 'xliff/space-mismatch'
  | 'xliff/order-out-of-range'
  | 'xliff/duplicate-order'
  | 'xliff/code-point'
  | 'xliff/comment-annotation'
  | 'xliff/translate-annotation'
  | 'xliff/unresolved-ref'
  | 'xliff/unresolved-sub-flow';

export const xliffInlineProblemKinds: Readonly<Record<XliffInlineProblemCode, ProblemKind>> = {
  'xliff/target-code-mismatch': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.21',
    meaning: 'An inline element of a target has the id of a source element of another kind, or of another segment.',
    message: '{0} has the id {1}, which is that of {2} in the source.',
  },
  'xliff/unresolved-data-ref': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.9',
    meaning: '`dataRef`, `dataRefStart` or `dataRefEnd` names no data of the unit.',
    message: 'The original data of this unit holds no data with the id {0}.',
  },
  'xliff/unresolved-start-ref': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.30',
    meaning: '`startRef` names no start on the same side of the unit.',
    message: 'No {1} on this side of the unit has the id {0}.',
  },
  'xliff/end-before-start': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.30',
    meaning: 'An end stands before its start.',
    message: 'The end of {0} stands before its start.',
  },
  'xliff/duplicate-end': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.30',
    meaning: 'Two ends belong to the same start.',
    message: 'The start {0} has another end before this one.',
  },
  'xliff/unpaired-start': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.22',
    meaning: 'A start has no end on the same side of its unit, and is not marked as isolated.',
    message: 'The {0} {1} has no end on this side of the unit.',
  },
  'xliff/isolated-has-partner': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.22',
    meaning: 'A start code is marked as isolated, but its end code is there.',
    message: 'The code {0} is marked as isolated, but its end is in the unit.',
  },
  'xliff/end-code-attributes': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.3.5',
    meaning: 'An end code has an id exactly if it is isolated, else a `startRef`; `dir` is for isolated ones.',
    message: 'An end code that is {0} must have {1}.',
  },
  'xliff/hints-differ': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.3.5',
    meaning: 'The two halves of a code differ in what may be done with them.',
    message: '{0} is "{1}" at the start of this code and "{2}" at its end.',
  },
  'xliff/overlap': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.4',
    meaning: 'A code that must not overlap does.',
    message: 'The codes {0} and {1} overlap, and one of them says canOverlap="no".',
  },
  'xliff/sub-state-without-state': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.35',
    meaning: 'A segment has a `subState` and no `state`.',
    message: 'subState needs a state beside it.',
  },
  'xliff/sub-state-value': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.35',
    meaning: 'A `subState` is not of the form prefix:value, or has the reserved prefix `xlf`.',
    message: 'subState must be of the form prefix:value with a prefix other than xlf, not "{0}".',
  },
  'xliff/state-without-target': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.31',
    meaning: 'A segment is said to be translated, reviewed or final, and has no target.',
    message: 'The state is {0}, but there is no target.',
  },
  'xliff/half-attribute': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.3.3',
    meaning: '`dataRefStart` and `dataRefEnd`, or `subFlowsStart` and `subFlowsEnd`, do not stand together.',
    message: 'The attribute {0} stands without its other half.',
  },
  'xliff/sequence-without-first': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.5',
    meaning: 'A code says `canReorder="no"`, but the code before it does not belong to a sequence.',
    message: 'canReorder="no" must follow a code with canReorder="firstNo" or "no".',
  },
  'xliff/sequence-changed': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.5',
    meaning: 'A code that must keep its place stands after another code in the target than in the source.',
    message: 'In the source, this code stands after {0}; its place must not change.',
  },
  'xliff/sub-type-without-type': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.36',
    meaning: 'A code has a `subType` and no `type`.',
    message: 'subType needs a type beside it.',
  },
  'xliff/sub-type-value': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.36',
    meaning: 'A `subType` is not of the form prefix:value, or has the prefix `xlf` and is none of its values.',
    message: 'subType must be of the form prefix:value, with xlf only as defined, not "{0}".',
  },
  'xliff/sub-type-conflict': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.36',
    meaning: 'A `subType` of XLIFF stands with the wrong `type`.',
    message: 'subType {0} needs type {1}, not {2}.',
  },
  'xliff/reserved-prefix': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.40',
    meaning: 'The type of a group, unit or annotation has the reserved prefix `xlf`.',
    message: 'The prefix xlf is reserved: "{0}".',
  },
  'xliff/reorder-hints': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.5',
    meaning: 'A code that must keep its place may still be copied or deleted.',
    message: 'canReorder="{0}" needs {1}="no".',
  },
  'xliff/first-not-first': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.5',
    meaning: 'An end code of a pair says `canReorder="firstNo"`.',
    message: 'The end of a pair cannot be the first one of a sequence.',
  },
  'xliff/code-deleted': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.3',
    meaning: 'A code that must not be deleted is missing in a final target.',
    message: 'The code {0} must not be deleted, but is missing in the final target.',
  },
  'xliff/code-not-in-target': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.3',
    meaning: 'A code that must not be deleted is missing in a target that is not final.',
    message: 'The code {0} must not be deleted, but is missing in the target.',
  },
  'xliff/unresolved-copy-of': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.8',
    meaning: '`copyOf` names no code of the unit.',
    message: 'No code of this unit has the id {0}.',
  },
  'xliff/copy-of-with-data': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.8',
    meaning:
      '`copyOf` names a code that has original data, or stands beside a data reference; a copy then refers to the same data.',
    message: 'copyOf is only for codes without original data: {0}.',
  },
  'xliff/copy-of-uncopyable': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.8',
    meaning: '`copyOf` names a code that must not be copied.',
    message: 'The code {0} must not be copied.',
  },
  'xliff/space-mismatch': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.2.2',
    meaning: 'The `xml:space` of a target, its own or inherited, is not that of its source.',
    message: 'The xml:space of this target is {0}, that of its source {1}.',
  },
  'xliff/order-out-of-range': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.24',
    meaning: 'The `order` of a target is beyond the number of segments and ignorables.',
    message: 'The order is {0}, but the unit has {1} segments and ignorables.',
  },
  'xliff/duplicate-order': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.24',
    meaning: 'Two targets of a unit have the same place; one without `order` has that of its source.',
    message: 'Another target of this unit has the place {0}.',
  },
  'xliff/code-point': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.2.3.1',
    meaning: 'The `hex` of a `cp` is no code point, or one that XML can hold as it is.',
    message: 'hex must be a code point that XML does not allow, not "{0}".',
  },
  'xliff/comment-annotation': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.7.3.1.3',
    meaning: 'A comment annotation has not exactly one of `value` and `ref`.',
    message: 'A comment annotation has either a value or a ref; this one has {0}.',
  },
  'xliff/translate-annotation': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.7.3.1.1',
    meaning: 'A generic annotation does not say `translate`.',
    message: 'A generic annotation must have the attribute translate.',
  },
  'xliff/unresolved-ref': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.27',
    meaning: 'The `ref` of a comment annotation names no note of the unit.',
    message: 'The ref "{0}" names no note of this unit.',
  },
  'xliff/unresolved-sub-flow': {
    severity: 'error',
    clause: 'XLIFF 2.0, 4.3.1.32',
    meaning: '`subFlows`, `subFlowsStart` or `subFlowsEnd` names no unit of the file.',
    message: 'No unit of this file has the id {0}.',
  },
};
