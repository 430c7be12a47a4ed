import { decodeAttribute, type XmlTag } from '../../../xml/syntax.js';

/** No name that is looked for is longer, with what is before and after it. */
const longestLocal = 'trans-unit'.length + 2;

/** How units stand in the documents of a format. */
export interface Shape {
  /** The name of the element that is a unit. */
  readonly unit: string;
  /** The elements around it, from the root on. */
  readonly containers: readonly string[];
  /** The prefix of the root, with its colon. */
  readonly prefix: string;
  /** Whether a namespace is that of the format. */
  isOwn(namespace: string): boolean;
  /** Finds what reading can go on with after damage: a unit, or what units stand in. Its name is the first group. */
  readonly next: RegExp;
  /** The length of the longest of these, with what is before its name. */
  readonly longestName: number;
  /** The elements that are open around such an element, given those that were open. */
  around(open: readonly string[], found: string): readonly string[];
}

/**
 * The shape of a format: `containers` are the elements around units, from the root on; `file`: the one of them that
 * reading can go on with. All others must be open around a unit, but for groups.
 */
export function createShape(
  root: XmlTag,
  unit: string,
  containers: readonly string[],
  isOwn: (namespace: string) => boolean,
  file?: string,
): Shape {
  const colon = root.name.indexOf(':');
  const prefix = root.name.slice(0, colon + 1);
  const names = file === undefined ? [unit] : [unit, file];
  return {
    unit,
    containers,
    prefix,
    isOwn,
    next: new RegExp(`<${prefix.replaceAll('.', '\\.')}(${names.join('|')})(?=[ \\t\\r\\n/>])`, 'g'),
    longestName: prefix.length + longestLocal,
    around(open, found) {
      if (found === file) return containers.slice(0, 1);
      const inOrder = open.filter((local) => containers.includes(local));
      // A memory has nothing but its body between the root and the units.
      return file === undefined ? containers : inOrder;
    },
  };
}

/** The value of an attribute as it is written. */
function rawAttribute({ attributes }: XmlTag, name: string): string | undefined {
  for (let at = 0; at < attributes.length; at += 2) if (attributes[at] === name) return attributes[at + 1];
  return undefined;
}

/** The value of an attribute, references resolved; it may be a part of a larger text. */
export function attributeOf(tag: XmlTag, name: string): string | undefined {
  const raw = rawAttribute(tag, name);
  if (raw === undefined) return undefined;
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code < 0x20 || code === 0x26) return decodeAttribute(raw.replace(/\r\n?/g, '\n'));
  }
  return raw;
}
