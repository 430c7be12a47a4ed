import type { Localization } from '../../model/article.js';
import { syntaxOfText } from '../../read/carriers/choose-syntax.js';
import { readStart } from '../files/read-file.js';
import { readSlice } from '../files/read-slice.js';
import type { FoundArticle } from '../find/found.js';
import { openArticle } from './read.js';

/** Nearly all front matters fit in. */
const usualLength = 1 << 12;
const head = Buffer.allocUnsafeSlow(usualLength);

/**
 * What the front matter of an article says of its localization; no more of it is read than its front matter, where that is
 * usual. `undefined`: it is standard input, or cannot be read.
 */
export function localizationOf(found: FoundArticle): Localization | undefined {
  const { file, content, path } = found;
  if (file === undefined) return undefined;
  const text = (content === undefined ? readHead(found, file) : undefined) ?? openArticle(found).text;
  return text === undefined ? undefined : syntaxOfText(text, path).readMetadata(text).localization;
}

/** The start of an article, where it is sure that the front matter ends in it or that there is none. */
function readHead({ slice, path }: FoundArticle, file: string | Buffer): string | undefined {
  if (slice?.refused !== undefined) return '';
  let bytes: Buffer;
  try {
    bytes =
      slice === undefined
        ? readStart(file, head)
        : readSlice(slice.spool, slice.start, Math.min(slice.end, slice.start + usualLength), usualLength);
  } catch {
    return '';
  }
  const text = bytes.toString('utf8');
  if (bytes.length < usualLength) return text.includes('\0') ? '' : text;
  if (text.includes('\0')) return '';
  return syntaxOfText(text, path).hasMetadata?.(text) ? text : undefined;
}
