import { type OptionKinds, wrongOption } from '../model/options.js';
import { requireGlossary } from '../model/terms/require-glossary.js';
import { CorpusError, reasonOf } from './error.js';

/** @throws {CorpusError} `usage`: there is no such option, or its value is none that it takes. */
export function requireUsage(options: object, kinds: OptionKinds): void {
  const wrong = wrongOption(options, kinds);
  if (wrong !== undefined) throw new CorpusError('usage', wrong);
}

/** @throws {CorpusError} `usage`: what is given as a glossary is none. */
export function requireGlossaryUsage({ glossary }: { readonly glossary?: unknown }): void {
  if (glossary === undefined) return;
  try {
    requireGlossary(glossary, 'glossary');
  } catch (error) {
    throw new CorpusError('usage', reasonOf(error));
  }
}
