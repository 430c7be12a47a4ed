import { CorpusError, reasonOf } from '../../error.js';

/** What a document that cannot be read ends in. Where it is `-`, somebody meant standard input, which is an article. */
export function unreadableDocument(path: string | Buffer, error: unknown): CorpusError {
  const advice =
    path === '-' ? ' Standard input (-) is an article; name a document by its path, or save what is piped.' : '';
  return new CorpusError('input', `${path}: cannot be read: ${reasonOf(error)}.${advice}`, { cause: error });
}
