import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { FoundArticle } from '../find/find.js';
import type { Destination } from '../places/destination.js';
import type { Exporters } from '../places/exporters.js';

/**
 * Which of the articles that are found are outputs of the run, as an earlier one wrote them: into a folder within an input,
 * at the path of an article of that. `undefined`: none can be.
 */
export function ownOutputs(
  inputs: readonly string[],
  destination: Destination,
  exporters: Exporters,
): ((article: FoundArticle) => boolean) | undefined {
  if (destination.kind !== 'folder' || exporters.every(({ name }) => name !== 'md')) return undefined;
  const folder = resolve(destination.path) + sep;
  const around = inputs.map((input) => resolve(input)).filter((input) => folder.startsWith(input + sep));
  const outer = around.filter((input) => folder !== input + sep);
  if (outer.length === 0) return undefined;
  return ({ file }) => {
    if (typeof file !== 'string' || !resolve(file).startsWith(folder)) return false;
    const own = relative(folder, resolve(file)).replace(/\.md$/, '');
    // Where there are several inputs, the name of each stands in front.
    const names = inputs.length === 1 ? [own] : [own, own.slice(own.indexOf(sep) + 1)];
    return outer.some((input) =>
      names.some((name) => ['.md', '.markdown'].some((extension) => existsSync(join(input, name + extension)))),
    );
  };
}
