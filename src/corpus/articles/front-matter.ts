import type { Localization } from '../../model/article.js';
import { syntaxOfPath, syntaxOfText, usualSyntax } from '../../read/carriers/choose-syntax.js';
import { createHeaders } from '../../read/versions/headers.js';
import { readStart } from '../files/read-file.js';
import { readSlice } from '../files/read-slice.js';
import type { FoundArticle } from '../find/found.js';
import { openArticle } from './read.js';

/** Nearly all front matters fit in. */
const usualLength = 1 << 12;
const head = Buffer.allocUnsafeSlow(usualLength);

/** Versions of an article follow each other, and most have the front matter of the one before. */
const headers = createHeaders();

/**
 * What the front matter of an article says of its localization; no more of it is read than its front matter, where that is
 * usual. `undefined`: it is standard input, or cannot be read.
 */
export function localizationOf(found: FoundArticle): Localization | undefined {
  const { file, content, path } = found;
  if (file === undefined) return undefined;
  const start = content === undefined ? readHead(found, file) : undefined;
  if (start !== undefined && syntaxOfPath(path) === usualSyntax && !start.includes(0)) {
    const decode = (from: number, to: number): string => start.toString('utf8', from, to);
    const reading = headers.readBytes({ bytes: start.toString('latin1'), decode });
    if (reading !== undefined) return reading.localization;
  }
  const text = (start === undefined ? undefined : headIn(start, path)) ?? openArticle(found).text;
  return text === undefined ? undefined : syntaxOfText(text, path).readMetadata(text).localization;
}

/** The first bytes of an article; none where it cannot be read. Valid until the next are asked for. */
function readHead({ slice }: FoundArticle, file: string | Buffer): Buffer {
  if (slice?.refused !== undefined) return nothing;
  try {
    return slice === undefined
      ? readStart(file, head)
      : readSlice(slice.spool, slice.start, Math.min(slice.end, slice.start + usualLength), usualLength);
  } catch {
    return nothing;
  }
}

const nothing = Buffer.alloc(0);

/** The start of an article, where it is sure that the front matter ends in it or that there is none. */
function headIn(bytes: Buffer, path: string): string | undefined {
  if (bytes.includes(0)) return '';
  const text = bytes.toString('utf8');
  return bytes.length < usualLength || syntaxOfText(text, path).hasMetadata?.(text) ? text : undefined;
}
