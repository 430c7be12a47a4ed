import { type OptionKinds, texts, wrongOption } from '../model/options.js';
import { requireGlossary } from '../model/terms/require-glossary.js';
import { CorpusError, reasonOf } from './error.js';

/** @throws {CorpusError} `usage`: there is no such option, or its value is none that it takes. */
export function requireUsage(options: object, kinds: OptionKinds): void {
  const wrong = wrongOption(options, kinds);
  if (wrong !== undefined) throw new CorpusError('usage', wrong);
}

/**
 * A text is a list of its characters, and `/` may be one of them.
 *
 * @throws {CorpusError} `usage`: one name is given where a list of them is taken.
 */
export function requireList(name: string, names: unknown): void {
  if (typeof names === 'string') requireUsage({ [name]: names }, { [name]: texts });
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
