import {
  APOSTROPHE,
  AT,
  asciiClass,
  BACKSLASH,
  BANG,
  BRACKET_CLOSE,
  BRACKET_OPEN,
  CARET,
  COLON,
  HYPHEN,
  isAlphanumeric,
  LETTER,
  PAREN_CLOSE,
  PAREN_OPEN,
  QUOTE,
  skipBlank,
  UNDERSCORE,
} from '../characters.js';
import { FOOTNOTE, INCLUDE, type Mark, placeholder, XREF } from '../marks.js';
import { xrefName } from './xref.js';

/** The words that DocFX knows after `[!`, in any case; another word counts when it is all capitals (`[!TIPS]`). */
const KEYWORD =
  /^(?:note|tip|important|caution|warning|include|video|code(?:-\w+)?|div|tabgroup|toc|row|column|image)$/i;
const CAPITALS = /^[A-Z]{3,}$/;

/**
 * A bracketed DocFX form at `from`: `[!INCLUDE [title](path)]`, `[!VIDEO url]`, `[!NOTE]`; `undefined` where the `[!`
 * begins no such form.
 */
export function directive(text: string, from: number): Mark | undefined {
  if (text.charCodeAt(from + 1) !== BANG) return undefined;
  let at = from + 2;
  while (isAlphanumeric(text.charCodeAt(at)) || text.charCodeAt(at) === HYPHEN) if (++at - from > 40) return undefined;
  const keyword = text.slice(from + 2, at);
  if (!KEYWORD.test(keyword) && !CAPITALS.test(keyword)) return undefined;
  if (text.charCodeAt(skipBlank(text, at)) === BRACKET_OPEN) return linkDirective(text, from, skipBlank(text, at));
  // Glued to a name it is an index (`a[!FLAG]`).
  if (isAlphanumeric(text.charCodeAt(from - 1))) return undefined;
  if (text.charCodeAt(at) === BRACKET_CLOSE) return placeholder(INCLUDE, from, at + 1, keyword, '');
  const argument = skipBlank(text, at);
  if (argument === at) return undefined;
  // `[!VIDEO url]`, `[!div class="x"]`: everything up to the bracket, on one line.
  for (let end = argument; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === BRACKET_CLOSE) return placeholder(INCLUDE, from, end + 1, text.slice(argument, end), '');
    if (code === BRACKET_OPEN || code === 10 || code === 13) return undefined;
  }
  return undefined;
}

/** What nearly all labels and paths are, in one step. */
const plainLabel = /[^\\[\]]+/y;
const plainPath = /[^()[\n\r]+/y;

function linkDirective(text: string, from: number, label: number): Mark | undefined {
  plainLabel.lastIndex = label + 1;
  let at = plainLabel.test(text) ? plainLabel.lastIndex : label + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BRACKET_CLOSE) break;
    if (code === BRACKET_OPEN) return undefined;
    if (code === BACKSLASH) at++;
  }
  const title = text.slice(label + 1, at);
  at = skipBlank(text, at + 1);
  if (text.charCodeAt(at) !== PAREN_OPEN) return undefined;
  plainPath.lastIndex = at + 1;
  at = plainPath.test(text) ? plainPath.lastIndex : at + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === PAREN_CLOSE) break;
    if (code === BRACKET_OPEN || code === 10 || code === 13) return undefined;
  }
  at = skipBlank(text, at + 1);
  return text.charCodeAt(at) === BRACKET_CLOSE ? placeholder(INCLUDE, from, at + 1, title, title) : undefined;
}

const FOOTNOTE_LIMIT = 60;
const FOOTNOTE_LABEL = /^(?:[0-9]{1,4}|[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]{2,})*)$/u;

/**
 * A footnote mark (`[^1]`) at `from`. Its definition stands elsewhere, so the label decides: a number or a name, not
 * the ranges of a pattern (`[^a-z]`), and neither a definition's own mark (`[^1]:`) nor a link (`[^1](url)`).
 */
export function footnote(text: string, from: number): Mark | undefined {
  if (text.charCodeAt(from + 1) !== CARET) return undefined;
  let end = from + 2;
  while (text.charCodeAt(end) !== BRACKET_CLOSE) if (++end - from > FOOTNOTE_LIMIT) return undefined;
  const label = text.slice(from + 2, end);
  const after = text.charCodeAt(end + 1);
  if (
    after === PAREN_OPEN ||
    after === BRACKET_OPEN ||
    (after === COLON && from === 0) ||
    !FOOTNOTE_LABEL.test(label)
  ) {
    return undefined;
  }
  return placeholder(FOOTNOTE, from, end + 1, label, '');
}

/**
 * A short cross reference at `from`: `@"uid"`, `@'uid'` or `@System.String`, not inside a word as in an address or a
 * decorator. Without quotes only a dotted name whose parts are spelled as .NET spells them counts: DocFX leaves `@name`
 * as it is unless that identifier exists, and `@contoso.com` names a domain.
 */
export function shortXref(text: string, from: number): Mark | undefined {
  const before = text.charCodeAt(from - 1);
  if (isAlphanumeric(before) || before === UNDERSCORE || before === AT || before === 46) return undefined;
  const quote = text.charCodeAt(from + 1);
  if (quote === QUOTE || quote === APOSTROPHE) {
    for (let at = from + 2; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        if (at === from + 2) return undefined;
        const name = xrefName(text.slice(from + 2, at));
        return placeholder(XREF, from, at + 1, name, name);
      }
      // An identifier has no white space and no quotes; without this a quote far away would be its end.
      if (code <= 32 || code === QUOTE || code === APOSTROPHE) return undefined;
    }
    return undefined;
  }
  if ((asciiClass(quote) & LETTER) === 0) return undefined;
  let at = from + 1;
  while (isIdentifierPart(text.charCodeAt(at))) at++;
  while (text.charCodeAt(at - 1) === 46) at--;
  const uid = text.slice(from + 1, at);
  if (!/^[A-Z]/.test(uid) || !uid.includes('.') || /\.[^A-Z_]/.test(uid)) return undefined;
  const name = xrefName(uid);
  return placeholder(XREF, from, at, name, name);
}

function isIdentifierPart(code: number): boolean {
  return isAlphanumeric(code) || code === UNDERSCORE || code === 46;
}
