import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { syntaxOfPath } from '../../../read/carriers/choose-syntax.js';
import { withSlashes } from '../../with-slashes.js';
import { excludesOnTheWay } from '../exclude.js';
import { mayHoldPairs } from '../holds-pairs.js';
import type { Ignoring, IgnoringFolder } from '../ignore/ignoring.js';
import type { NamedInput } from '../named-inputs.js';
import { openIgnoring } from './open-ignoring.js';
import { addFile, type Search } from './search.js';

/** Adds what a glob matches, but for what is left out. */
export async function addMatches(input: NamedInput, search: Search): Promise<void> {
  const { absolute, files } = input;
  const exclusion = search.isExcluded === undefined ? undefined : excludesOnTheWay(search.isExcluded);
  const ignoring = openIgnoring(input, search);
  const ignorance = ignoring === undefined ? undefined : ignoresOnTheWay(absolute, ignoring);
  const excluded = new Set<string>();
  const ignored = new Set<string>();
  for (const file of files) {
    const below = withSlashes(relative(absolute, resolve(file)));
    const out = exclusion?.(below);
    const other = out === undefined ? await ignorance?.(below) : undefined;
    if (out !== undefined) excluded.add(out);
    else if (other !== undefined) ignored.add(other);
    else if (mayBeArticle(file)) addFile(input, file, search);
  }
  search.excluded += excluded.size;
  search.ignored += ignored.size;
}

/** Whether what a glob matches is an article: of carriers that are for other things, too, only what may hold pairs. */
function mayBeArticle(file: string): boolean {
  return syntaxOfPath(file)?.pairsOnly !== true || mayHoldPairs(file);
}

/** Tells what a file is left out with: the outermost folder on the way that is, or the file itself. */
function ignoresOnTheWay(absolute: string, ignoring: Ignoring): (path: string) => Promise<string | undefined> {
  type Step = { readonly out: string } | { readonly at: IgnoringFolder };
  const steps = new Map<string, Step>();
  const open = async (at: IgnoringFolder, path: string): Promise<Step> => {
    const folder = join(absolute, path, '/');
    return { at: await ignoring.open(at, folder, path === '' ? '' : `${path}/`, (name) => existsSync(folder + name)) };
  };
  const into = async (step: Step, path: string): Promise<Step> => {
    if ('out' in step) return step;
    const inside = ignoring.enter(step.at, path);
    return inside === undefined ? { out: path } : open(inside, path);
  };
  return async (path) => {
    let step = steps.get('') ?? (await open(await ignoring.top(), ''));
    steps.set('', step);
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      const folder = path.slice(0, end);
      step = steps.get(folder) ?? (await into(step, folder));
      steps.set(folder, step);
    }
    if ('out' in step) return step.out;
    return ignoring.leavesOut(step.at, path) ? path : undefined;
  };
}
