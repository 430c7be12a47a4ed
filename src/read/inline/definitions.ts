import { normalizeLabel } from './constructs/links.js';

/**
 * `[label]: destination` at the start of a line (CommonMark 0.31, section 4.7), in a list or quote too, with nothing after
 * it but a title: else it is a sentence (`[Note]: see this`). A destination may be in the next line, where that starts no other
 * block. White space is that of ASCII, as where blocks are read (../source/blocks/definitions.ts).
 */
const definition =
  /^((?:[ \t]*>)*)[ \t]*(?:[-+*][ \t]+|[0-9]{1,9}[.)][ \t]+)?\[((?:[^\\[\]\r\n]|\\.){1,999})\]:[ \t]*(?:(?=[^ \t\r\n\f\v])|(?:\r\n?|\n)(?:\1)?[ \t]*(?!>|#{1,6}(?:[ \t]|$)|`{3,}[^`\r\n]*$|~{3}|(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*|-+[ \t]*)$|(?:[-+*]|0{0,8}1[.)])[ \t]+[^ \t\r\n]|<(?:[!?]|\/?[a-z][a-z0-9]*[\s/>])))(?:<[^<>\r\n]*>|[^ \t\r\n\f\v<][^ \t\r\n\f\v]*)[ \t]*(?:(?<=[ \t])(?:"(?:[^"\\\r\n]|\\.)*(?:"[ \t]*)?|'(?:[^'\\\r\n]|\\.)*(?:'[ \t]*)?|\((?:[^()\\\r\n]|\\.)*(?:\)[ \t]*)?))?$/gim;

/** The labels that the article defines for references, in normal form. Few articles have any. */
export function findDefinitions(text: string): ReadonlySet<string> {
  if (!text.includes(definitionMark)) return noDefinitions;
  const labels = new Set<string>();
  for (const [, , label = ''] of text.matchAll(definition)) {
    if (labels.add(normalizeLabel(label)).size === mostLabels) break;
  }
  return labels;
}

/** Labels beyond these are not known: articles define a few dozen, and a set cannot hold as many as a text. */
const mostLabels = 1_000_000;

/** In each of them. */
export const definitionMark = ']:';

export const noDefinitions: ReadonlySet<string> = new Set();
