/** Characters that XML 1.0 (section 2.2) does not allow, and halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const specialInText = /[&<>\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const specialInAttribute = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const perhapsIllegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/** A character that is neither white space nor one that XML does not allow. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const something = /[^\s\u0000-\u001f\u0085\ud800-\udfff\ufffe\uffff]|[\ud800-\udbff][\udc00-\udfff]/;

/**
 * Text as XML character data. What XML does not allow is left out; a CR becomes a reference, because a parser would
 * read the character itself as LF (XML 1.0, section 2.11).
 */
export function escapeText(text: string): string {
  if (!specialInText.test(text)) return text;
  // Four searches for a character take less time than one that calls a function for each that it finds.
  let escaped = dropIllegal(text);
  if (escaped.includes('&')) escaped = escaped.replaceAll('&', '&amp;');
  if (escaped.includes('<')) escaped = escaped.replaceAll('<', '&lt;');
  if (escaped.includes('>')) escaped = escaped.replaceAll('>', '&gt;');
  return escaped.includes('\r') ? escaped.replaceAll('\r', '&#13;') : escaped;
}

/** Text without the characters that XML does not allow. */
export function dropIllegal(text: string): string {
  // Halves of surrogate pairs are found by a slower search, which tells them from whole pairs.
  return perhapsIllegal.test(text) ? text.replace(illegal, '') : text;
}

/** Text as the value of an attribute in double quotes; white space but for spaces is kept as references (section 3.3.3). */
export function escapeAttribute(text: string): string {
  if (!specialInAttribute.test(text)) return text;
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}

/** ` name="value"`, or nothing where there is no value. */
export function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`;
}

/**
 * Whether nothing of a text could be read in a document: it is empty, white space, or characters that no document holds.
 *
 * @example
 * isBlank(' \u00a0\u0001') // true
 */
export function isBlank(text: string): boolean {
  return !something.test(text);
}
