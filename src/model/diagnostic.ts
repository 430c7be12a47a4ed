import type { DiagnosticKind, Severity } from './diagnostic-kind.js';
import { type MergeDiagnosticCode, mergeKinds } from './merge-kinds.js';
import type { LineIndex, Point, Range } from './position.js';

export type { DiagnosticKind, Severity } from './diagnostic-kind.js';

/**
 * Something odd, with its place. Plain data: what reading, merging, checking and validating report.
 *
 * `Code`: which codes there can be. `line` and `column` are those of `offset`, where it starts.
 */
export interface Diagnostic<Code extends string = DiagnosticCode> extends Point {
  /** Stable name of the kind. */
  readonly code: Code;
  readonly severity: Severity;
  /** Made from the code and its arguments; one sentence or two, in English. */
  readonly message: string;
  /** Where it ends, exclusive, in the units of `offset`. */
  readonly end: number;
  /** The id of the segment that it is about, if it is about one. */
  readonly segment?: string;
  /** The side of the segment that the place is in, if it is in one. */
  readonly side?: 'source' | 'target';
}

/** The stable names of all kinds of diagnostics. */
export type DiagnosticCode =
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
  | MergeDiagnosticCode
  | 'split/title-untranslated'
  | 'language/missing'
  | 'language/source'
  | 'language/inferred'
  | 'language/conflict'
  | 'language/mixed'
  | 'input/unreadable'
  | 'input/too-large'
  | 'input/binary'
  | 'input/utf-16'
  | 'input/invalid-utf-8'
  | 'input/same-name'
  | 'input/no-pairs'
  | 'input/more-findings'
  | 'output/edited'
  | 'output/long-path'
  | 'output/blocked'
  | 'output/not-kept';

/** Every kind of diagnostic that reading and exporting can give, by its code. `docs/diagnostics.md` is tested against it. */
export const diagnosticKinds: Readonly<Record<DiagnosticCode, DiagnosticKind>> = {
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
  ...mergeKinds,
  'split/title-untranslated': {
    severity: 'info',
    meaning:
      'The source side of an article keeps its title in the target language: the title is not that of the first pair, and the hash does not prove the original, so that its source is not known.',
    message: 'The source of the title is not known; it stays in the target language: {0}',
  },
  'language/missing': {
    severity: 'error',
    meaning:
      'The article has pairs and names no language, nor does the command, nor does its path, nor do all other articles of its tree agree on one; or its text is in another script than that language. Its pairs are skipped.',
    message: 'The article names no target language{0}; give one with --trg-lang.',
  },
  'language/source': {
    severity: 'error',
    meaning: 'The article has pairs, and names the source language as its own. Its pairs are skipped.',
    message:
      'The article is in {0}, which is the source language; skipped. Give the source language with --src-lang, or the target language with --trg-lang and --force-lang.',
  },
  'language/inferred': {
    severity: 'info',
    meaning:
      'The article names no language (an include, most times); that of its path is taken, or else that of the other articles of its tree, where all agree.',
    message: 'The article names no target language; took {0} from {1}.',
  },
  'language/conflict': {
    severity: 'error',
    meaning:
      'The article names another language than `--trg-lang`. Its pairs are skipped unless `--force-lang` is given.',
    message: 'The article is in {0}, but --trg-lang asks for {1}; skipped. Use --force-lang to override.',
  },
  'language/mixed': {
    severity: 'error',
    meaning:
      'One XLIFF document has one target language, and this article is in another one than those before it. Its pairs are skipped.',
    message:
      'The article is in {0}, but this XLIFF file is in {1}; skipped. Export to a folder, or one language at a time.',
  },
  'input/unreadable': {
    severity: 'error',
    meaning: 'The file or folder cannot be opened or read.',
    message: 'Cannot be read: {0}.',
  },
  'input/too-large': {
    severity: 'error',
    meaning:
      'The article is larger than a limit: 512,000,000 bytes; 256,000,000 of standard input, a pipe or a device; 32,000,000 characters for all but `export`, and for that with `--stats` or `--skip`.',
    message: 'Not read: {0}; cut it into several articles.',
  },
  'input/same-name': {
    severity: 'error',
    meaning:
      'The name of the file is not UTF-8, and cannot be told apart from that of another one in outputs. It is left out.',
    message: 'The name ({0}) is not UTF-8 and reads like that of another article; it is left out. Rename the file.',
  },
  'input/binary': {
    severity: 'error',
    meaning: 'The file is not text: it holds NUL bytes.',
    message: 'The file is not text (it holds NUL bytes); not read.',
  },
  'input/utf-16': {
    severity: 'error',
    meaning: 'The file is encoded in UTF-16. Side-by-side articles are UTF-8.',
    message: 'The file is encoded in UTF-16; convert it to UTF-8 first (iconv -f UTF-16 -t UTF-8).',
  },
  'input/invalid-utf-8': {
    severity: 'error',
    meaning: 'Bytes that are not UTF-8. Pairs that hold such bytes are skipped, all others are exported.',
    message: 'These bytes are not UTF-8; the pair that holds them is skipped.',
  },
  'input/no-pairs': {
    severity: 'error',
    meaning:
      'Articles were read, and none holds a pair: most likely they are of the branch `live`, which has one language only, and not of `live-sxs`. Nothing is written. Damaged pairs are reported as such; for an empty list of inputs this is an *info*.',
    message: '{0} no pair of target and source: {1}.',
  },
  'input/more-findings': {
    severity: 'info',
    meaning:
      'An article has more than 10,000 findings of one kind. Those from here on are not listed, and not in the notes of units.',
    message: 'There are more than {1} findings of the kind {0} in this article; from here on they are not listed.',
  },
  'output/long-path': {
    severity: 'error',
    meaning:
      'The path of the output of an article is longer than the system lets it be (on Linux a name of 255 bytes, a path of 4,095). The article is left out.',
    message: 'It would be written to {0}, which is too long for a path; rename it, or name another folder with -o.',
  },
  'output/blocked': {
    severity: 'error',
    meaning:
      'Something is in the way of an output below a folder: at its place a symbolic link, a pipe, a device or a folder, or on the way a file, or a symbolic link that leads out of the folder. Whoever made the folder may have put it there; it stays, and that output is not written.',
    message: 'It is not written to {0}, because {1}; remove that, or name another output with -o.',
  },
  'output/not-kept': {
    severity: 'warning',
    meaning:
      'An article was written in place, and the system did not let it keep its owner, its group, its mode, or its other names.',
    message: 'It was written, but could not keep {0}; set that again, or write another file with -o next time.',
  },
  'output/edited': {
    severity: 'error',
    meaning:
      'An XLIFF file stands where the article would be exported to, and its targets, states or notes are not those that were written into it; or it is something else than an export. It is kept. `--overwrite` replaces it.',
    message: '{0} was edited since it was exported, or is no export; it is kept. Merge it first, or use --overwrite.',
  },
};

/** A diagnostic before its line and column are known. */
export interface Finding extends Range {
  readonly code: DiagnosticCode;
  readonly args: readonly string[];
}

/** A finding: its code, the range it is about, and the arguments of its message. */
export function finding(code: DiagnosticCode, { start, end }: Range, ...args: readonly string[]): Finding {
  return { code, args, start, end };
}

/** Completes findings with severity, message, line and column. The order is kept. */
export function toDiagnostic({ code, args, start, end }: Finding, lines: LineIndex): Diagnostic {
  const kind: DiagnosticKind = diagnosticKinds[code];
  const { offset, line, column } = lines.pointAt(start);
  return {
    code,
    severity: kind.severity,
    message: kind.message.replace(/\{(\d)\}/g, (_, index) => args[Number(index)] ?? ''),
    offset,
    end: Math.max(end, offset),
    line,
    column,
  };
}

/** A diagnostic about a file as a whole: its place is the start. */
export function diagnosticForFile(code: DiagnosticCode, ...args: readonly string[]): Diagnostic {
  return toDiagnostic(finding(code, { start: 0, end: 0 }, ...args), startOnly);
}

const startOnly: LineIndex = { pointAt: () => ({ offset: 0, line: 1, column: 1 }) };
