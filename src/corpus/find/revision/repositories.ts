import { compareBytes } from '../../byte-order.js';
import { locate, type RepositoryFile } from '../../git/revision.js';

/** A repository, and what is read of it. */
export interface Repository<File extends RepositoryFile> {
  /** A folder that it is found from. */
  readonly folder: string;
  fileAt(path: string): File | undefined;
  /** All files of a folder, at any depth, in the order of their bytes; `folder`: empty, or with `/` at its end. */
  filesBelow(folder: string): readonly File[];
}

/** Where a folder is. */
export interface RepositoryPlace<File extends RepositoryFile> {
  readonly repository: Repository<File>;
  /** The path of the folder in the repository: empty, or with `/` at its end. */
  readonly prefix: string;
}

/** The repositories of a run. */
export interface Repositories<File extends RepositoryFile> {
  /** That of a folder. `subject`: what was named. */
  at(folder: string, subject: string): Promise<RepositoryPlace<File>>;
  isSingle(): boolean;
}

/** Opens repositories, each once. `list` gives the files of one that is found from a folder; none has two files of one path. */
export function createRepositories<File extends RepositoryFile>(
  list: (folder: string, subject: string, gitFolder: string) => Promise<File[]> | File[],
  find: typeof locate = locate,
): Repositories<File> {
  const places = new Map<string, RepositoryPlace<File>>();
  const repositories = new Map<string, Repository<File>>();
  return {
    async at(folder, subject) {
      const known = places.get(folder);
      if (known !== undefined) return known;
      const { gitFolder, prefix } = find(folder, subject);
      const repository = repositories.get(gitFolder) ?? openRepository(folder, await list(folder, subject, gitFolder));
      repositories.set(gitFolder, repository);
      const place = { repository, prefix };
      places.set(folder, place);
      return place;
    },
    isSingle: () => repositories.size === 1,
  };
}

function openRepository<File extends RepositoryFile>(folder: string, listed: File[]): Repository<File> {
  const files = listed.sort((a, b) => compareBytes(a.path, b.path));
  const byPath = new Map(files.map((file) => [file.path, file]));
  return {
    folder,
    fileAt: (path) => byPath.get(path),
    filesBelow(below) {
      if (below === '') return files;
      const start = firstFrom(files, below);
      let end = start;
      while (files[end]?.path.startsWith(below)) end++;
      return files.slice(start, end);
    },
  };
}

/** The index of the first file whose path does not come before another one. */
function firstFrom(files: readonly RepositoryFile[], path: string): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareBytes(files[middle]?.path ?? '', path) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
