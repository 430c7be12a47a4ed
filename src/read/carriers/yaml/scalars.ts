import { Lexer } from 'yaml';
import type { Range } from '../../../model/position.js';
import { withoutReturns } from '../../metadata/yaml.js';

/** How a scalar is spelled. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

/** A scalar of a YAML text as it stands there: quotes included; of a block scalar only its lines. */
export interface Scalar extends Range {
  readonly style: ScalarStyle;
  /** It stands within braces or brackets. */
  readonly isInFlow: boolean;
  /** Line breaks of a block scalar are spaces (`>`). */
  readonly isFolded: boolean;
}

const marker = /data-[ts]tu-id/;
/** What the lexer yields besides what stands in the text (`CST` of the library): the start of a document, an end of braces that is missing, and that a scalar comes next. */
const startOfDocument = '\x02';
const missingEnd = '\x18';
const scalarNext = '\x1f';

/**
 * The scalars that have the markup of pairs in them, in order, by the lexer of the YAML library: it takes any text,
 * gives each character once, and does not call itself, however deep the text is.
 */
export function findScalars(text: string): readonly Scalar[] {
  const found: Scalar[] = [];
  if (!marker.test(text)) return found;
  const yaml = withoutReturns(text);
  let at = 0;
  let depth = 0;
  let isNext = false;
  let header = '';
  for (const token of new Lexer().lex(yaml)) {
    if (!isNext && (token === startOfDocument || token === missingEnd || token === scalarNext)) {
      isNext = token === scalarNext;
      continue;
    }
    const start = at;
    at += token.length;
    const style = isNext ? (header === '' ? 'plain' : 'block') : quotesOf(token);
    if (style !== undefined) {
      isNext = false;
      if (marker.test(token)) {
        found.push({ start, end: at, style, isInFlow: depth > 0, isFolded: header.startsWith('>') });
      }
      if (style === 'block') header = '';
      continue;
    }
    const first = token.charCodeAt(0);
    if (first === 0x7c || first === 0x3e) header = token;
    else if (first === 0x5b || first === 0x7b) depth++;
    else if ((first === 0x5d || first === 0x7d) && depth > 0) depth--;
  }
  return found;
}

function quotesOf(token: string): ScalarStyle | undefined {
  const first = token.charCodeAt(0);
  return first === 0x22 ? 'double' : first === 0x27 ? 'single' : undefined;
}
