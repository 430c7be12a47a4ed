import type { CodeSubType, Content } from '../model/content.js';
import type { Range } from '../model/position.js';

/** What stands between the two halves of a code. */
export interface CodeText {
  /** The text, without markup; U+FFFC for each code without content. */
  readonly text: string;
  /** From the start of the opening half to the end of the closing half, in the article. */
  readonly range: Range;
}

/** What stands between the halves of all codes of some kind, by the ids of the codes, in linear time. */
export function codeTexts(content: Content, subType: CodeSubType): ReadonlyMap<string, CodeText> {
  const texts = new Map<string, CodeText>();
  const open = new Map<string, { readonly from: number; readonly start: number }>();
  let text = '';
  for (const inline of content) {
    if (inline.kind === 'text') text += inline.text;
    else if (inline.kind === 'ph') text += '\ufffc';
    else if (inline.subType !== subType) continue;
    else if (inline.kind === 'sc') open.set(inline.id, { from: text.length, start: inline.range.start });
    else {
      const opened = open.get(inline.id);
      if (opened === undefined) continue;
      open.delete(inline.id);
      texts.set(inline.id, {
        text: text.slice(opened.from),
        range: { start: opened.start, end: inline.range.end },
      });
    }
  }
  return texts;
}
