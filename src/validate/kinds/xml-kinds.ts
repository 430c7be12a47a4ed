import type { XmlFaultCode } from '../../xml/syntax.js';
import type { ProblemKind } from './problem-kind.js';

/** Problems of XML itself. Only the first one of a document is reported, for nothing after it can be trusted. */
export type XmlProblemCode = XmlFaultCode;

export const xmlProblemKinds: Readonly<Record<XmlProblemCode, ProblemKind>> = {
  'xml/syntax': {
    severity: 'error',
    clause: 'XML 1.0, 2.1',
    meaning: 'The document is not well-formed XML.',
    message: 'Not well-formed: {0}.',
  },
  'xml/mismatched-tag': {
    severity: 'error',
    clause: 'XML 1.0, 3',
    meaning: 'A closing tag is not that of the element that was opened last.',
    message: 'The closing tag {0} does not close the element that is open here: "{1}".',
  },
  'xml/duplicate-attribute': {
    severity: 'error',
    clause: 'XML 1.0, 3.1',
    meaning: 'A tag has two attributes of the same name.',
    message: 'The attribute {0} stands twice in this tag.',
  },
  'xml/illegal-character': {
    severity: 'error',
    clause: 'XML 1.0, 2.2',
    meaning: 'A character, or a reference to one, that XML does not allow. Clients refuse the whole file for one.',
    message: 'XML does not allow the character {0}.',
  },
  'xml/undefined-entity': {
    severity: 'error',
    clause: 'XML 1.0, 4.1',
    meaning: 'A reference to an entity that is not one of the five of XML.',
    message: 'The entity &{0}; is not defined.',
  },
  'xml/entity-declaration': {
    severity: 'error',
    clause: 'XML 1.0, 4.2',
    meaning:
      'The document type declares an entity. XLIFF and TMX need none, and bombs and leaks are made of them: refused.',
    message: 'The document declares an entity; such documents are refused.',
  },
  'xml/unbound-prefix': {
    severity: 'error',
    clause: 'Namespaces in XML 1.0, 5',
    meaning: 'The prefix of an element or attribute is not declared.',
    message: 'The prefix {0} is not bound to a namespace.',
  },
  'xml/too-deep': {
    severity: 'error',
    clause: 'a limit of this library',
    meaning: 'Elements stand more than 250 deep in each other. The document is refused.',
    message: 'Elements stand more than {0} deep in each other; refused.',
  },
  'xml/too-large': {
    severity: 'error',
    clause: 'a limit of this library',
    meaning:
      'The document, or a part of it that is read as a whole, is larger than a limit, which the message names. It is refused.',
    message: 'The document has {0}, which is over the limit; refused.',
  },
  'xml/encoding': {
    severity: 'error',
    clause: 'XML 1.0, 4.3.3',
    meaning:
      'The bytes are not text in the encoding that the document declares, or its first bytes are those of another one, or the encoding is not known.',
    message: 'The encoding is wrong: {0}.',
  },
  'xml/unreadable': {
    severity: 'error',
    clause: 'a limit of this library',
    meaning: 'The parser of XML refuses the document, though it looks well-formed.',
    message: 'The XML parser refuses the document: {0}.',
  },
};
