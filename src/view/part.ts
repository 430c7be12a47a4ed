/** Before the content of a part; it also says whose part it is, and which. */
export function beginPart(page: string, name: string): string {
  return `sspr_tm_part(${toSafeJson(page)},${toSafeJson(name)},()=>{/*`;
}

/** After the content of a part. */
export const endPart = '*/})\n';

const commentEnd = '*/';

/** The same JSON, without what would end the comment that it stands in: an asterisk stands in texts of JSON only. */
export function withoutCommentEnds(json: string): string {
  return json.replaceAll(commentEnd, '*\\/');
}

/** The content of a part: the comment in the function that it hands over. */
export function textOfPart(holder: () => void): string {
  const text = String(holder);
  return text.slice(text.indexOf('/*') + 2, text.lastIndexOf(commentEnd));
}

function toSafeJson(text: string): string {
  return JSON.stringify(text).replaceAll('/', '\\/').replaceAll('<', '\\u003c');
}
