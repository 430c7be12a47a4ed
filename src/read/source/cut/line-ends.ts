/** A line with more white space at its ends has none of them. */
const mostSpace = 20;

/** Whether nothing but white space stands between a place and the start of its line. */
export function startsLine(text: string, place: number): boolean {
  let at = place;
  while (at > 0 && place - at < mostSpace && isSpace(text.charCodeAt(at - 1))) at--;
  return at === 0 || text.charCodeAt(at - 1) === 0x0a;
}

/** Whether nothing but white space stands between a place and the end of its line. */
export function endsLine(text: string, place: number): boolean {
  let at = place;
  while (at < text.length && at - place < mostSpace && isSpace(text.charCodeAt(at))) at++;
  return at >= text.length || text.charCodeAt(at) === 0x0a;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
