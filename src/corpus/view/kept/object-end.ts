const quote = 0x22;
const backslash = 0x5c;
const open = 0x7b;
const close = 0x7d;

/** Where an object ends that starts at a place of a text of JSON: after its brace. */
export function findObjectEnd(json: string, start: number): number {
  let depth = 0;
  for (let at = start; at < json.length; at++) {
    const unit = json.charCodeAt(at);
    if (unit === quote) at = findQuote(json, at + 1);
    else if (unit === open) depth++;
    else if (unit === close && --depth === 0) return at + 1;
  }
  return json.length;
}

/** The quotation mark that ends the string that a place is in. */
function findQuote(json: string, start: number): number {
  let at = start;
  for (let unit = json.charCodeAt(at); unit !== quote && at < json.length; unit = json.charCodeAt(at)) {
    at += unit === backslash ? 2 : 1;
  }
  return at;
}
