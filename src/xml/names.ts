import type { XmlFault } from './syntax.js';

/** The prefixes that an element declares, and those around it. */
export interface Scope {
  readonly names: ReadonlyMap<string, string>;
  /** The namespace of names without a prefix; empty where there is none. */
  readonly own: string;
  readonly outer: Scope | undefined;
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** What is declared around a document. */
export const outermost: Scope = { names: new Map([['xml', xmlNamespace]]), own: '', outer: undefined };

/** The namespaces of a tag. */
export interface TagNames {
  /** What is declared in the element. */
  readonly scope: Scope;
  readonly namespace: string;
  /** Those of attributes whose names have a prefix, by names as written; not there where there is none. */
  readonly attributes?: ReadonlyMap<string, string>;
}

/** Finds the namespaces of a tag (Namespaces in XML 1.0). `keys`: the names of its attributes, as written. */
export function readNames(
  name: string,
  keys: readonly string[],
  valueAt: (key: string) => string,
  outer: Scope,
  offset: number,
): TagNames | XmlFault {
  const marked = keys.filter((key) => key.includes(':') || key === 'xmlns');
  const hasPrefix = name.includes(':');
  if (marked.length === 0 && !hasPrefix) return { scope: outer, namespace: outer.own };
  const scope = declare(marked, valueAt, outer, offset);
  if ('code' in scope) return scope;
  const attributes = new Map<string, string>();
  const expanded = new Set<string>();
  for (const key of hasPrefix ? [name, ...marked] : marked) {
    if (!/^[^:]+(?::[^:]+)?$/.test(key)) {
      const clause = 'Namespaces in XML 1.0, 4';
      return { code: 'xml/syntax', args: [`${key} is no qualified name`], clause, offset };
    }
    const prefix = prefixOf(key);
    if (prefix === '' || prefix === 'xmlns') continue;
    const uri = lookUp(scope, prefix);
    if (!uri) return { code: 'xml/unbound-prefix', args: [prefix], offset };
    if (key === name) continue;
    attributes.set(key, uri);
    const whole = `{${uri}}${key.slice(prefix.length + 1)}`;
    if (expanded.has(whole)) {
      return { code: 'xml/duplicate-attribute', args: [key], clause: 'Namespaces in XML 1.0, 6.3', offset };
    }
    expanded.add(whole);
  }
  return { scope, namespace: lookUp(scope, prefixOf(name)) ?? '', ...(attributes.size === 0 ? {} : { attributes }) };
}

function declare(
  keys: readonly string[],
  valueAt: (key: string) => string,
  outer: Scope,
  offset: number,
): Scope | XmlFault {
  const names = new Map<string, string>();
  for (const key of keys) {
    const prefix = key === 'xmlns' ? '' : key.startsWith('xmlns:') ? key.slice(6) : undefined;
    if (prefix === undefined) continue;
    const uri = valueAt(key);
    const wrong = wrongDeclaration(prefix, uri);
    if (wrong !== undefined) return { code: 'xml/syntax', args: [wrong], clause: 'Namespaces in XML 1.0, 3', offset };
    names.set(prefix, uri);
  }
  return names.size === 0 ? outer : { names, own: names.get('') ?? outer.own, outer };
}

function lookUp(scope: Scope, prefix: string): string | undefined {
  if (prefix === '') return scope.own;
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const uri = at.names.get(prefix);
    if (uri !== undefined) return uri;
  }
  return undefined;
}

/** Why a namespace must not be declared so, if it must not. */
function wrongDeclaration(prefix: string, uri: string): string | undefined {
  if (prefix === 'xmlns' || uri === 'http://www.w3.org/2000/xmlns/') return 'xmlns must not be declared';
  if ((prefix === 'xml') !== (uri === xmlNamespace)) return 'the prefix xml belongs to its namespace, and only it';
  return prefix !== '' && uri === '' ? `the prefix ${prefix} is declared as nothing` : undefined;
}

export function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon);
}

/** All that is declared in a scope, by prefix, but for the prefix `xml`. */
export function declaredIn(scope: Scope): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (let at: Scope | undefined = scope; at !== undefined && at !== outermost; at = at.outer) {
    for (const [prefix, uri] of at.names) if (!all.has(prefix)) all.set(prefix, uri);
  }
  return all;
}
