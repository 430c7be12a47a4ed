import type { ReadDiagnosticCode } from './read-kinds.js';

/** What the documentation says of each kind of diagnostic that reading a text can give. */
export const readMeanings: Readonly<Record<ReadDiagnosticCode, string>> = {
  'pair/unmatched-target': 'A translated span is not followed by a source span. It gives no pair.',
  'pair/unmatched-source': 'A source span does not follow a translated span. It gives no pair.',
  'pair/unclosed':
    'A pair starts, but its closing tags are missing before the next pair or the end of the article. It gives no pair.',
  'pair/nested': 'A translated span starts inside another one. The inner pair is read; the outer one gives no pair.',
  'pair/id-mismatch':
    'Target and source of a pair carry different ids, so that they may not belong together. It is skipped.',
  'pair/duplicate-id':
    'The id was there before in the article, or becomes the same in XML. The pair is exported; its id gets a number after a dot.',
  'pair/invalid-id':
    'The id is not of the form `1a2b3-4` or `1a2b3-p4`. The pair is exported; characters that ids must not have are replaced.',
  'pair/empty-source': 'The source side is empty or white space. The pair is skipped.',
  'pair/empty-target': 'The target side is empty or white space. The pair is skipped.',
  'pair/broken-tag':
    'The tag of a target or source span is not closed, or not of a form that can be read. It gives no pair.',
  'pair/stray-marker': 'The text `data-ttu-id` or `data-stu-id` stands outside of any span tag. It gives no pair.',
  'codes/unmatched': 'Inline codes of one side (bold, links, code spans…) have no partner on the other side.',
  'codes/unmatched-math':
    'Formulas (`$…$`) of one side have no partner on the other side; all other codes have. Machines often mangle formulas.',
  'codes/recovered': 'Damaged markup was read as the code that the other side of the pair shows it was meant to be.',
  'codes/too-many':
    'A side of a pair has more than 100,000 inline codes, emphasis markers and brackets. Its markup is exported as text.',
  'yaml/unclosed': 'The front matter starts with `---` and never ends. The article is read as if it had none.',
  'yaml/syntax': 'The front matter is not YAML at this place. What could be read of it is kept.',
  'yaml/too-deep':
    'Collections of the front matter stand more than 100 levels deep in each other, which is taken for an attack. Other keys are read, and this one as the text in its line.',
  'yaml/too-large':
    'The front matter has more than 100,000 keys, YAML beyond plain `key: value` lines of more than 1,000,000 characters, or values that aliases and nested keys make more than ten times as long as it is. What is beyond is left out, or read line by line.',
  'yaml/duplicate-key': 'A key stands twice in the front matter. Both entries are kept; the first one counts.',
  'yaml/unresolved-alias': 'A value is a YAML alias (`*name`) whose anchor does not exist. It is read as text.',
  'metadata/invalid-value':
    'One of the six localization keys (`ms.…`) has a value of another form than it should have. It is ignored.',
  'xml/illegal-character':
    'A character that XML 1.0 (section 2.2) does not allow: a C0 control, a lone surrogate, U+FFFE or U+FFFF. It is left out of the output.',
  'input/more-findings':
    'An article has more than 10,000 findings of one kind. Those from here on are not listed, and not in the notes of units.',
};
