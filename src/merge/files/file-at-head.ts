import { ownText } from '../../model/compact/own-text.js';
import { attributeOf } from '../../read/edited/cut.js';
import { dropIllegal } from '../../xml/escapes.js';
import { readPlainTag } from '../../xml/scan/plain-tag.js';
import { declaration } from '../../xml/syntax.js';

/** A `<file>` of an XLIFF document. */
export interface FileAtHead {
  readonly original: string;
  /** Where it starts in the document: 0-based UTF-16 code units. */
  readonly offset: number;
}

/**
 * The `<file>` of a document that begins as exporters write it: a declaration, and the tags of `<xliff>` and `<file>`. `head`:
 * the document up to the end of that tag. `undefined` says nothing.
 */
export function fileAtHead(head: string): FileAtHead | undefined {
  declaration.lastIndex = 0;
  const start = declaration.test(head) ? declaration.lastIndex : 0;
  const root = readPlainTag(head, spaceEnd(head, start));
  if (root?.name !== 'xliff' || root.isEmpty) return undefined;
  const file = readPlainTag(head, spaceEnd(head, root.end));
  if (file?.name !== 'file' || file.end !== head.length || dropIllegal(head) !== head) return undefined;
  return { original: ownText(attributeOf(file, 'original') ?? ''), offset: file.start };
}

function spaceEnd(text: string, from: number): number {
  let end = from;
  while (/[ \t\r\n]/.test(text.charAt(end))) end++;
  return end;
}
