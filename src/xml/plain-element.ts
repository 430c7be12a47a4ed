import { isAt } from '../model/compact/is-at.js';
import { deepestXml } from '../model/limits.js';
import { outermost, readNames, type Scope } from './names.js';
import { readAnyElement, type XmlElement, type XmlReading, type XmlText } from './reader.js';
import { readPlainTag } from './scan/plain-tag.js';
import { decodeAttribute, decodeReferences, faultInText, type XmlTag } from './syntax.js';

/** So long a text has nothing that a limit would refuse. */
const longest = 200_000;

/** What the reader of any XML looks at: line ends, what is illegal, sections, comments and instructions. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const unusual = /[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|<[!?]/;

const none: ReadonlyMap<string, string> = new Map();

interface Open {
  readonly tag: XmlTag;
  readonly children: (XmlElement | XmlText)[];
}

/**
 * Reads an element that was cut out of a document at `offset`; its places are those of the document. `declarations`: what
 * was declared around it, as attributes are written, with a space before each.
 */
export function readElement(text: string, offset: number, declarations: string): XmlReading {
  const plain = readPlainElement(text, offset, declarations);
  return plain === undefined ? readAnyElement(text, offset, declarations) : { root: plain };
}

/**
 * Reads an element that is written as exporters write it: tags in plain form, no prefixes but `xml`. `undefined`: it may be
 * right all the same, or not; `readAnyElement` says it. Arguments as there.
 */
export function readPlainElement(text: string, offset: number, declarations: string): XmlElement | undefined {
  if (text.length > longest || unusual.test(text)) return undefined;
  const scope = scopeOf(declarations);
  if (scope === undefined) return undefined;
  const open: Open[] = [];
  let at = 0;
  while (text.charCodeAt(at) === 0x3c) {
    let done: XmlElement | undefined;
    if (text.charCodeAt(at + 1) === 0x2f) {
      const last = open.pop();
      if (last === undefined || !isAt(text, `${last.tag.name}>`, at + 2)) return undefined;
      at += last.tag.name.length + 3;
      done = toElement(last.tag, last.children, scope, offset, at);
    } else {
      const tag = readPlainTag(text, at);
      if (tag === undefined || open.length === deepestXml - 2 || !tag.isPlain) return undefined;
      at = tag.end;
      if (tag.isEmpty) done = toElement(tag, [], scope, offset, at);
      else open.push({ tag, children: [] });
    }
    const around = open[open.length - 1];
    if (around === undefined) return at === text.length ? done : undefined;
    if (done !== undefined) around.children.push(done);
    const next = text.indexOf('<', at);
    if (next < 0) return undefined;
    if (next > at) {
      if (faultInText(text, at, next) !== undefined) return undefined;
      around.children.push({ kind: 'text', text: decodeReferences(text.slice(at, next)) });
      at = next;
    }
  }
  return undefined;
}

function toElement(
  { name, attributes: written, start }: XmlTag,
  children: readonly (XmlElement | XmlText)[],
  scope: Scope,
  offset: number,
  end: number,
): XmlElement {
  let attributes: Map<string, string> | undefined;
  let namespaces: Map<string, string> | undefined;
  for (let at = 0; at < written.length; at += 2) {
    const key = written[at] ?? '';
    attributes ??= new Map();
    attributes.set(key, decodeAttribute(written[at + 1] ?? ''));
    if (!key.startsWith('xml:')) continue;
    namespaces ??= new Map();
    namespaces.set(key, outermost.names.get('xml') ?? '');
  }
  return {
    kind: 'element',
    name,
    local: name,
    namespace: scope.own,
    attributes: attributes ?? none,
    attributeNamespaces: namespaces ?? none,
    children,
    start: offset + start,
    end: offset + end,
  };
}

let last: { readonly declarations: string; readonly scope: Scope | undefined } | undefined;

/** What is declared around many units is the same. */
function scopeOf(declarations: string): Scope | undefined {
  if (last?.declarations === declarations) return last.scope;
  const tag = readPlainTag(`<_${declarations}>`, 0);
  const values = new Map<string, string>();
  for (let at = 0; tag !== undefined && at < tag.attributes.length; at += 2) {
    values.set(tag.attributes[at] ?? '', decodeAttribute(tag.attributes[at + 1] ?? ''));
  }
  const names = tag && readNames('_', [...values.keys()], (key) => values.get(key) ?? '', outermost, 0);
  last = { declarations, scope: names === undefined || 'code' in names ? undefined : names.scope };
  return last.scope;
}
