import { toPlainText } from '../../../model/content.js';
import type { EntryText } from '../../../model/memory/entry.js';
import { escapeText } from '../../../xml/escapes.js';
import type { HasCode } from '../../codes/partners.js';
import type { CodeWriter } from '../../codes/xliff-codes.js';
import type { InlineMode } from '../../export-options.js';

/** What codes of a side are written with. */
export interface SideCodes {
  readonly codes: CodeWriter;
  /** Makes ids unique in the unit. */
  readonly prefix: string;
  /** Whether the other side has a code. */
  readonly hasPartner: HasCode;
}

/** The inside of a `<source>` or `<target>`. */
export function writeSide(
  { text, content }: EntryText,
  inline: InlineMode | undefined,
  { codes, prefix, hasPartner }: SideCodes,
): string {
  if (inline === 'text') return escapeText(text);
  if (inline === 'strip') return escapeText(toPlainText(content));
  return codes.content(content, prefix, hasPartner);
}
