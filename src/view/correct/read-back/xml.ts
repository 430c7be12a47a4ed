import type { XmlElement, XmlText } from '../../../xml/reader.js';
import { decodeAttribute, decodeReferences, faultInText, readAnyTag } from '../../../xml/syntax.js';

/** Elements in each other, at most: what tools write has a dozen. */
const deepest = 100;

interface Open {
  readonly element: XmlElement;
  readonly children: (XmlElement | XmlText)[];
  /** URIs by prefixes. */
  readonly namespaces: ReadonlyMap<string, string>;
}

/**
 * The root element of a document; `undefined` where it cannot be read. In each page stands this reader, and not the one of
 * `merge`, which reads all that there is and says what is wrong: `merge` has the last word on a document.
 */
export function readDocument(text: string): XmlElement | undefined {
  const open: Open[] = [];
  let root: XmlElement | undefined;
  const addText = (added: string): void => {
    if (added !== '') open.at(-1)?.children.push({ kind: 'text', text: added.replace(/\r\n?/g, '\n') });
  };
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; ) {
    const next = text.indexOf('<', at);
    const stop = next < 0 ? text.length : next;
    const written = text.slice(at, stop);
    if (faultInText(text, at, stop, written) !== undefined) return undefined;
    addText(decodeReferences(written));
    if (next < 0) break;
    const end = endOfOther(text, next);
    if (end !== undefined) {
      if (end < 0) return undefined;
      if (text.startsWith('<![CDATA[', next)) addText(text.slice(next + 9, end - 3));
      at = end;
    } else if (text.startsWith('</', next)) {
      const close = text.indexOf('>', next);
      const closed = open.pop();
      if (close < 0 || closed?.element.name !== text.slice(next + 2, close).trim()) return undefined;
      at = close + 1;
    } else {
      const tag = readAnyTag(text, next);
      if ('code' in tag || open.length >= deepest || (open.length === 0 && root !== undefined)) return undefined;
      const made = toOpen(tag.name, tag.attributes, open.at(-1)?.namespaces ?? new Map());
      open.at(-1)?.children.push(made.element);
      root ??= made.element;
      if (!tag.isEmpty) open.push(made);
      at = tag.end;
    }
  }
  return open.length === 0 ? root : undefined;
}

/** Where a comment, an instruction, CDATA or a declaration ends; -1: nowhere. `undefined`: it is a tag. No text of the page's code may start a comment of HTML. */
function endOfOther(text: string, at: number): number | undefined {
  if (text.startsWith('!DOCTYPE', at + 1)) return endOfType(text, at);
  for (const [start, end] of [
    ['!--', '-->'],
    ['![CDATA[', ']]>'],
    ['?', '?>'],
    ['!', '>'],
  ] as const) {
    if (!text.startsWith(start, at + 1)) continue;
    const found = text.indexOf(end, at + 1 + start.length);
    return found < 0 ? -1 : found + end.length;
  }
  return undefined;
}

/** Memories have a document type. One that declares entities is refused, as by `merge`. */
function endOfType(text: string, at: number): number {
  const [type] = documentType.exec(text.slice(at, at + longestType)) ?? [];
  return type === undefined || type.includes('<!ENTITY') ? -1 : at + type.length;
}

/** That of TMX 1.4 has some ten thousand characters. An expression that goes over many more runs out of its stack. */
const longestType = 100_000;

const documentType = /^<!DOCTYPE(?:[^"'[>]|"[^"]*"|'[^']*')*(?:\[(?:[^"'\]]|"[^"]*"|'[^']*')*\]\s*)?>/;

function toOpen(name: string, written: readonly string[], around: ReadonlyMap<string, string>): Open {
  const attributes = new Map<string, string>();
  const namespaces = new Map(around);
  for (let index = 0; index < written.length; index += 2) {
    const [key = '', value = ''] = [written[index], decodeAttribute(written[index + 1] ?? '')];
    attributes.set(key, value);
    if (key === 'xmlns') namespaces.set('', value);
    else if (key.startsWith('xmlns:')) namespaces.set(key.slice(6), value);
  }
  const colon = name.indexOf(':');
  const children: (XmlElement | XmlText)[] = [];
  const element: XmlElement = {
    kind: 'element',
    name,
    local: name.slice(colon + 1),
    namespace: namespaces.get(name.slice(0, Math.max(colon, 0))) ?? '',
    attributes,
    attributeNamespaces: new Map(),
    children,
    start: 0,
    end: 0,
  };
  return { element, children, namespaces };
}
