import type { DiagnosticKind } from './diagnostic-kind.js';

/** The stable names of what may be wrong with files, languages and outputs around articles. */
export type RunDiagnosticCode =
  | 'split/title-untranslated'
  | 'language/missing'
  | 'language/source'
  | 'language/inferred'
  | 'language/conflict'
  | 'language/mixed'
  | 'input/unreadable'
  | 'input/too-large'
  | 'input/same-name'
  | 'input/ignore-rules'
  | 'input/shallow'
  | 'input/repeated'
  | 'input/documents'
  | 'input/binary'
  | 'input/utf-16'
  | 'input/invalid-utf-8'
  | 'input/no-pairs'
  | 'output/long-path'
  | 'output/reserved-name'
  | 'output/same-name'
  | 'output/blocked'
  | 'output/not-kept'
  | 'input/no-real-articles'
  | 'output/edited'
  | 'memory/no-language'
  | 'memory/near-language'
  | 'source/not-markdown'
  | 'source/other-blocks';

/** Every kind of diagnostic that a run over files can give besides those of reading and merging, by its code. */
export const runKinds: Readonly<Record<RunDiagnosticCode, DiagnosticKind>> = {
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
      'The article is larger than a limit: 512,000,000 bytes; 256,000,000 of standard input, a pipe or a device; 32,000,000 characters for all but `export`, and for that with `--stats`, `--skip` or `--with`.',
    message: 'Not read: {0}; cut it into several articles.',
  },
  'input/same-name': {
    severity: 'error',
    meaning:
      'The name of the file is not UTF-8, and cannot be told apart from that of another one in outputs. It is left out.',
    message: 'The name ({0}) is not UTF-8 and reads like that of another article; it is left out. Rename the file.',
  },
  'input/ignore-rules': {
    severity: 'warning',
    meaning:
      'A `.gitignore` is not obeyed as Git would: it cannot be read, patterns of it are not applied, or Git does not say what it tracks. `--no-ignore` reads all.',
    message: 'It is not obeyed as Git would: {0}. Use --no-ignore and --exclude to say yourself what is left out.',
  },
  'input/shallow': {
    severity: 'warning',
    meaning:
      'The clone is shallow: what its commits were made from is not in it, so that its history ends before its beginning. Versions from before are not read, and those of the last commit that is there seem to be of its day.',
    message: 'The clone is shallow, and its history ends at commit {0}. Use git fetch --unshallow to get the rest.',
  },
  'input/repeated': {
    severity: 'info',
    meaning:
      'Inputs name the same articles more than once: an input again, a folder and one in it, or a link to it. Each article is read once.',
    message: 'Inputs name the same more than once: {0}. Each article is read once.',
  },
  'input/documents': {
    severity: 'warning',
    meaning:
      'A folder that a memory is made of holds TMX or XLIFF documents beside articles. They are not read: what a run before wrote may be among them. A glob names those that are wanted; `--exclude` says that none are.',
    message:
      'It holds {0}, and documents in a folder are not read: name them ({1}), or leave them out (--exclude "{2}").',
  },
  'input/binary': {
    severity: 'error',
    meaning: 'The file is not text: it holds NUL bytes, or is compressed (gzip, ZIP).',
    message: 'The file is not text ({0}); not read.',
  },
  'input/utf-16': {
    severity: 'error',
    meaning: 'The file is encoded in UTF-16. Side-by-side articles are UTF-8.',
    message: 'The file is encoded in UTF-16; convert it to UTF-8 first (iconv -f UTF-16 -t UTF-8).',
  },
  'input/invalid-utf-8': {
    severity: 'error',
    meaning:
      'Bytes that are not UTF-8. Pairs that hold such bytes are skipped, all others are exported; `merge` and `leverage` leave the article out.',
    message: 'These bytes are not UTF-8; the pair that holds them is skipped.',
  },
  'input/no-pairs': {
    severity: 'error',
    meaning:
      'Articles were read, and none holds a pair: most likely they are of the branch `live`, which has one language only, and not of `live-sxs`. Nothing is written. Damaged pairs are reported as such; for an empty list of inputs this is an *info*.',
    message: '{0} no pair of target and source: {1}.',
  },
  'input/no-real-articles': {
    severity: 'error',
    meaning:
      'The folder of `split --against` holds none of the articles that were split: it is compared with files at the same relative paths.',
    message:
      'No article that was split is in {0}; name the folder that has them at the same relative paths, or in a folder for each language.',
  },
  'output/long-path': {
    severity: 'error',
    meaning:
      'The path of the output of an article is longer than the system lets it be (on Linux a name of 255 bytes, a path of 4,095; on Windows 255 and 32,766 UTF-16 code units). The article is left out.',
    message: 'It would be written to {0}, which is too long for a path; rename it, or name another folder with -o.',
  },
  'output/reserved-name': {
    severity: 'error',
    meaning:
      'On Windows, the output of an article would have a name that is no name of a file there: that of a device (`aux`, `con`, `nul`, `com1`, with any extension), one with any of `< > : " | ? *`, or one that ends with a dot or a space. The article is left out; in the output of a language or of all it is there.',
    message:
      'It would be written to {0}, and Windows has no file of the name {1}; write all into one file, or rename the article.',
  },
  'output/same-name': {
    severity: 'error',
    meaning:
      'The outputs of two articles have names that differ in case only, or in how a letter is composed, and the file system takes them for one, as those of Windows and macOS do. The first is written, and this one is left out; in the output of a language or of all it is there.',
    message:
      'It is not written to {0}: that is the same file here as {1}, which another article has; write all into one file, or this article to another folder with -o.',
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
  'memory/no-language': {
    severity: 'warning',
    meaning: 'A memory has no translation from the language of the articles into that which is asked for.',
    message: 'The memory has nothing from {0}; it has {1}.',
  },
  'memory/near-language': {
    severity: 'info',
    meaning:
      'A memory has translations whose languages are tagged otherwise than those of the articles: without a region (`en`), or with one. They are taken all the same.',
    message: 'The memory has {0}; they are taken for {1}.',
  },
  'source/not-markdown': {
    severity: 'error',
    meaning: 'An article that is to be translated is no Markdown, by its name. It is not read.',
    message: 'Only Markdown can be translated from scratch; give an article that ends in .md.',
  },
  'source/other-blocks': {
    severity: 'warning',
    meaning:
      'The translation that a memory has for a segment would make other blocks of the article, with escapes, too: start a comment, for example. The segment is not filled; the translation is among its candidates.',
    message: 'The translation of the segment {0} would make other blocks of the article; it is not filled.',
  },
};
