import { XMLParser } from 'fast-xml-parser';

/** An element as fast-xml-parser gives it with `preserveOrder`. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  ignoreDeclaration: true,
  processEntities: { enabled: true, maxTotalExpansions: 10_000_000, maxExpandedLength: 1_000_000_000 },
});

type Raw = Record<string, unknown> & { ':@'?: Record<string, string> };

/** Reads a document by a parser that is not ours. */
export function readXml(xml: string): Element {
  const root = (parser.parse(xml) as Raw[]).map(toElement).find((node) => typeof node !== 'string');
  if (root === undefined || typeof root === 'string') throw new Error('no element');
  return root;
}

function toElement(raw: Raw): Element | string {
  if (raw['#text'] !== undefined) return String(raw['#text']);
  const name = Object.keys(raw).find((key) => key !== ':@') ?? '';
  return { name, attributes: raw[':@'] ?? {}, children: (raw[name] as Raw[]).map(toElement) };
}

/** All elements of a name, in document order. */
export function elementsOf(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child, ...elementsOf(child, name)] : elementsOf(child, name);
  });
}

/** The text of an element and all in it. */
export function textOf(element: Element | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
