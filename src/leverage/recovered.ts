import type { EntryText } from '../model/memory/entry.js';
import { readInline } from '../read/inline/inline.js';

/**
 * A target whose codes say whether its own Markdown has them, or they were read as what the source shows that they were
 * meant to be: a memory does not keep that.
 */
export function withRecovered(target: EntryText): EntryText {
  const { text, content } = target;
  if (content.every(({ kind }) => kind === 'text')) return target;
  const placed = new Set(placesOf(readInline(text)));
  const places = placesOf(content);
  const isWhole = (index: number): boolean => placed.has(places[index] ?? '');
  if (content.every((inline, index) => inline.kind === 'text' || isWhole(index))) return target;
  return {
    text,
    content: content.map((inline, index) =>
      inline.kind === 'text' || isWhole(index) ? inline : { ...inline, recovered: true },
    ),
  };
}

/** Each piece with its place. */
function placesOf(content: EntryText['content']): readonly string[] {
  let offset = 0;
  return content.map((inline) => {
    const markdown = inline.kind === 'text' ? (inline.markdown ?? inline.text) : inline.data;
    const place = `${offset} ${inline.kind} ${markdown}`;
    offset += markdown.length;
    return place;
  });
}
