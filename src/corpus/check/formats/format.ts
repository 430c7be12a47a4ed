import type { Stats } from '../../../stats/stats.js';
import type { Packer } from '../../../write/exporter.js';
import type { LeftOut } from '../../find/input-options.js';
import type { CheckedFile } from '../checked-file.js';

/** What a run of `check` found altogether. */
export interface CheckSummary extends LeftOut {
  readonly files: number;
  /** Findings by code, in the order of the codes. */
  readonly codes: Readonly<Record<string, number>>;
  /** What a translator would be paid for. */
  readonly stats: Stats;
}

/** How findings are written. Plain data, which goes to worker threads. */
export interface FormatterOptions {
  /** Colours are wanted, where there are any. */
  readonly colours: boolean;
  /** It goes to a file: then paths are those of all outputs, and not those by which files can be opened here. */
  readonly toFile: boolean;
  /** Errors only, and no summary. */
  readonly quiet: boolean;
  /** That there are no pairs is worth no more than a note. */
  readonly lenient: boolean;
  /** Codes were asked for: what has them is shown, even if it is of severity `info`. */
  readonly codes?: readonly string[];
}

/** How the text of a form begins, lists files, and ends. Files are listed in any order, and in several threads. */
export interface Formatter {
  begin(): string;
  /** Words and characters are in the end or in the summary: else nobody need count them. */
  readonly hasStats: boolean;
  /** Between the texts of two files, where neither is empty. */
  readonly between: string;
  /** In pieces: what is found in one file may be more than a text can hold. Nothing where nothing is found. */
  file(checked: CheckedFile): Iterable<string>;
  end(summary: CheckSummary): string;
  /** What is said to people at the end, beside the findings. Not there in forms for programs, which have it in the end. */
  summary?(summary: CheckSummary): string;
  /** What the text is put into, where it is not itself what is written. */
  container?(): Packer;
}

/** A form of the findings: all that is known of it is in this object. */
export interface CheckFormat {
  /** As `--format` names it. */
  readonly name: string;
  /** What it is, for help and documentation. */
  readonly title: string;
  /** It is nothing that a terminal can show. Default: `false`. */
  readonly isBinary?: true;
  /** Loads what writes it: nothing else does. */
  load(): Promise<{ createFormatter(options: FormatterOptions): Formatter }>;
}
