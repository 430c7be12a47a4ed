import { join } from 'node:path';
import { extensions, type Format, formatNames } from '../write/exporter.js';
import { CorpusError } from './error.js';

/** Where everything goes: below a folder, or into one file or stream. */
export type Destination =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly format: Format }
  | { readonly kind: 'stream'; readonly format: Format };

/** The format of the file that a path names by its extension, `.xliff` included; else the path is that of a folder. */
function formatOfPath(path: string): Format | undefined {
  const name = path.toLowerCase().replace(/\.xliff$/, extensions.xliff);
  return formatNames.find((format) => name.endsWith(extensions[format]));
}

/** The formats that a run writes where none is asked for: that of the file which `output` names, else the usual ones. */
export function formatsFor(output: string, usual: readonly Format[] = ['xliff', 'tmx']): readonly Format[] {
  const named = formatOfPath(output);
  if (named === undefined) return usual;
  const alike = usual.filter((format) => extensions[format] === extensions[named]);
  return alike.length === 1 ? alike : [named];
}

/** Reads the option `output`. */
export function destinationOf(path: string, asked: readonly Format[]): Destination {
  const [format, second] = asked;
  if (format === undefined) throw new CorpusError('usage', 'No output format is asked for.');
  if (path === '-') {
    if (second === undefined) return { kind: 'stream', format };
    throw new CorpusError(
      'usage',
      `Standard output takes one format, and ${asked.join(', ')} are asked for; add -f ${format}.`,
    );
  }
  const named = formatOfPath(path);
  if (named === undefined) return { kind: 'folder', path };
  if (second === undefined && extensions[format] === extensions[named]) return { kind: 'file', path, format };
  throw new CorpusError(
    'usage',
    `${path} names a file of one format, but ${asked.join(', ')} ${second === undefined ? 'is' : 'are'} asked for; ask for ${named} only, or name a folder.`,
  );
}

/** The file in a folder. */
export function pathIn(folder: string, format: Format, srcLang: string, trgLang: string, name: string): string {
  return join(folder, (format === 'tmx' ? `${srcLang}_${trgLang}` : name) + extensions[format]);
}
