import { anything, language, type OptionKindsOf, texts } from '../../model/options.js';
import { type InputOptions, inputOptions } from '../find/input-options.js';
import type { FilesBeside } from '../places/guard.js';

/** What the options that runs have in common take. */
export const runOptionKinds: OptionKindsOf<CommonOptions> = {
  alsoReads: texts,
  alsoWrites: texts,
  ...inputOptions,
  srcLang: language,
  trgLang: language,
  stdin: anything,
  signal: anything,
};

interface CommonOptions extends FilesBeside, InputOptions {
  readonly srcLang?: unknown;
  readonly trgLang?: unknown;
  readonly stdin?: unknown;
  readonly signal?: unknown;
}
