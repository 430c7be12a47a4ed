/** What begins a block scalar: folded or literal, with the last line end or without. Others are left to the YAML library. */
export const blockHeader: RegExp = /^([>|])(-)?$/;

/** A block scalar, and where it ends: after its last character, and where the next line begins. */
interface BlockScalar {
  readonly value: string;
  readonly end: number;
  readonly next: number;
}

/** A line with its indentation, or an empty one. */
const line = /( *)([^\s][^\r\n]*)?(\r\n|\n|$)/y;

/**
 * Reads a block scalar whose lines are all indented alike, with empty lines between them (YAML 1.2, section 8.1). It gives up
 * (`undefined`) at anything else, as at white space at the end of a line, which belongs to the text.
 */
export function readBlockScalar(
  yaml: string,
  start: number,
  folded: boolean,
  keepsEnd: boolean,
): BlockScalar | undefined {
  let value = '';
  let indent = -1;
  let end = start;
  let at = start;
  /** Empty lines since the last text. */
  let empty = 0;
  while (at < yaml.length) {
    line.lastIndex = at;
    const match = line.exec(yaml);
    if (match === null) return undefined;
    const [whole, spaces = '', text, lineEnd = ''] = match;
    if (text === undefined) {
      // White space alone, or an empty line before the first text, may mean anything.
      if (spaces !== '' || indent < 0) return undefined;
      empty++;
    } else {
      if (spaces === '') break;
      if ((indent >= 0 && spaces.length !== indent) || lineEnd === '' || /\s$/.test(text)) return undefined;
      if (indent >= 0 && folded) value += empty === 0 ? ' ' : '\n'.repeat(empty);
      else if (indent >= 0) value += '\n'.repeat(empty + 1);
      indent = spaces.length;
      value += text;
      empty = 0;
      end = at + whole.length - lineEnd.length;
    }
    at += whole.length;
  }
  return indent < 0 ? undefined : { value: keepsEnd ? `${value}\n` : value, end, next: at };
}
