import type { DiagnosticKind } from './diagnostic-kind.js';

/** The stable names of what may be wrong with a memory, or an XLIFF document, that is read for its units. */
export type DocumentDiagnosticCode =
  | 'document/unreadable'
  | 'document/damaged'
  | 'document/language'
  | 'document/no-text'
  | 'document/no-source'
  | 'document/several-sources'
  | 'document/no-target'
  | 'document/empty-source'
  | 'document/empty-target'
  | 'document/not-translated'
  | 'document/not-kept'
  | 'document/row'
  | 'document/row-field';

/** Every kind of diagnostic that reading a memory can give, by its code. Those from `document/language` on count what is left out. */
export const documentKinds: Readonly<Record<DocumentDiagnosticCode, DiagnosticKind>> = {
  'document/unreadable': {
    severity: 'error',
    meaning:
      'A memory, or the rest of it from here on, is not read: it is neither TMX nor XLIFF of a known namespace (a table, such as JSONL), or no XML, or damaged in more than 1,000 places. The units before are read; those after it are counted, where it is TMX or XLIFF.',
    message: 'The document cannot be read from here on: {0}.',
  },
  'document/damaged': {
    severity: 'error',
    meaning:
      'A memory is not well-formed XML here, or ends too early. The unit around it is left out, and counts once; reading goes on with the next unit.',
    message: 'The document is damaged here: {0}. The unit around it is left out.',
  },
  'document/language': {
    severity: 'warning',
    meaning: 'A variant of a unit names no language, or none that is a tag of BCP 47. It is left out.',
    message: 'The language of a variant is "{0}", which is no tag of BCP 47; the variant is left out.',
  },
  'document/no-text': {
    severity: 'warning',
    meaning: 'A variant of a unit has no `<seg>`. It is left out.',
    message: 'The variant in {0} has no <seg>; it is left out.',
  },
  'document/no-source': {
    severity: 'warning',
    meaning:
      'A unit has no text in the source language. It is left out. Languages are equal letter by letter but for case: `en` is not `en-US`.',
    message: 'The unit has no text in {0}; it is left out. Name the source language of the memory with --src-lang.',
  },
  'document/several-sources': {
    severity: 'warning',
    meaning: 'A unit has more than one text in the source language. The first one is taken.',
    message: 'The unit has more than one text in {0}; the first one is taken.',
  },
  'document/no-target': {
    severity: 'info',
    meaning: 'A unit has no translation. It is left out.',
    message: 'The unit has no translation; it is left out.',
  },
  'document/empty-source': {
    severity: 'info',
    meaning: 'The source of a unit is empty or white space. It is left out.',
    message: 'The source of the unit is empty; it is left out.',
  },
  'document/empty-target': {
    severity: 'info',
    meaning: 'A translation is empty or white space. It is left out.',
    message: 'The translation in {0} is empty; it is left out.',
  },
  'document/not-translated': {
    severity: 'info',
    meaning:
      'A segment of XLIFF has the state `initial` (XLIFF 1.2: `new`, `needs-translation`), so that its target is no translation yet. It is left out; a target without a state is taken.',
    message: 'The target in {0} is not translated yet, by its state; it is left out.',
  },
  'document/not-kept': {
    severity: 'error',
    meaning:
      'A memory that grows (`--update`) has something that it would not have any more when it is written again: an attribute that TMX 1.4b does not have, a date of another form, `<hi>`, `<sub>`, `<ut>`, elements of the header that are none of properties and notes, or, with `--inline text` or `strip`, a text of nothing but codes. It stays as it is.',
    message: 'The memory has {0} here, which is not kept when it is written again.',
  },
  'document/row': {
    severity: 'warning',
    meaning: 'A line of a memory in JSONL is no pair as `export` and `memory` write it. It is left out.',
    message: 'The line is no pair: {0}; it is left out.',
  },
  'document/row-field': {
    severity: 'warning',
    meaning:
      'A field of a line in JSONL has a value that it cannot have (a count that is no whole number from 1 on, a date that is none). The pair is read without it. The first such line of each field is named.',
    message: 'The field {0} has a value that it cannot have; the pair is read without it. ({1} in all)',
  },
};
