import type { DiagnosticKind } from './diagnostic-kind.js';

/** The stable names of what may be wrong with a document that is merged into an article. Their places are in the document. */
export type MergeDiagnosticCode =
  | 'merge/unreadable'
  | 'merge/too-large'
  | 'merge/unknown-carrier'
  | 'merge/other-article'
  | 'merge/no-article'
  | 'merge/several-articles'
  | 'merge/unused-file'
  | 'merge/conflict'
  | 'merge/unknown-segment'
  | 'merge/source-differs'
  | 'merge/stripped'
  | 'merge/other-language'
  | 'merge/reordered'
  | 'merge/duplicate-segment'
  | 'merge/missing-target'
  | 'merge/untranslated'
  | 'merge/side-by-side'
  | 'merge/one-language'
  | 'merge/in-place'
  | 'merge/empty-target'
  | 'merge/line-break'
  | 'merge/joined-segments'
  | 'merge/between-changed'
  | 'merge/deleted-code'
  | 'merge/copied-code'
  | 'merge/typed-code'
  | 'merge/lost-code'
  | 'merge/doubled-code'
  | 'merge/unknown-code'
  | 'merge/broken-code'
  | 'merge/unwritable-code'
  | 'merge/unwritable'
  | 'merge/emphasis-rewritten'
  | 'merge/several-targets'
  | 'merge/no-entry'
  | 'merge/no-match';

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
      'The document, or a part of it that is read as a whole, is larger than a limit, which the message names. Nothing is written.',
    message: 'The document has {0}, which is over the limit; split it, or merge one article at a time.',
  },
  'merge/unknown-carrier': {
    severity: 'error',
    meaning: 'The article names a carrier that is none of this package, and none was given. Nothing is written.',
    message: 'The article is in "{0}", which is no carrier of this package; give that carrier as the option carrier.',
  },
  'merge/other-article': {
    severity: 'error',
    meaning: 'Nothing of the document is in the article, or more than one of its files might be. Nothing is written.',
    message: 'The document is not of this article: {0}. Export the article again, or merge into the right one.',
  },
  'merge/no-article': {
    severity: 'error',
    meaning: 'Of several articles none is one that the document was exported from: no path, and no id, is the same.',
    message:
      'The document is of none of these articles: {0}. Name the article or the folder that it was exported from, or another document.',
  },
  'merge/several-articles': {
    severity: 'error',
    meaning:
      'A file of the document may be that of several articles, or several files may be that of one. Its targets are left alone.',
    message: 'The file {0} may be that of {1}; name only the right one, or the folder that it was exported from.',
  },
  'merge/unused-file': {
    severity: 'warning',
    meaning: 'A file of the document is of none of the articles, but others are. Its targets are left alone.',
    message: 'The file {0} is of none of these articles; name its folder, too, if its targets are wanted.',
  },
  'merge/conflict': {
    severity: 'error',
    meaning:
      'Several documents have different targets for a segment of an article. Nothing of them is written into the article; the place is that of the target in it.',
    message: '{0} and {1} have different targets for {2}, so that nothing is written; leave only the right one.',
  },
  'merge/unknown-segment': {
    severity: 'error',
    meaning:
      'The document has a unit or a segment that the article does not have. It is left alone; the others are merged.',
    message: 'The article has no segment {0}; its target is not written.',
  },
  'merge/source-differs': {
    severity: 'error',
    meaning:
      'The source text of a segment is not that of the article: one of them was changed since the export. Its target is not written; the others are. Where no source is that of the article, nothing is written.',
    message: 'The source of {0} is not that of the article, so its target is not written; export the article again.',
  },
  'merge/stripped': {
    severity: 'error',
    meaning:
      'The document was exported with `--inline strip`: nobody can tell where its markup was. Nothing is written.',
    message:
      'The document was exported without markup (--inline strip), which cannot be merged: {0}. If it was not, and markup was added to the article since, say --inline codes.',
  },
  'merge/other-language': {
    severity: 'error',
    meaning:
      'The document says that its targets are in another language than those of the article, whatever the region or the script. Nothing is written, unless with `--force`.',
    message:
      'The targets of the document are in {0}, and those of the article in {1}; nothing is written. If the document is wrong, correct its language, or give --force.',
  },
  'merge/reordered': {
    severity: 'error',
    meaning:
      'The targets of a unit have another order than its sources (`order`). In the article each target stands beside its source: targets are written there, and their order stays. Within what is one segment of the article, targets are written in their order.',
    message:
      'The targets of {0} have another order than its sources, which an article cannot have; each stays beside its source.',
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
  'merge/untranslated': {
    severity: 'error',
    meaning:
      'A segment of an article in one language has no target that can be written, and all of them were asked for (`--require-all`). Nothing is written.',
    message: 'There is no target for {0}; translate it, or merge without --require-all, which leaves it as it is.',
  },
  'merge/side-by-side': {
    severity: 'error',
    meaning:
      'The article is in one language, and the document was exported from a side-by-side article. Nothing is written.',
    message:
      'The document is of a side-by-side article: {0} is the id of a pair. Give that article, or the document that was made of this one.',
  },
  'merge/one-language': {
    severity: 'error',
    meaning:
      'The article is side-by-side, and the document was made of an article in one language. Nothing is written.',
    message:
      'The document was made of an article in one language: {0} is the id of no pair. Give that article, or the document that was exported from this one.',
  },
  'merge/in-place': {
    severity: 'error',
    meaning:
      'An article in one language was to be written in place: its text in that language would be lost. Nothing is written.',
    message: 'The article is in one language, which would be lost in place; give a folder with -o.',
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
  'merge/deleted-code': {
    severity: 'warning',
    meaning: 'A target has an inline code no more, which the export allows. It is written.',
    message: 'The target of {0} has the code {1} no more.',
  },
  'merge/copied-code': {
    severity: 'warning',
    meaning: 'A target has an inline code more often than the article has it, which the export allows. It is written.',
    message: 'The target of {0} has the code {1} more often than the article.',
  },
  'merge/typed-code': {
    severity: 'info',
    meaning:
      'The codes that a target has no more were typed as Markdown (`**so**`), and are taken for these codes. Where no code is missing, what was typed is text, and is escaped.',
    message: 'Markdown that was typed in the target of {0} is taken for the codes that are missing there.',
  },
  'merge/lost-code': {
    severity: 'error',
    meaning:
      'A target lost an inline code that must not be deleted (`canDelete="no"`: links, images, cross references, includes, footnotes), or one half of a pair. It is not written, unless with `--force`.',
    message: 'The target of {0} lost the code {1}.',
  },
  'merge/doubled-code': {
    severity: 'error',
    meaning:
      'A target has an inline code that must not be copied (`canCopy="no"`), or one half of a pair, more often than the article has it. It is not written, unless with `--force`.',
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
  'merge/no-match': {
    severity: 'warning',
    meaning: 'A memory has units in both languages, but none with a source of the article. The article stays as it is.',
    message: 'The memory has no source of this article; nothing was taken from it.',
  },
};
