/** Command, option, and a key of its value. */
const deepest = 3;

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * Where the keys of a JSON text stand: the offset of each, by the list of keys that leads there, as JSON. The text is
 * one that `JSON.parse` reads; of any other, the keys up to the damage are found. No deeper ones are looked for than a
 * config file has.
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
      if (path.length <= deepest) offsets.set(JSON.stringify(path), last.offset);
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

const lexeme =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\t\r\n]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)/y;

/** What may come next; `key?` and `value?`: or the end of what is empty. */
type Expected = 'value' | 'value?' | 'key' | 'key?' | ':' | ',' | 'end';

/** Where a text stops being JSON (RFC 8259): the offset of what cannot stand there, or its end. */
export function findDamage(text: string): number {
  const open: string[] = [];
  const behindValue = (): Expected => (open.length === 0 ? 'end' : ',');
  let expected: Expected = 'value';
  for (let at = 0; ; at = lexeme.lastIndex) {
    const start = at + (/^[ \t\r\n]*/.exec(text.slice(at))?.[0].length ?? 0);
    lexeme.lastIndex = at;
    const match = lexeme.exec(text);
    if (match === null) return start;
    const [, sign, string] = match;
    const inside = open.at(-1);
    const isValue = expected === 'value' || expected === 'value?';
    if (isValue && (sign === '{' || sign === '[')) {
      open.push(sign);
      expected = sign === '{' ? 'key?' : 'value?';
    } else if (isValue && sign === undefined) expected = behindValue();
    else if ((expected === 'key' || expected === 'key?') && string !== undefined) expected = ':';
    else if (expected === ':' && sign === ':') expected = 'value';
    else if (expected === ',' && sign === ',') expected = inside === '{' ? 'key' : 'value';
    else if (
      sign === (inside === '{' ? '}' : ']') &&
      (expected === ',' || expected === 'key?' || expected === 'value?')
    ) {
      open.pop();
      expected = behindValue();
    } else return start;
  }
}
