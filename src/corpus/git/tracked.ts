import { askGit } from './git.js';

/** What Git tracks below a folder. Paths are relative to it, with `/`. */
export interface Tracked {
  hasFile(path: string): boolean;
  /** Whether a folder is a submodule, or a file in it is tracked, at any depth. */
  hasFolder(path: string): boolean;
}

/** Asks Git what it tracks in the work tree whose top a folder is; or says why it does not answer. */
export function listTracked(root: string): Tracked | { readonly failure: string } {
  const answer = askGit(root, ['ls-files', '-z']);
  if ('failure' in answer) return answer;
  const files = new Set(answer.output.toString('utf8').split('\0'));
  files.delete('');
  const folders = new Set<string>();
  for (const file of files) {
    for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
      const folder = file.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return { hasFile: (path) => files.has(path), hasFolder: (path) => folders.has(path) || files.has(path) };
}
