import type { Code, CodeSubType, Content } from '../../model/content.js';
import { escapeText } from '../../xml/escapes.js';
import { codesIn, type HasCode } from './partners.js';

/** The `type` of codes (TMX 1.4b, "Attributes"), by our names of them; `x-` marks what the specification has no word for. */
const types: Readonly<Record<CodeSubType, string>> = {
  'xlf:b': 'bold',
  'xlf:i': 'italic',
  'xlf:u': 'ulined',
  'xlf:lb': 'lb',
  'md:s': 'x-strike',
  'md:code': 'x-code',
  'md:link': 'link',
  'md:image': 'image',
  'md:autolink': 'x-autolink',
  'md:xref': 'x-xref',
  'md:include': 'x-include',
  'md:math': 'x-math',
  'md:footnote': 'fnote',
  'md:comment': 'x-comment',
  'md:html': 'x-html',
};

/**
 * The content as the inside of a `<seg>`, with level-2 codes: `x` says which codes of source and target belong
 * together, `i` which halves are a pair. A code without a partner among those of the other side has no `x`.
 */
export function writeTmxContent(content: Content, other: Content): string {
  const [first] = content;
  if (content.length === 1 && first?.kind === 'text') return escapeText(first.text);
  const hasPartner = codesIn(other);
  let xml = '';
  for (const inline of content) xml += inline.kind === 'text' ? escapeText(inline.text) : writeCode(inline, hasPartner);
  return xml;
}

function writeCode(code: Code, hasPartner: HasCode): string {
  const { id, kind, type, subType, data } = code;
  // Names without any character that would have to be escaped.
  const typed = `${hasPartner(id) ? ` x="${id}"` : ''} type="${subType === undefined ? `x-${type}` : types[subType]}"`;
  const inner = escapeText(data);
  if (kind === 'ph') {
    const assoc = code.assoc === undefined ? '' : ` assoc="${code.assoc}"`;
    return `<ph${typed}${assoc}>${inner}</ph>`;
  }
  if (code.isolated) return `<it pos="${kind === 'sc' ? 'begin' : 'end'}"${typed}>${inner}</it>`;
  return kind === 'sc' ? `<bpt i="${id}"${typed}>${inner}</bpt>` : `<ept i="${id}">${inner}</ept>`;
}
