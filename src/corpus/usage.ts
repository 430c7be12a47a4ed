import { type OptionKinds, wrongOption } from '../model/options.js';
import { CorpusError } from './error.js';

/** @throws {CorpusError} `usage`: there is no such option, or its value is none that it takes. */
export function requireUsage(options: object, kinds: OptionKinds): void {
  const wrong = wrongOption(options, kinds);
  if (wrong !== undefined) throw new CorpusError('usage', wrong);
}
