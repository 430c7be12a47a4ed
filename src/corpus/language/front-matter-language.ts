import { syntaxOfText } from '../../read/carriers/choose-syntax.js';
import { openArticle } from '../articles/read.js';
import { readStart } from '../files/read-file.js';
import type { FoundArticle } from '../find/find.js';

/** Nearly all front matters fit in. */
const usualLength = 1 << 12;
const head = Buffer.allocUnsafeSlow(usualLength);

/** The language that an article on the disk names; no more of it is read than its front matter, where that is usual. */
export function namedLanguage(found: FoundArticle): string | undefined {
  const { file, content, slice, path } = found;
  if (file === undefined) return undefined;
  const text =
    (content === undefined && slice === undefined ? readHead(file, path) : undefined) ?? openArticle(found).text;
  return text === undefined ? undefined : syntaxOfText(text, path).readMetadata(text).localization.trgLang;
}

/** The start of a file, where it is sure that the front matter ends in it or that there is none. */
function readHead(file: string | Buffer, path: string): string | undefined {
  let length = 0;
  try {
    length = readStart(file, head).length;
  } catch {
    return '';
  }
  const text = head.toString('utf8', 0, length);
  if (length < usualLength) return text.includes('\0') ? '' : text;
  if (text.includes('\0')) return '';
  return syntaxOfText(text, path).hasMetadata?.(text) ? text : undefined;
}
