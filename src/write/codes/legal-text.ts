import type { Inline } from '../../model/content.js';
import type { EntryText } from '../../model/memory/entry.js';
import { dropIllegal } from '../../xml/escapes.js';

/**
 * A text as every format writes it: without the characters that XML does not allow, so that two which differ in nothing else
 * are one, and one that is read again is the same. What is written of content stands in its text: that says whether it has any.
 */
export function legalText(given: EntryText): EntryText {
  const text = dropIllegal(given.text);
  return text === given.text ? given : { text, content: given.content.map(legalInline) };
}

function legalInline(inline: Inline): Inline {
  if (inline.kind === 'text') {
    const { text, markdown } = inline;
    return {
      ...inline,
      text: dropIllegal(text),
      ...(markdown === undefined ? {} : { markdown: dropIllegal(markdown) }),
    };
  }
  const data = dropIllegal(inline.data);
  if (inline.kind !== 'ph') return { ...inline, data };
  return { ...inline, data, disp: dropIllegal(inline.disp), equiv: dropIllegal(inline.equiv) };
}
