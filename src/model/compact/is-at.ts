/** Whether a text stands at an offset of another one. As `startsWith`, which V8 takes ten times as long for. */
export function isAt(text: string, part: string, offset: number): boolean {
  return text.slice(offset, offset + part.length) === part;
}
