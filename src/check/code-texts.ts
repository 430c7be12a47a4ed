import type { Code, Content } from '../model/content.js';
import type { Range } from '../model/position.js';

/** What stands between the two halves of a code. */
export interface CodeText {
  /** The text, without markup; U+FFFC for each code without content, and before what a picture shows. */
  readonly text: string;
  /** From the start of the opening half to the end of the closing half, in the article. */
  readonly range: Range;
}

/** No name and no label is longer, in UTF-16 code units; codes within each other have all of the text many times over. */
const longest = 1000;

const none: ReadonlyMap<string, CodeText> = new Map();

/** What stands between the halves of the codes that are wanted, by the ids of the codes; without those that hold more. */
export function codeTexts(content: Content, isWanted: (start: Code) => boolean): ReadonlyMap<string, CodeText> {
  if (content.length < 2 || !content.some((inline) => inline.kind === 'sc' && isWanted(inline))) return none;
  const texts = new Map<string, CodeText>();
  const open = new Map<string, { readonly from: number; readonly start: number }>();
  const closed: { readonly id: string; readonly from: number; readonly to: number; readonly range: Range }[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (const inline of content) {
    const isPicture = inline.kind === 'sc' && inline.subType === 'md:image';
    if (inline.kind === 'text' || inline.kind === 'ph' || isPicture) {
      const piece = inline.kind === 'text' ? inline.text : '\ufffc';
      pieces.push(piece);
      length += piece.length;
    } else if (inline.kind === 'sc') {
      if (isWanted(inline)) open.set(inline.id, { from: length, start: inline.range.start });
    } else {
      const opened = open.get(inline.id);
      if (opened === undefined) continue;
      open.delete(inline.id);
      const range = { start: opened.start, end: inline.range.end };
      if (length - opened.from <= longest) closed.push({ id: inline.id, from: opened.from, to: length, range });
    }
  }
  const text = pieces.join('');
  for (const { id, from, to, range } of closed) texts.set(id, { text: text.slice(from, to), range });
  return texts;
}
