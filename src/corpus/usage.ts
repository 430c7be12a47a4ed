import { type OptionKinds, text, texts, truth, wrongOption } from '../model/options.js';
import { CorpusError } from './error.js';
import { inputOptions } from './find/input-options.js';

/** What the options that runs have in common take. */
export const runOptionKinds: OptionKinds = {
  alsoReads: texts,
  alsoWrites: texts,
  output: text,
  ...inputOptions,
  forceLang: truth,
};

/** @throws {CorpusError} `usage`: a value of an option is none that it takes. */
export function requireUsage(options: object, kinds: OptionKinds): void {
  const wrong = wrongOption(options, kinds);
  if (wrong !== undefined) throw new CorpusError('usage', wrong);
}
