import type { XmlFault, XmlFaultCode } from '../xml/syntax.js';

type Words = (first: string, second: string) => string;

/** No part of a document makes a message longer. */
const longest = 500;

const words: Readonly<Record<XmlFaultCode, Words>> = {
  'xml/syntax': (what) => what,
  'xml/mismatched-tag': (tag, open) =>
    `the end tag ${tag} does not close the element that is open here${open === '' ? '' : `, ${open}`}`,
  'xml/duplicate-attribute': (name) => `an element has the attribute ${name} twice; remove one of them`,
  'xml/illegal-character': (character) => `XML does not allow the character ${character}; remove it`,
  'xml/undefined-entity': (name) =>
    `the entity &${name}; is none of the five of XML; write the character that it stands for`,
  'xml/entity-declaration': () =>
    'it declares an entity (<!ENTITY …>), and such documents are refused; remove the declaration, and write the characters that its entities stand for',
  'xml/unbound-prefix': (prefix) => `the prefix ${prefix} is not declared; declare it (xmlns:${prefix}="…")`,
  'xml/encoding': (what) => what,
  'xml/too-deep': (most) => `elements stand more than ${most} deep in each other`,
  'xml/too-large': (what) => `it has ${what}, which is over the limit`,
  'xml/unreadable': (what) => what,
};

/** What is wrong, and what to do about it, without a full stop; its code is in brackets at the end. Parts come from the document. */
export function describeFault({ code, args: [first = '', second = ''] }: XmlFault): string {
  const what = words[code](shortened(first), shortened(second));
  return what === '' ? code : `${what} (${code})`;
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
