import type { DiagnosticKind } from './diagnostic-kind.js';

/** The stable names of what may be wrong with a document that is merged into an article. Their places are in the document. */
export type MergeDiagnosticCode =
  | 'merge/unreadable'
  | 'merge/too-large'
  | 'merge/other-article'
  | 'merge/unknown-segment'
  | 'merge/source-differs'
  | 'merge/stripped'
  | 'merge/duplicate-segment'
  | 'merge/missing-target'
  | 'merge/empty-target'
  | 'merge/line-break'
  | 'merge/joined-segments'
  | 'merge/between-changed'
  | 'merge/lost-code'
  | 'merge/doubled-code'
  | 'merge/unknown-code'
  | 'merge/broken-code'
  | 'merge/unwritable-code'
  | 'merge/unwritable'
  | 'merge/emphasis-rewritten'
  | 'merge/several-targets'
  | 'merge/no-entry';

/** Every kind of diagnostic that merging can give, by its code. */
export const mergeKinds: Readonly<Record<MergeDiagnosticCode, DiagnosticKind>> = {
  'merge/unreadable': {
    severity: 'error',
    meaning: 'The document to merge is not XML, or neither XLIFF nor TMX. Nothing is written.',
    message: 'The document cannot be read: {0}.',
  },
  'merge/too-large': {
    severity: 'error',
    meaning:
      'The document to merge is larger than any that an article is exported to, or has more tags or attributes. Nothing is written.',
    message: 'The document has more than {0} MB, or a million tags or attributes; merge one article at a time.',
  },
  'merge/other-article': {
    severity: 'error',
    meaning: 'No file of the document belongs to the article, or more than one might. Nothing is written.',
    message: 'The document is not of this article: {0}. Export the article again, or merge into the right one.',
  },
  'merge/unknown-segment': {
    severity: 'error',
    meaning: 'The document has a unit that the article does not have. Nothing is written.',
    message: 'The article has no segment {0}.',
  },
  'merge/source-differs': {
    severity: 'error',
    meaning:
      'The source text of a unit is not that of the article: one of them was changed since the export. Nothing is written.',
    message: 'The source of {0} is not that of the article; export the article again.',
  },
  'merge/stripped': {
    severity: 'error',
    meaning:
      'The document was exported with `--inline strip`: nobody can tell where its markup was. Nothing is written.',
    message: 'The document was exported without markup (--inline strip), which cannot be merged: {0}.',
  },
  'merge/duplicate-segment': {
    severity: 'error',
    meaning: 'A segment came back more than once, with different targets. The article keeps the one that it has.',
    message: 'The document has different targets for {0}; leave only the right one in it.',
  },
  'merge/missing-target': {
    severity: 'info',
    meaning: 'The document has no target for a segment. The article keeps the one that it has.',
    message: 'There is no target for {0}; that of the article stays.',
  },
  'merge/empty-target': {
    severity: 'error',
    meaning: 'The target of a segment is empty or white space. It is not written, unless with `--force`.',
    message: 'The target of {0} is empty.',
  },
  'merge/line-break': {
    severity: 'error',
    meaning:
      'A target has a line break where a heading, a table cell or a title ends with its line, or a blank line, which ends any block. It is not written, unless with `--force`.',
    message: 'The target of {0} has a line break that would end its block.',
  },
  'merge/joined-segments': {
    severity: 'error',
    meaning:
      'Segments came back as one, and more than one of their targets changed, so that nobody can tell which words are whose. They stay as they are.',
    message: 'These segments were joined and changed, and cannot be told apart: {0}.',
  },
  'merge/between-changed': {
    severity: 'warning',
    meaning:
      'The text between two segments was changed. It is the same text for both languages in the article, and stays as it is.',
    message: 'The text between two segments was changed; it stays as it is.',
  },
  'merge/lost-code': {
    severity: 'error',
    meaning: 'A target lost an inline code. It is not written, unless with `--force`.',
    message: 'The target of {0} lost the code {1}.',
  },
  'merge/doubled-code': {
    severity: 'error',
    meaning:
      'A target has an inline code more often than the article has it. It is not written, unless with `--force`.',
    message: 'The target of {0} has the code {1} more than once.',
  },
  'merge/unknown-code': {
    severity: 'error',
    meaning:
      'A target has an inline code that the segment does not have. It is not written, unless with `--force`: then without a code whose Markdown is not known.',
    message: 'The segment {0} has no code {1}.',
  },
  'merge/broken-code': {
    severity: 'error',
    meaning: 'A pair of codes ends before it starts. The target is not written, unless with `--force`.',
    message: 'In the target of {0} the code {1} ends before it starts.',
  },
  'merge/unwritable-code': {
    severity: 'error',
    meaning:
      'The codes of a target cannot be written as Markdown that is read as these codes: pairs cross, or two code spans touch. It is not written, unless with `--force`.',
    message: 'The codes of {0} stand where Markdown cannot have them.',
  },
  'merge/unwritable': {
    severity: 'error',
    meaning: 'With the target, the article would not be read as the same pairs. It is not written.',
    message: 'The target of {0} would break the article; it is not written.',
  },
  'merge/emphasis-rewritten': {
    severity: 'info',
    meaning:
      'Bold or italics that CommonMark would not see where they stand now, beside text without spaces, were written as HTML elements.',
    message: 'Emphasis in {0} is written as an HTML element, because its markers would not be seen here.',
  },
  'merge/several-targets': {
    severity: 'info',
    meaning:
      'A memory has several targets for the source of a segment. The one with the nearest context is taken, then the newest.',
    message: 'The memory has {1} targets for the source of {0}; took {2}.',
  },
  'merge/no-entry': {
    severity: 'warning',
    meaning:
      'A memory has no unit in both languages, so that nothing can be taken from it. Languages are compared as they are written, but for case: `en` is not `en-US`.',
    message: 'The memory has nothing in {0} and {1}; name its languages with --src-lang and --trg-lang.',
  },
};
