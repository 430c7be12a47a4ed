import type { Readable, Writable } from 'node:stream';
import type { LeveragedArticle } from '../../leverage/leveraged.js';
import { anything, list, type OptionKindsOf, object, text } from '../../model/options.js';
import type { Glossary } from '../../model/terms/glossary.js';
import { type ExportOptions, exportOptions } from '../../write/export-options.js';
import type { Exporter } from '../../write/exporter.js';
import { CorpusError } from '../error.js';
import type { FilesBeside } from '../places/guard.js';
import { runOptionKinds } from '../run/common-options.js';
import { requireGlossaryUsage, requireList, requireUsage } from '../usage.js';
import type { LeverageFormat } from './formats.js';
import { type LeverageRunOptions, leverageRunOptions } from './leverage-options.js';

/** What a run fills, of what, and where it goes. */
export interface LeverageCorpusOptions extends LeverageRunOptions, Pick<ExportOptions, 'client'>, FilesBeside {
  /** The language of the articles. Default: `en-US`. */
  readonly srcLang?: string;
  /** The language that they are translated into. */
  readonly trgLang: string;
  /**
   * `xliff`, `xliff1.2`, `md` (the article in the target language; what is not filled stays as it is), or exporters of your
   * own that take articles to be translated. Default: that of the file which `output` names; else `xliff`.
   */
  readonly formats?: readonly (LeverageFormat | Exporter)[];
  /** A folder: a file for each article. A file: all in that. `-`: the same on `stdout`. Default: the current folder. */
  readonly output?: string;
  /** Where the input `-`, the memory `-`, or the list `-` of `filesFrom` is read from. Default: the standard input of the process. */
  readonly stdin?: Readable;
  /** Where the output `-` is written to. Default: the standard output of the process. */
  readonly stdout?: Writable;
  /** XLIFF 2: the terms of this glossary that stand in a unit are in it (glossary module). Default: none. */
  readonly glossary?: Glossary;
  /**
   * Documents of memories (TMX, XLIFF, JSONL) that have more bytes together are not kept in memory, but read twice or more, with
   * the same results. Default: 67,108,864 (64 MB).
   */
  readonly mostKept?: number;
  /** Called with each article, in the order of the run. */
  readonly onArticle?: (article: LeveragedArticle, found: { readonly path: string }) => void;
  /** Stops the run: temporary files are removed, and the promise rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
}

const kinds: OptionKindsOf<LeverageCorpusOptions> = {
  ...runOptionKinds,
  ...leverageRunOptions,
  penalties: object,
  formats: list,
  output: text,
  stdout: anything,
  glossary: object,
  client: exportOptions.client,
  mostKept: { kind: 'count' },
  onArticle: anything,
};

/** @throws {CorpusError} `usage`: a value of an option is none that it takes, or one is missing that has to be there. */
export function requireLeverageUsage(inputs: readonly string[], options: Partial<LeverageCorpusOptions> = {}): void {
  requireUsage(options, kinds);
  requireList('inputs', inputs);
  requireGlossaryUsage(options);
  const { trgLang, memory = [], filesFrom } = options;
  if (trgLang === undefined) {
    throw new CorpusError('usage', 'Name the language of the translations: --trg-lang de-DE (trgLang).');
  }
  const fromInput = [...inputs, ...memory].filter((each) => each === '-').length + (filesFrom === '-' ? 1 : 0);
  if (fromInput > 1) {
    throw new CorpusError(
      'usage',
      'Standard input (-) is one thing: an article, a memory (-m), or the list of inputs; save the others as files.',
    );
  }
  if (memory.length > 0) return;
  throw new CorpusError('usage', 'Name a memory: -m FILE.tmx, or a side-by-side tree (memory).');
}
