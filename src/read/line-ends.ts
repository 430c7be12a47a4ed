/** A text with LF for each line end: CRLF, CR and LF are the same (CommonMark 0.31, section 2.1). */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The characters of a text, of which a line end is one. */
export function lengthOf(text: string): number {
  return withLineFeeds(text).length;
}
