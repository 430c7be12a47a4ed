import type { ReportedKind } from './diagnostic-kind.js';

/** The stable names of what may be odd or damaged in the text of an article. */
export type ReadDiagnosticCode =
  | 'pair/unmatched-target'
  | 'pair/unmatched-source'
  | 'pair/unclosed'
  | 'pair/nested'
  | 'pair/id-mismatch'
  | 'pair/duplicate-id'
  | 'pair/invalid-id'
  | 'pair/empty-source'
  | 'pair/empty-target'
  | 'pair/broken-tag'
  | 'pair/stray-marker'
  | 'codes/unmatched'
  | 'codes/unmatched-math'
  | 'codes/recovered'
  | 'codes/too-many'
  | 'yaml/unclosed'
  | 'yaml/syntax'
  | 'yaml/too-deep'
  | 'yaml/too-large'
  | 'yaml/duplicate-key'
  | 'yaml/unresolved-alias'
  | 'metadata/invalid-value'
  | 'xml/illegal-character'
  | 'input/more-findings';

/** Every kind of diagnostic that reading a text can give, by its code. They stand alone, so that whoever only reads has no others in the bundle, nor what the documentation says of them (`readMeanings`). */
export const readKinds: Readonly<Record<ReadDiagnosticCode, ReportedKind>> = {
  'pair/unmatched-target': {
    severity: 'error',
    message: 'The target span {0} is not followed by its source span; it gives no pair.',
  },
  'pair/unmatched-source': {
    severity: 'error',
    message: 'The source span {0} does not follow a target span; it gives no pair.',
  },
  'pair/unclosed': {
    severity: 'error',
    message: 'The pair {0} is not closed; it gives no pair.',
  },
  'pair/nested': {
    severity: 'error',
    message: 'The target span {1} starts inside the target span {0}; {0} gives no pair.',
  },
  'pair/id-mismatch': {
    severity: 'error',
    message: 'The target span {0} is followed by the source span {1}; skipped.',
  },
  'pair/duplicate-id': {
    severity: 'warning',
    message:
      'An earlier pair of this article has the id {0}, or one that is the same in XML; this one is {1} in the output.',
  },
  'pair/invalid-id': {
    severity: 'warning',
    message: 'The id "{0}" is not of the form 1a2b3-4 or 1a2b3-p4.',
  },
  'pair/empty-source': {
    severity: 'warning',
    message: 'The pair {0} has no source text; skipped.',
  },
  'pair/empty-target': {
    severity: 'warning',
    message: 'The pair {0} has no target text; skipped.',
  },
  'pair/broken-tag': {
    severity: 'error',
    message: 'The span tag with {0} is damaged; it gives no pair.',
  },
  'pair/stray-marker': {
    severity: 'warning',
    message: '{0} stands outside of a span tag here; it gives no pair.',
  },
  'codes/unmatched': {
    severity: 'warning',
    message: 'Codes without a partner: {0} in the source, {1} in the target.',
    forTranslators: true,
  },
  'codes/unmatched-math': {
    severity: 'warning',
    message: 'Formulas without a partner: {0} in the source, {1} in the target.',
    forTranslators: true,
  },
  'codes/recovered': {
    severity: 'info',
    message: 'Damaged markup was read as what the other side shows: {0}.',
  },
  'codes/too-many': {
    severity: 'warning',
    message: 'A side of the pair {0} has more than {1} codes, markers and brackets; its markup is exported as text.',
  },
  'yaml/unclosed': {
    severity: 'warning',
    message: 'The front matter is never closed by a line with ---; read as if there were none.',
  },
  'yaml/syntax': {
    severity: 'warning',
    message: 'The front matter is not valid YAML here: {0}',
  },
  'yaml/too-deep': {
    severity: 'warning',
    message: 'Collections stand more than {0} levels deep in each other here; read no deeper.',
  },
  'yaml/too-large': {
    severity: 'warning',
    message: 'The front matter has {0}; what is beyond is left out, or read line by line.',
  },
  'yaml/duplicate-key': {
    severity: 'warning',
    message: 'The key {0} stands twice; the first one counts.',
  },
  'yaml/unresolved-alias': {
    severity: 'warning',
    message: 'The alias {0} refers to nothing; read as text.',
  },
  'metadata/invalid-value': {
    severity: 'warning',
    message: '{0} has the value "{1}", which cannot be understood; ignored.',
  },
  'xml/illegal-character': {
    severity: 'warning',
    message: 'XML does not allow the character {0}; left out of the output.',
    forTranslators: true,
  },
  'input/more-findings': {
    severity: 'info',
    message: 'There are more than {1} findings of the kind {0} in this article; from here on they are not listed.',
  },
};
