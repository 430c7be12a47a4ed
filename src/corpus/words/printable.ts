/** What a terminal obeys instead of showing it: control characters, line separators, and changes of direction. */
const obeyed = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Twice what a path may have; a value of an option, or an id, may be as long as a file. */
const longest = 10_000;

/**
 * A text from outside (a path, an id, markup, metadata) as one that a terminal shows and does not obey, on one line, of
 * at most 10,000 characters.
 *
 * @example
 * printable('a\u001b]0;title\u0007.md') // 'a\\x1b]0;title\\x07.md'
 */
export function printable(text: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return shown.toWellFormed().replace(obeyed, (character) => names[character] ?? codeOf(character));
}

const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': ' ' };

function codeOf(character: string): string {
  const digits = character.charCodeAt(0).toString(16);
  return digits.length > 2 ? `\\u${digits}` : `\\x${digits.padStart(2, '0')}`;
}
