import type { DiagnosticKind } from './diagnostic-kind.js';

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

/** Every kind of diagnostic that reading a text can give, by its code. They stand alone, so that whoever only reads has no others in the bundle. */
export const readKinds: Readonly<Record<ReadDiagnosticCode, DiagnosticKind>> = {
  'pair/unmatched-target': {
    severity: 'error',
    meaning: 'A translated span is not followed by a source span. It gives no pair.',
    message: 'The target span {0} is not followed by its source span; it gives no pair.',
  },
  'pair/unmatched-source': {
    severity: 'error',
    meaning: 'A source span does not follow a translated span. It gives no pair.',
    message: 'The source span {0} does not follow a target span; it gives no pair.',
  },
  'pair/unclosed': {
    severity: 'error',
    meaning:
      'A pair starts, but its closing tags are missing before the next pair or the end of the article. It gives no pair.',
    message: 'The pair {0} is not closed; it gives no pair.',
  },
  'pair/nested': {
    severity: 'error',
    meaning: 'A translated span starts inside another one. The inner pair is read; the outer one gives no pair.',
    message: 'The target span {1} starts inside the target span {0}; {0} gives no pair.',
  },
  'pair/id-mismatch': {
    severity: 'error',
    meaning: 'Target and source of a pair carry different ids, so that they may not belong together. It is skipped.',
    message: 'The target span {0} is followed by the source span {1}; skipped.',
  },
  'pair/duplicate-id': {
    severity: 'warning',
    meaning:
      'The id was there before in the article, or becomes the same in XML. The pair is exported; its id gets a number after a dot.',
    message:
      'An earlier pair of this article has the id {0}, or one that is the same in XML; this one is {1} in the output.',
  },
  'pair/invalid-id': {
    severity: 'warning',
    meaning:
      'The id is not of the form `1a2b3-4` or `1a2b3-p4`. The pair is exported; characters that ids must not have are replaced.',
    message: 'The id "{0}" is not of the form 1a2b3-4 or 1a2b3-p4.',
  },
  'pair/empty-source': {
    severity: 'warning',
    meaning: 'The source side is empty or white space. The pair is skipped.',
    message: 'The pair {0} has no source text; skipped.',
  },
  'pair/empty-target': {
    severity: 'warning',
    meaning: 'The target side is empty or white space. The pair is skipped.',
    message: 'The pair {0} has no target text; skipped.',
  },
  'pair/broken-tag': {
    severity: 'error',
    meaning: 'The tag of a target or source span is not closed, or not of a form that can be read. It gives no pair.',
    message: 'The span tag with {0} is damaged; it gives no pair.',
  },
  'pair/stray-marker': {
    severity: 'warning',
    meaning: 'The text `data-ttu-id` or `data-stu-id` stands outside of any span tag. It gives no pair.',
    message: '{0} stands outside of a span tag here; it gives no pair.',
  },
  'codes/unmatched': {
    severity: 'warning',
    meaning: 'Inline codes of one side (bold, links, code spans…) have no partner on the other side.',
    message: 'Codes without a partner: {0} in the source, {1} in the target.',
    forTranslators: true,
  },
  'codes/unmatched-math': {
    severity: 'warning',
    meaning:
      'Formulas (`$…$`) of one side have no partner on the other side; all other codes have. Machines often mangle formulas.',
    message: 'Formulas without a partner: {0} in the source, {1} in the target.',
    forTranslators: true,
  },
  'codes/recovered': {
    severity: 'info',
    meaning: 'Damaged markup was read as the code that the other side of the pair shows it was meant to be.',
    message: 'Damaged markup was read as what the other side shows: {0}.',
  },
  'codes/too-many': {
    severity: 'warning',
    meaning:
      'A side of a pair has more than 100,000 inline codes, emphasis markers and brackets. Its markup is exported as text.',
    message: 'A side of the pair {0} has more than {1} codes, markers and brackets; its markup is exported as text.',
  },
  'yaml/unclosed': {
    severity: 'warning',
    meaning: 'The front matter starts with `---` and never ends. The article is read as if it had none.',
    message: 'The front matter is never closed by a line with ---; read as if there were none.',
  },
  'yaml/syntax': {
    severity: 'warning',
    meaning: 'The front matter is not YAML at this place. What could be read of it is kept.',
    message: 'The front matter is not valid YAML here: {0}',
  },
  'yaml/too-deep': {
    severity: 'warning',
    meaning:
      'Collections of the front matter stand more than 100 levels deep in each other, which is taken for an attack. Other keys are read, and this one as the text in its line.',
    message: 'Collections stand more than {0} levels deep in each other here; read no deeper.',
  },
  'yaml/too-large': {
    severity: 'warning',
    meaning:
      'The front matter has more than 100,000 keys, YAML beyond plain `key: value` lines of more than 1,000,000 characters, or values that aliases and nested keys make more than ten times as long as it is. What is beyond is left out, or read line by line.',
    message: 'The front matter has {0}; what is beyond is left out, or read line by line.',
  },
  'yaml/duplicate-key': {
    severity: 'warning',
    meaning: 'A key stands twice in the front matter. Both entries are kept; the first one counts.',
    message: 'The key {0} stands twice; the first one counts.',
  },
  'yaml/unresolved-alias': {
    severity: 'warning',
    meaning: 'A value is a YAML alias (`*name`) whose anchor does not exist. It is read as text.',
    message: 'The alias {0} refers to nothing; read as text.',
  },
  'metadata/invalid-value': {
    severity: 'warning',
    meaning:
      'One of the six localization keys (`ms.…`) has a value of another form than it should have. It is ignored.',
    message: '{0} has the value "{1}", which cannot be understood; ignored.',
  },
  'xml/illegal-character': {
    severity: 'warning',
    meaning:
      'A character that XML 1.0 (section 2.2) does not allow: a C0 control, a lone surrogate, U+FFFE or U+FFFF. It is left out of the output.',
    message: 'XML does not allow the character {0}; left out of the output.',
    forTranslators: true,
  },
  'input/more-findings': {
    severity: 'info',
    meaning:
      'An article has more than 10,000 findings of one kind. Those from here on are not listed, and not in the notes of units.',
    message: 'There are more than {1} findings of the kind {0} in this article; from here on they are not listed.',
  },
};
