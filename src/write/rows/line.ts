/** White space of one line, and what any reader takes for the end of one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const space = /[\t-\r\u001c-\u001e \u0085\u2028\u2029]+/g;

/** A text as one line: white space that holds a line break or a tab is one space. Never empty where the text is not blank. */
export function toLine(text: string): string {
  return text.replace(space, (run) => (run.search(/[^ ]/) < 0 ? run : ' ')).trim();
}
