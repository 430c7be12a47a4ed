/** Before the content of a part; it also says whose part it is, and which. */
export function beginPart(page: string, name: string): string {
  return `sspr_tm_part(${toSafeJson(page)},${toSafeJson(name)},()=>{/*`;
}

/** After the content of a part. */
export const endPart = '*/})\n';

/** What is no end of a comment, and the same JSON. An asterisk stands in texts of JSON only. */
export const commentEnd = '*/';
export const escapedEnd = '*\\/';

/** The content of a part: the comment in the function that it hands over. */
export function textOfPart(holder: () => void): string {
  const text = String(holder);
  return text.slice(text.indexOf('/*') + 2, text.lastIndexOf(commentEnd));
}

function toSafeJson(text: string): string {
  return JSON.stringify(text).replaceAll('/', '\\/').replaceAll('<', '\\u003c');
}
