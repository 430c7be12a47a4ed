const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * Where the keys of a JSON text stand: the offset of each, by the list of keys that leads there, as JSON. The text is
 * one that `JSON.parse` reads; of any other, the keys up to the damage are found.
 */
export function findKeys(text: string): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  const path: (string | undefined)[] = [];
  let last: { readonly spelled: string; readonly offset: number } | undefined;
  for (const match of text.matchAll(token)) {
    const [found] = match;
    if (found.startsWith('"')) {
      last = { spelled: found, offset: match.index };
    } else if (found === ':' && last !== undefined) {
      path[path.length - 1] = parseKey(last.spelled);
      offsets.set(JSON.stringify(path), last.offset);
    } else if (found === '{' || found === '[') path.push(undefined);
    else if (found === '}' || found === ']') path.pop();
  }
  return offsets;
}

function parseKey(spelled: string): string {
  try {
    return String(JSON.parse(spelled));
  } catch {
    return spelled;
  }
}
