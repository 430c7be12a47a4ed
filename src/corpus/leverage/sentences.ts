import { diagnosticsOf } from '../../read/result.js';
import type { SentenceRules } from '../../read/source/cut/sentences.js';
import { CorpusError, reasonOf } from '../error.js';
import { findEncoding } from '../files/documents/xml-encoding.js';
import { readUpTo } from '../files/read-file.js';
import type { OtherFile } from '../find/inputs.js';

/** Rules of an SRX file are some hundred kilobytes at most. */
const mostBytes = 64_000_000;

/**
 * Reads the rules for sentences of an SRX file, with what there is to say of it.
 *
 * @throws {CorpusError} `input`: it cannot be read, or has no rules for the language.
 */
export async function readSentences(
  path: string,
  language: string,
): Promise<{ readonly rules: SentenceRules; readonly file: OtherFile }> {
  // Few runs have such a file: the reader of XML that it takes is as much code as the matcher.
  const { readSrx } = await import('../../read/srx/srx.js');
  let text: string;
  try {
    text = textOf(readUpTo(path, mostBytes));
  } catch (error) {
    throw new CorpusError('input', `${path}: cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
  const read = readSrx(text, { language });
  const diagnostics = diagnosticsOf(read);
  if (read._tag === 'Left') {
    const [first] = diagnostics;
    throw new CorpusError('input', `${path}:${first?.line ?? 1}:${first?.column ?? 1} ${first?.message ?? 'no rules'}`);
  }
  return { rules: read.right, file: { path, namedPath: path, diagnostics } };
}

/** Rules come from other tools, in the encoding that they declare. */
function textOf(bytes: Uint8Array): string {
  const found = findEncoding(bytes);
  if ('wrong' in found) throw new Error(found.wrong);
  const { text, isWhole } = found.encoding.decode(bytes.subarray(found.mark));
  if (!isWhole) throw new Error(`not all of it is ${found.encoding.name}`);
  return text;
}
