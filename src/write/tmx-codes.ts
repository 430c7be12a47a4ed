import type { Code, CodeSubType, Content } from '../model/content.js';
import { escapeText } from './xml.js';

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
 * The content as the inside of a `<seg>`, with level-2 codes: `x` tells which codes of source and target belong
 * together, `i` which halves are a pair.
 */
export function writeTmxContent(content: Content): string {
  const [first] = content;
  if (content.length === 1 && first?.kind === 'text') return escapeText(first.text);
  let xml = '';
  for (const inline of content) xml += inline.kind === 'text' ? escapeText(inline.text) : writeCode(inline);
  return xml;
}

function writeCode(code: Code): string {
  const { id, kind, type, subType, data } = code;
  // Names without any character that would have to be escaped.
  const typed = ` type="${subType === undefined ? `x-${type}` : types[subType]}"`;
  const inner = escapeText(data);
  if (kind === 'ph') return `<ph x="${id}"${typed}>${inner}</ph>`;
  if (code.isolated) return `<it pos="${kind === 'sc' ? 'begin' : 'end'}" x="${id}"${typed}>${inner}</it>`;
  return kind === 'sc' ? `<bpt i="${id}" x="${id}"${typed}>${inner}</bpt>` : `<ept i="${id}">${inner}</ept>`;
}
