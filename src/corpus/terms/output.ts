import type { Writable } from 'node:stream';
import type { Glossary } from '../../model/terms/glossary.js';
import { glossaryLanguages } from '../../model/terms/languages.js';
import type { GlossaryOptions } from '../../write/glossary/format.js';
import { type GlossaryFormatName, glossaryFormats } from '../../write/glossary/formats.js';
import { glossaryToBytes } from '../../write/glossary/write-glossary.js';
import { CorpusError } from '../error.js';
import { createDerivedPlaces } from '../places/derived-places.js';
import { createFileSink } from '../sinks/file-sink.js';
import { createStreamSink } from '../sinks/stream-sink.js';

/** Where a glossary goes, and as what. */
export interface GlossaryPlace {
  /** `-`: standard output. */
  readonly path: string;
  readonly format: GlossaryFormatName;
}

/** The extensions of the formats of glossaries. */
const glossaryExtensions: readonly string[] = Object.values(glossaryFormats).flatMap(
  ({ extension, otherExtensions = [] }) => [extension, ...otherExtensions],
);

/**
 * Where a glossary goes, by the path and the format that were asked for. `undefined` path: `terms` with the extension of
 * the format, in the current folder, unless something that is no file is there.
 *
 * @throws {CorpusError} `usage`: nothing says the format, or the path says another one; `output`: the place is taken.
 */
export function glossaryPlaceOf(path: string | undefined, asked: GlossaryFormatName | undefined): GlossaryPlace {
  if (path === undefined) {
    const format = asked ?? 'tbx';
    const derived = `terms${glossaryFormats[format].extension}`;
    const obstacle = createDerivedPlaces('.')(derived);
    if (obstacle !== undefined) throw new CorpusError('output', obstacle.message);
    return { path: derived, format };
  }
  const named = formatNamedBy(path);
  if (path === '-' || named === undefined) {
    if (path === '-' || asked !== undefined) return { path, format: asked ?? 'tbx' };
    throw new CorpusError(
      'usage',
      `${path} ends in none of ${glossaryExtensions.join(', ')}; name a file that does, or give a format (-f).`,
    );
  }
  if (asked === undefined || asked === named) return { path, format: named };
  throw new CorpusError(
    'usage',
    `${path} is the name of a file of ${named}, and -f asks for ${asked}; leave one of them out.`,
  );
}

function formatNamedBy(path: string): GlossaryFormatName | undefined {
  const lower = path.toLowerCase();
  return Object.values(glossaryFormats).find(({ extension, otherExtensions = [] }) =>
    [extension, ...otherExtensions].some((each) => lower.endsWith(each)),
  )?.name;
}

/** More languages are not named in a message. */
const mostShown = 8;

/**
 * Writes a glossary, as a whole.
 *
 * @throws {CorpusError} `usage`: the format has no place for several languages; `output`: it cannot be written.
 */
export async function writeGlossary(
  glossary: Glossary,
  { path, format }: GlossaryPlace,
  {
    stdout,
    signal,
    ...options
  }: GlossaryOptions & { readonly stdout: Writable; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const { title, multilingual } = glossaryFormats[format];
  const languages = multilingual || options.lang !== undefined ? [] : glossaryLanguages(glossary);
  if (languages.length > 1) {
    const shown = languages.length > mostShown ? [...languages.slice(0, mostShown), '…'] : languages;
    throw new CorpusError(
      'usage',
      `${path} would hold several target languages (${shown.join(', ')}), and ${format} (${title}) has place for one; name the articles of one language, or a file in another format.`,
    );
  }
  const bytes = await glossaryToBytes(glossary, format, options);
  const sink = path === '-' ? createStreamSink(stdout, signal) : createFileSink(path, { signal });
  try {
    signal?.throwIfAborted();
    await sink.write(bytes);
    await sink.commit();
  } catch (error) {
    await sink.discard();
    throw error;
  }
}
