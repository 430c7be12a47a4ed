import type { Readable, Writable } from 'node:stream';
import { anything, nameOf, type OptionKindsOf, type OptionValues, text } from '../../model/options.js';
import { type TermOptions, termLimits, termOptions } from '../../terms/options.js';
import { type GlossaryFormatName, glossaryFormats } from '../../write/glossary/formats.js';
import { tbxFormOf } from '../../write/glossary/tbx-form.js';
import { CorpusError, reasonOf } from '../error.js';
import { exportRunOptions } from '../export/export-options.js';
import { inputOptions } from '../find/input-options.js';
import type { FilesBeside } from '../places/guard.js';
import { runOptionKinds } from '../run/common-options.js';
import { requireUsage } from '../usage.js';

const { forceLang, jobs } = exportRunOptions;

const ownOptions = {
  /** The edition of TBX: ISO 30042 of 2019, or of 2008, which OmegaT and Translate Toolkit read. Default: `2019`. */
  tbx: {
    kind: 'name',
    of: ['2019', '2008'],
    argument: 'edition',
    about: 'the edition of TBX; OmegaT and Translate Toolkit read 2008',
    default: '2019',
  },
  /** How TBX of 2019 names data categories: by attributes (`dca`) or by elements (`dct`). Default: `dca`. */
  style: {
    kind: 'name',
    of: ['dca', 'dct'],
    argument: 'style',
    about: 'how TBX of 2019 names data categories: by attributes (dca) or elements (dct)',
    default: 'dca',
  },
} as const;

/** What can be chosen of the terms of many articles, and how they are written. */
export const termsRunOptions: typeof termOptions &
  typeof ownOptions &
  typeof inputOptions &
  Pick<typeof exportRunOptions, 'forceLang' | 'jobs'> = {
  ...termOptions,
  ...ownOptions,
  ...inputOptions,
  forceLang,
  jobs,
};

/** Which articles terms are looked for in, and how they are written. */
export interface TermsCorpusOptions extends TermOptions, OptionValues<typeof termsRunOptions>, FilesBeside {
  /** Default: `en-US`. */
  readonly srcLang?: string;
  /** The target language of articles that name none; those of another are left out. Default: all languages. */
  readonly trgLang?: string;
  /** The format of the glossary. Default: that of the extension of `output`, else `tbx`. */
  readonly format?: GlossaryFormatName;
  /** The file to write; `-`: `stdout`. Default: none is written. */
  readonly output?: string;
  /** Where the input `-`, or the list `-` of `filesFrom`, is read from. Default: the standard input of the process. */
  readonly stdin?: Readable;
  /** Where the output `-` is written to. Default: the standard output of the process. */
  readonly stdout?: Writable;
  /** Stops the run: no file is written, and the promise rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
}

const kinds: OptionKindsOf<TermsCorpusOptions> = {
  ...runOptionKinds,
  ...termsRunOptions,
  format: nameOf(Object.keys(glossaryFormats)),
  output: text,
  stdout: anything,
};

/** @throws {CorpusError} `usage`: a value of an option is none that it takes, or two of them contradict each other. */
export function requireTermsUsage(options: TermsCorpusOptions): void {
  requireUsage(options, kinds);
  try {
    termLimits(options);
    tbxFormOf(options);
  } catch (error) {
    throw new CorpusError('usage', reasonOf(error));
  }
}
