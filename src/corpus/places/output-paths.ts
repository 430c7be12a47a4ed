import { join } from 'node:path';
import { CorpusError } from '../error.js';
import { type FoundArticle, namedPathOf } from '../find/find.js';
import { createDerivedPlaces } from './derived-places.js';
import { type Destination, namesakes } from './destination.js';
import { type Exporters, filesOf } from './exporters.js';
import type { OutputGuard } from './guard.js';

/** No output may take the place of another one, or of an input: reported before anything is written. */
export function checkPaths(
  articles: readonly FoundArticle[],
  destination: Destination,
  exporters: Exporters,
  srcLang: string,
  guard: OutputGuard,
): void {
  if (destination.kind === 'file') guard.claim(destination.path);
  if (destination.kind !== 'folder') return;
  const isInput = guard.conflictOf(destination.path);
  if (isInput !== undefined) throw isInput;
  const same = namesakes(exporters);
  if (same.length > 0) {
    throw new CorpusError(
      'usage',
      `${same.join(' and ')} would be written to the same files; ask for one of them, or for each in a run of its own, with another folder (-o).`,
    );
  }
  const documents = exporters.filter(({ scope }) => scope === 'article');
  // Files whose names say their language are claimed when they are opened.
  const files = documents
    .flatMap(filesOf)
    .flatMap(({ extension }) => (typeof extension === 'string' ? [extension] : []));
  const names = new Map<string, string>();
  // What cannot be written for what is in the way takes no place.
  const obstacleAt = createDerivedPlaces(destination.path);
  for (const article of documents.length === 0 ? [] : articles) {
    const { name } = article;
    const output = join(destination.path, name);
    const other = names.get(name);
    if (other !== undefined) {
      const into = documents.map((exporter) => `-f ${exporter.name} -o all${files[0] ?? ''}`)[0] ?? '';
      throw new CorpusError(
        'usage',
        `${other} and ${namedPathOf(article)} would both be written to ${output}${files[0] ?? ''}; export them one by one, or all into one file (${into}).`,
      );
    }
    names.set(name, namedPathOf(article));
    for (const extension of files) if (obstacleAt(output + extension) === undefined) guard.claim(output + extension);
  }
  // Which files of languages there are shows when articles are read.
  const endings = exporters.filter(({ scope }) => scope === 'language').flatMap(filesOf);
  const isOutput = (name: string): boolean =>
    name.startsWith(`${srcLang}_`) &&
    endings.some(({ extension }) => typeof extension !== 'string' || name.endsWith(extension)) &&
    obstacleAt(join(destination.path, name)) === undefined;
  const conflict = endings.length > 0 ? guard.conflictIn(destination.path, isOutput) : undefined;
  if (conflict !== undefined) throw conflict;
}
