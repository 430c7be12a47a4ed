import type { OptionValues } from '../../model/options.js';

/** What all commands that read trees take to say what is read. */
export const inputOptions = {
  /** The folder that paths in outputs start from; all inputs are below it. Default: each input, by its name where there are several. */
  base: { kind: 'text', argument: 'dir', about: 'paths in outputs start here (default: at each input)' },
  /**
   * Globs of files and folders that are left out. One without `/` is held against names, at any depth; any other against
   * the path below the folder that was named, or below which a glob looks. With `/` at its end it matches folders only.
   * What is named itself is read in any case. Default: none.
   */
  exclude: {
    kind: 'texts',
    isWhole: true,
    argument: 'glob',
    about: 'leave out files and folders that match; may be given often',
  },
  /**
   * Whether what a `.gitignore` of the tree names is left out, unless Git tracks it. What is named itself is read in any
   * case. Default: `true`.
   */
  ignore: { kind: 'truth', default: true, about: 'read what a .gitignore leaves out, too' },
  /**
   * A revision of the Git repositories that the inputs are in, or are: articles are read as they are there, without a
   * checkout. Default: what is on the disk.
   */
  rev: { kind: 'text', argument: 'rev', about: 'read the articles of this revision of the Git repository' },
  /** A file with a path of an input in each line, relative to the working folder; `-`: standard input. Default: none. */
  filesFrom: {
    kind: 'text',
    argument: 'list',
    about: 'read the inputs that this file lists, one a line; - for standard input',
  },
  /** Whether paths in `filesFrom` end with a NUL character instead of a line end. Default: `false`. */
  null: { kind: 'truth', short: '0', about: 'with --files-from: paths end with NUL, as find -print0 writes them' },
} as const;

/** What is read of a tree. */
export type InputOptions = OptionValues<typeof inputOptions>;

/** What commands take besides, for which the past of articles is of use. */
export const historyOptions = {
  /**
   * Whether every version of the articles is read that is reachable from `rev` (default: `HEAD`) in the Git repositories that
   * the inputs are in, or are. Default: `false`.
   */
  history: { kind: 'truth', about: 'read every version of the articles in the history of the Git repository' },
} as const;

/** Whether a history is read of a tree, or one version. */
export type HistoryOptions = OptionValues<typeof historyOptions>;

/** How many files and folders were left out; a folder counts once, whatever is in it. */
export interface LeftOut {
  /** Those that match a glob of `exclude`. */
  readonly excluded: number;
  /** Those that a `.gitignore` names. */
  readonly ignored: number;
}

/** What was left out, in words; `undefined`: nothing was. */
export function describeLeftOut({ excluded, ignored }: LeftOut): string | undefined {
  const parts = [
    ...(excluded > 0 ? [`${counted(excluded)} by --exclude`] : []),
    ...(ignored > 0 ? [`${counted(ignored)} by .gitignore`] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}

function counted(number: number): string {
  return String(number).replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
}
