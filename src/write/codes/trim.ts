import type { Content } from '../../model/content.js';

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

/** Without the white space of XML at the ends; a no-break space is a character of the text. */
export function trim(text: string): string {
  // Any white space is at most a space, and nearly no text has any at its ends.
  if (text.charCodeAt(0) > 0x20 && text.charCodeAt(text.length - 1) > 0x20) return text;
  return trimEnd(trimStart(text));
}

function trimStart(text: string): string {
  let start = 0;
  while (isSpace(text.charCodeAt(start))) start++;
  return start === 0 ? text : text.slice(start);
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** Without the white space at the ends. Codes at the ends stay, and so does the white space within them. */
export function trimContent(content: Content): Content {
  const first = content[0];
  const last = content[content.length - 1];
  const startsOuter = first?.kind === 'text' && isSpace(first.text.charCodeAt(0));
  const endsOuter = last?.kind === 'text' && isSpace(last.text.charCodeAt(last.text.length - 1));
  if (!startsOuter && !endsOuter) return content;
  return content.map((inline, index) => {
    if (inline.kind !== 'text') return inline;
    const started = index === 0 ? trimStart(inline.text) : inline.text;
    return { kind: 'text', text: index === content.length - 1 ? trimEnd(started) : started };
  });
}
