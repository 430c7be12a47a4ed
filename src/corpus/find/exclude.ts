import { CorpusError } from '../error.js';
import { withSlashes } from '../with-slashes.js';
import { checkGlob } from './glob.js';

/** Whether globs match a path below a named folder: with `/`, and without one at its end. */
export type Excluder = (path: string, isFolder: boolean) => boolean;

/**
 * Makes a test of globs as people who know `.gitignore` expect them: one without `/` is held against the last part of a
 * path, any other against the whole; with `/` at its end it matches folders only. `undefined` where there is none.
 * `separator`: that of the platform, which globs may be written with.
 *
 * @throws {CorpusError} `usage`: a glob matches nothing, or could take years.
 */
export async function createExcluder(globs: readonly string[] = [], separator?: string): Promise<Excluder | undefined> {
  if (globs.length === 0) return undefined;
  const { default: picomatch } = await import('picomatch');
  const tests = globs.map((glob) => {
    const spelled = withSlashes(glob, separator).replace(/^(?:\.\/+)+/, '');
    checkGlob(spelled);
    const [, path = ''] = /^\/*(.*?)\/*$/s.exec(spelled) ?? [];
    if (path === '') throw new CorpusError('usage', `exclude: "${glob}" is no glob; name what to leave out.`);
    if (/^!(?!\()/.test(path)) {
      throw new CorpusError(
        'usage',
        `exclude: "${glob}": a glob to leave out cannot start with "!"; name what to leave out.`,
      );
    }
    const isMatch = picomatch(path, { dot: true, windows: false });
    return { isMatch, ofNames: !/^\/|\/(?!\/*$)/.test(spelled), ofFolders: spelled.endsWith('/') };
  });
  return (path, isFolder) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return tests.some(({ isMatch, ofNames, ofFolders }) => (isFolder || !ofFolders) && isMatch(ofNames ? name : path));
  };
}

/** The same for a file anywhere below a named folder: the outermost folder on the way that matches, or the file. */
export function excludesOnTheWay(isExcluded: Excluder): (path: string) => string | undefined {
  /** Of each folder, what is left out with it. */
  const folders = new Map<string, string | undefined>();
  return (path) => {
    const unknown: string[] = [];
    let end = path.lastIndexOf('/');
    while (end > 0 && !folders.has(path.slice(0, end))) {
      unknown.push(path.slice(0, end));
      end = path.lastIndexOf('/', end - 1);
    }
    let out = end > 0 ? folders.get(path.slice(0, end)) : undefined;
    for (let folder = unknown.pop(); folder !== undefined; folder = unknown.pop()) {
      out ??= isExcluded(folder, true) ? folder : undefined;
      folders.set(folder, out);
    }
    return out ?? (isExcluded(path, false) ? path : undefined);
  };
}
