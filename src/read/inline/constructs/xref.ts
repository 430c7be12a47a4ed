/**
 * The name that a reader sees for a DocFX cross reference: `System.String.Format%2A?displayProperty=nameWithType` is
 * `String.Format`. The article does not hold the real name; it is made from the identifier by the rules that .NET
 * identifiers follow: `List%601` is `List<T>`, a `*` stands for all overloads, `#ctor` has the name of its type.
 */
export function xrefName(reference: string): string {
  const plain = reference.endsWith('%2A') ? reference.slice(0, -3) : reference;
  // Most references have nothing more to them, and articles about an API have little else.
  if (!PARTS.test(plain) && !plain.endsWith('.')) return plain.slice(plain.lastIndexOf('.') + 1);
  return readName(reference);
}

const PARTS = /[?%(`#*]/;

function readName(reference: string): string {
  const query = reference.indexOf('?');
  const parameters = query < 0 ? NO_PARAMETERS : readParameters(reference.slice(query + 1));
  const text = parameters.get('text') ?? parameters.get('title') ?? '';
  if (text !== '') return text;
  const uid = decode(query < 0 ? reference : reference.slice(0, query));
  const parenthesis = uid.indexOf('(');
  const path = (parenthesis < 0 ? uid : uid.slice(0, parenthesis)).replace(/\*$/, '');
  const names = path.split('.').filter((name) => name !== '');
  const last = names.at(-1);
  if (last === undefined) return uid;
  if (/^#c?ctor$/.test(last)) names[names.length - 1] = names.at(-2) ?? last;
  const property = parameters.get('displayProperty') ?? parameters.get('view') ?? 'name';
  const count = property.startsWith('full') ? names.length : property === 'nameWithType' ? 2 : 1;
  const name = names.slice(-count).map(withTypeParameters).join('.');
  return parenthesis < 0 ? name : name + shortParameters(uid.slice(parenthesis));
}

const NO_PARAMETERS: ReadonlyMap<string, string> = new Map();

function readParameters(query: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const parameter of query.split('&')) {
    const equals = parameter.indexOf('=');
    if (equals > 0)
      parameters.set(parameter.slice(0, equals), decode(parameter.slice(equals + 1).replaceAll('+', ' ')));
  }
  return parameters;
}

function decode(uid: string): string {
  if (!uid.includes('%')) return uid;
  try {
    return decodeURIComponent(uid);
  } catch {
    // A `%` that no two digits follow: the identifier is shown as it is.
    return uid;
  }
}

/** ``List`1`` is `List<T>`, ``Dictionary`2`` is `Dictionary<T1,T2>`. */
function withTypeParameters(name: string): string {
  const match = /^([^`]+)`{1,2}([0-9]{1,2})$/.exec(name);
  if (match === null) return name;
  const count = Number(match[2]);
  const types = count === 1 ? ['T'] : Array.from({ length: count }, (_, index) => `T${index + 1}`);
  return `${match[1]}<${types.join(',')}>`;
}

/** `(System.String,System.Int32)` is `(String, Int32)`. */
function shortParameters(list: string): string {
  const types = list.replace(/^\(|\)$/g, '').split(',');
  return `(${types.map((type) => type.slice(type.lastIndexOf('.') + 1).trim()).join(', ')})`;
}
