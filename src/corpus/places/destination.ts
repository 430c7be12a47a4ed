import { join } from 'node:path';
import type { Exporter, Languages, OutputFile } from '../../write/exporter.js';
import { extensionsOf, type Format, formats, usualFormats } from '../../write/formats.js';
import { isExtension } from '../../write/wrong-exporter.js';
import { CorpusError } from '../error.js';
import { markOf, type Shard } from '../shard.js';
import { type Exporters, filesOf, ofFormat } from './exporters.js';
import { requireFolder } from './folder-name.js';

/** Where everything goes: below a folder, or into one file or stream. */
export type Destination =
  | {
      readonly kind: 'folder';
      readonly path: string;
      /** What the names of files have at their end that would be those of other runs, too. Default: nothing. */
      readonly mark?: string;
    }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'stream' };

type FolderDestination = Pick<Extract<Destination, { kind: 'folder' }>, 'path' | 'mark'>;

/** Whether a path is that of a file of a format, by its extension. */
export function namesFileOf(exporter: Exporter, path: string): boolean {
  const name = path.toLowerCase();
  const { extension, otherExtensions = [] } = exporter;
  return [...(typeof extension === 'string' ? [extension] : []), ...otherExtensions].some((each) =>
    name.endsWith(each),
  );
}

/** The formats that a run writes where none is asked for: that of the file which `output` names, else the usual ones. */
export function formatsFor(output: string, usual: readonly Format[] = usualFormats): readonly Format[] {
  const alike = usual.filter((format) => namesFileOf(formats[format], output));
  if (alike.length === 1) return alike;
  const named = Object.values(formats).find((exporter) => namesFileOf(exporter, output));
  return named === undefined ? usual : [named.name as Format];
}

/** Reads the option `output`. `known`: what may be asked for. Default: all formats. */
export function destinationOf(
  path: string,
  exporters: Exporters,
  known: Exporters = Object.values(formats),
): Destination {
  const [exporter, second] = exporters;
  if (exporter === undefined) throw new CorpusError('usage', 'No output format is asked for.');
  const asked = exporters.map(({ name }) => name).join(', ');
  const isFolder = path !== '-' && ![...exporters, ...known].some((candidate) => namesFileOf(candidate, path));
  if (isFolder) {
    requireFolder(path, `a folder, a file (${extensionsOf(known).join(', ')}), or - for standard output`);
    return { kind: 'folder', path };
  }
  if (exporter.beside !== undefined) {
    throw new CorpusError('usage', `${exporter.title} is several files; name a folder for them.`);
  }
  if (path === '-') {
    if (second === undefined) return { kind: 'stream' };
    throw new CorpusError(
      'usage',
      `Standard output takes one format, and ${asked} are asked for; add -f ${exporter.name}.`,
    );
  }
  if (second === undefined && namesFileOf(exporter, path)) return { kind: 'file', path };
  const named = known.find((each) => namesFileOf(each, path))?.name ?? exporter.name;
  throw new CorpusError(
    'usage',
    `${path} names a file of one format, but ${asked} ${second === undefined ? 'is' : 'are'} asked for; ask for ${named} only, or name a folder.`,
  );
}

/** Where a shard goes: others may write to the same folder at the same time. */
export function inShard(destination: Destination, shard: Shard | undefined): Destination {
  return destination.kind === 'folder' && shard !== undefined ? { ...destination, mark: markOf(shard) } : destination;
}

/** The end of the name of a file. */
function extensionOf({ extension }: OutputFile, languages: Languages): string {
  if (typeof extension === 'string') return extension;
  const given: unknown = extension(languages);
  if (isExtension(given)) return given;
  throw new TypeError(
    `extension gave ${JSON.stringify(given)}, and no name of a file ends with that; give one such as '.csv'`,
  );
}

/** A file in a folder; `name` is that of the article. */
export function pathIn(
  { path, mark = '' }: FolderDestination,
  exporter: Exporter,
  file: OutputFile,
  languages: Languages,
  name: string,
): string {
  const { srcLang, trgLang } = languages;
  const stem = exporter.scope === 'language' ? `${srcLang}_${trgLang}${mark}` : name;
  return fileNameOf(path, exporter, file, languages, stem);
}

/** A file in a folder whose name begins with `stem`. */
export function fileNameOf(
  folder: string,
  exporter: Exporter,
  file: OutputFile,
  languages: Languages,
  stem: string,
): string {
  return join(folder, stem + ofFormat(exporter, () => extensionOf(file, languages)));
}

/** Formats whose files would have the same names in a folder. */
export function namesakes(exporters: Exporters): readonly string[] {
  const seen = new Map<string, string>();
  for (const { name, scope, ...first } of exporters) {
    for (const { extension } of filesOf({ name, scope, ...first })) {
      if (typeof extension !== 'string') continue;
      const key = `${scope} ${extension}`;
      const other = seen.get(key);
      if (other !== undefined) return [other, name];
      seen.set(key, name);
    }
  }
  return [];
}
