import type { DiagnosticKind } from './diagnostic-kind.js';

/** The stable names of what may be wrong with an SRX document. Their places are in it. */
export type SrxDiagnosticCode =
  | 'srx/unreadable'
  | 'srx/no-language'
  | 'srx/unknown-rules'
  | 'srx/rule'
  | 'srx/approximated';

/** Every kind of diagnostic that reading rules for sentences can give, by its code. */
export const srxKinds: Readonly<Record<SrxDiagnosticCode, DiagnosticKind>> = {
  'srx/unreadable': {
    severity: 'error',
    meaning: 'A document with rules for sentences is not XML, or not SRX. None of it is read.',
    message: 'The rules for sentences cannot be read: {0}. Give an SRX 2.0 document.',
  },
  'srx/no-language': {
    severity: 'error',
    meaning: 'An SRX document has no language map for the language of the articles. None of its rules are read.',
    message: 'The SRX document has no language map for {0}; add one to its <maprules>.',
  },
  'srx/unknown-rules': {
    severity: 'warning',
    meaning:
      'A language map of an SRX document names language rules that the document does not have. It is passed over.',
    message: 'The language map names the rules "{0}", which the document does not have; it is passed over.',
  },
  'srx/rule': {
    severity: 'warning',
    meaning:
      'A regular expression of an SRX document has no counterpart in JavaScript, or is none. Its rule, or language map, is left out; the others are read.',
    message: 'The pattern "{0}" {1}; its rule is left out. Write it in another way.',
  },
  'srx/approximated': {
    severity: 'info',
    meaning:
      'A regular expression of an SRX document has something that JavaScript lacks, and that is read as something else, which nearly always matches the same: possessive quantifiers, atomic groups.',
    message: 'The pattern "{0}" has {1}.',
  },
};
