/** What an input is called where there are several: its own name. */
export interface InputName {
  /** The input as an absolute path, with `/`. */
  readonly absolute: string;
  readonly name: string;
}

/**
 * The names of several inputs: the last part of each path, and as many of the parts before it as keep them apart. No
 * name stands in the folder of another one. The order of the inputs changes nothing.
 *
 * `taken`: names that no input may have.
 *
 * @example
 * nameInputs(['/x/a/docs', '/x/b/docs', '/x/notes.md']).map(({ name }) => name) // ['a/docs', 'b/docs', 'notes.md']
 */
export function nameInputs(paths: readonly string[], taken: readonly string[] = []): InputName[] {
  const inputs = paths.map((absolute) => ({ absolute, parts: partsOf(absolute), used: 1 }));
  const nameOf = ({ parts, used }: (typeof inputs)[number]): string => parts.slice(-used).join('/');
  for (;;) {
    const counts = new Map<string, number>(taken.map((name) => [name, 1]));
    for (const input of inputs) counts.set(nameOf(input), (counts.get(nameOf(input)) ?? 0) + 1);
    const above = new Set<string>();
    for (const input of inputs) for (const folder of foldersOf(nameOf(input))) above.add(folder);
    const doubtful = inputs.filter((input) => {
      const name = nameOf(input);
      if (input.used === input.parts.length) return false;
      return (counts.get(name) ?? 0) > 1 || above.has(name) || foldersOf(name).some((folder) => counts.has(folder));
    });
    if (doubtful.length === 0) return inputs.map((input) => ({ absolute: input.absolute, name: nameOf(input) }));
    for (const input of doubtful) input.used++;
  }
}

/** A drive loses its colon; the root of all is called so. */
function partsOf(absolute: string): string[] {
  const parts = absolute.replace(/^([A-Za-z]):/, '$1').split('/');
  const named = parts.filter((part) => part !== '');
  return named.length === 0 ? ['root'] : named;
}

/** The folders that a path leads through. */
function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) folders.push(path.slice(0, end));
  return folders;
}
