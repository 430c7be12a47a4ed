import { dirname, join, relative } from 'node:path';
import { withSlashes } from '../../with-slashes.js';
import { findRoot, openRepository, type Repository } from './repository.js';
import { isIgnored, type OnFault, type Rules, readRules, rulesInside } from './rules.js';

/** What is known of a folder on the way down from a named one. */
export interface IgnoringFolder {
  readonly rules?: Rules | undefined;
  readonly repository?: Repository | undefined;
  /** It is left out, but for what Git tracks in it. */
  readonly onlyTracked?: boolean;
}

/** Tells what is left out because a `.gitignore` says so, and Git does not track it. Paths are below the named folder, with `/`. */
export interface Ignoring {
  /** The folder that was named. Patterns of the folders above it count as far as its repository reaches. */
  top(): Promise<IgnoringFolder>;
  /** The folder with what its own files say, when it is looked into. `folder`: as it can be opened; `path`: with `/` at its end, or empty. */
  open(at: IgnoringFolder, folder: string, path: string, has: (name: string) => boolean): Promise<IgnoringFolder>;
  /** What a folder in it is looked into as; `undefined`: it is left out. */
  enter(at: IgnoringFolder, path: string): IgnoringFolder | undefined;
  /** Whether a file in it is left out. */
  leavesOut(at: IgnoringFolder, path: string): boolean;
}

const nothing: IgnoringFolder = {};

/** Starts to look for `.gitignore` files below a folder that was named, by its real path. `onFault` is called with what is wrong with one. */
export function createIgnoring(absolute: string, onFault: OnFault): Ignoring {
  const isTracked = (at: IgnoringFolder, path: string, isFolder: boolean): boolean => {
    const { repository, rules } = at;
    const tracked = repository?.tracked((failure) =>
      onFault(
        rules?.file ?? repository.exclude,
        `Git does not say what it tracks (${failure}), and tracked files are left out, too`,
      ),
    );
    if (repository === undefined || tracked === undefined) return false;
    const inTree = withSlashes(relative(repository.root, join(absolute, path)));
    return isFolder ? tracked.hasFolder(inTree) : tracked.hasFile(inTree);
  };
  return {
    async top() {
      const root = findRoot(dirname(absolute));
      if (root === undefined || absolute === root) return nothing;
      const repository = openRepository(root);
      let rules = await readRules(repository.exclude, placeAbove(root, absolute), undefined, onFault);
      for (const folder of foldersBetween(root, absolute)) {
        rules = await readRules(join(folder, '.gitignore'), placeAbove(folder, absolute), rules, onFault);
      }
      // Those that leave out the named folder itself are overruled by its being named.
      return { repository, rules: rulesInside(rules, '') };
    },
    async open(at, folder, path, has) {
      let { rules, repository, onlyTracked = false } = at;
      const place = { above: '', cut: path.length };
      if (has('.git')) {
        repository = openRepository(join(absolute, path));
        rules = await readRules(repository.exclude, place, undefined, onFault);
        onlyTracked = false;
      }
      if (has('.gitignore')) rules = await readRules(`${folder}.gitignore`, place, rules, onFault);
      return { rules, repository, onlyTracked };
    },
    enter(at, path) {
      if (at.rules === undefined && at.onlyTracked !== true) return at;
      if (at.onlyTracked || isIgnored(at.rules, path, true)) {
        return isTracked(at, path, true) ? { ...at, onlyTracked: true } : undefined;
      }
      const rules = rulesInside(at.rules, path);
      return rules === at.rules ? at : { ...at, rules };
    },
    leavesOut(at, path) {
      if (at.rules === undefined && at.onlyTracked !== true) return false;
      return (at.onlyTracked === true || isIgnored(at.rules, path, false)) && !isTracked(at, path, false);
    },
  };
}

/** Where the patterns of a folder above the named one stand. */
function placeAbove(folder: string, absolute: string): Pick<Rules, 'above' | 'cut'> {
  return { above: `${withSlashes(relative(folder, absolute))}/`, cut: 0 };
}

/** From the outermost to the one that holds the named folder. */
function foldersBetween(root: string, absolute: string): string[] {
  const folders: string[] = [];
  for (let at = dirname(absolute); ; at = dirname(at)) {
    folders.push(at);
    if (at === root || dirname(at) === at) return folders.reverse();
  }
}
