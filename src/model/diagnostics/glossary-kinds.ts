import type { DiagnosticKind } from './diagnostic-kind.js';

/** The stable names of what may be wrong with a glossary that is read. Their places are in it. */
export type GlossaryDiagnosticCode =
  | 'glossary/unreadable'
  | 'glossary/encoding'
  | 'glossary/no-header'
  | 'glossary/no-target-language'
  | 'glossary/no-source'
  | 'glossary/concept'
  | 'glossary/language'
  | 'glossary/empty-term'
  | 'glossary/status'
  | 'glossary/contradiction'
  | 'glossary/value'
  | 'glossary/not-kept';

/** Every kind of diagnostic that reading a glossary can give, by its code. Those that count name the first place. */
export const glossaryKinds: Readonly<Record<GlossaryDiagnosticCode, DiagnosticKind>> = {
  'glossary/unreadable': {
    severity: 'error',
    meaning:
      'A glossary, or the rest of it from here on, is not read: it is no TBX, JSON or table, or it is damaged. The concepts before are read.',
    message: 'The glossary cannot be read from here on: {0}.',
  },
  'glossary/encoding': {
    severity: 'warning',
    meaning: 'A glossary has characters that stand for bytes which are no UTF-8, or no text at all.',
    message: 'The glossary has characters that could not be decoded; save it as UTF-8. ({0} in all)',
  },
  'glossary/no-header': {
    severity: 'error',
    meaning:
      'The first row of a table does not say which column is what, and the target language is not named. None of it is read.',
    message:
      'The first row does not say which column is what; name two columns source and target, or by language tags such as en-US and de-DE.',
  },
  'glossary/no-target-language': {
    severity: 'error',
    meaning:
      'A table has a column of targets, and neither the table nor the caller says in which language. None of it is read.',
    message:
      'The language of the targets is not known; name the column by its language tag, add a column trgLang, or name the target language.',
  },
  'glossary/no-source': {
    severity: 'warning',
    meaning: 'No concept of a glossary has a term in the source language that was named.',
    message: 'No concept has a term in {0}; there are {1}. Name the source language of the glossary.',
  },
  'glossary/concept': {
    severity: 'error',
    meaning:
      'A concept of a glossary cannot be read: it is too large, or not an object of the form that is expected. It is left out.',
    message: 'A concept cannot be read: {0}. It is left out. ({1} in all)',
  },
  'glossary/language': {
    severity: 'warning',
    meaning: 'A language of a glossary is missing, or no tag of BCP 47. Its terms are left out.',
    message: 'The language "{0}" is no tag of BCP 47, such as de-DE; its terms are left out. ({1} in all)',
  },
  'glossary/empty-term': {
    severity: 'info',
    meaning: 'A term of a glossary is empty or white space, or a row has no source. It is left out.',
    message: 'The {0} is empty; it is left out. ({1} in all)',
  },
  'glossary/status': {
    severity: 'warning',
    meaning: 'The status of a term is none that is known. The term is read as if it had none.',
    message:
      'The status "{0}" is not known; the term is read without. Write preferred, admitted or forbidden. ({1} in all)',
  },
  'glossary/contradiction': {
    severity: 'warning',
    meaning: 'A table has a term of a concept twice, with two statuses. The first one counts.',
    message:
      'The term "{0}" stands here with another status than before, for the same source; the first one counts. ({1} in all)',
  },
  'glossary/value': {
    severity: 'warning',
    meaning: 'A count, a share or a kind in a glossary has a value that it cannot have. The term is read without it.',
    message: 'The {0} has a value that it cannot have; it is left out. ({1} in all)',
  },
  'glossary/not-kept': {
    severity: 'info',
    meaning: 'A glossary has something that is not read, such as a part of speech. It is left out.',
    message: 'The glossary has {0}, which is not read. ({1} in all)',
  },
};
