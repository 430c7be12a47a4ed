import type { Content } from '../../model/content.js';
import type { Range } from '../../model/position.js';

/** An address in a text, without markup around it. */
export interface BareAddress {
  readonly address: string;
  /** Where it stands: offsets into the Markdown of the content. */
  readonly range: Range;
}

/**
 * What GitHub Flavored Markdown (section 6.9) makes a link of. Letters without case end it: languages that are written
 * without spaces go on after an address as they please.
 */
const bare =
  /(?<![A-Za-z0-9./@])(?:https?:\/\/|www\.)[^\s<>[\]"“”„«»、。，！？：；「」『』【】《》（）\p{Lo}\ufffc]+|(?<![A-Za-z0-9._+@-])[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/giu;
/** What ends a sentence, not an address. */
const trailing = /[?!.,:;*_~'’\])}|]/;

/** Addresses in texts that are in no link, in their order. */
export function bareAddressesOf(content: Content): BareAddress[] {
  const found: BareAddress[] = [];
  let links = 0;
  let start = 0;
  for (const inline of content) {
    const { length } = inline.kind === 'text' ? (inline.markdown ?? inline.text) : inline.data;
    if (inline.kind !== 'text') {
      if (inline.type === 'link' && inline.kind === 'sc' && !inline.isolated) links++;
      if (inline.type === 'link' && inline.kind === 'ec' && !inline.isolated) links--;
    } else if (links === 0 && /:\/\/|www\.|@/i.test(inline.text)) {
      for (const match of inline.text.matchAll(bare)) {
        const address = trim(match[0]);
        const sign = address.search(/[./@]/);
        if (sign < 0 || !/[\p{L}\p{N}]/u.test(address.slice(sign))) continue;
        // Where escapes are in the way, the text as a whole.
        const range =
          inline.markdown === undefined
            ? { start: start + match.index, end: start + match.index + address.length }
            : { start, end: start + length };
        found.push({ address, range });
      }
    }
    start += length;
  }
  return found;
}

/** Without punctuation at its end; a closing parenthesis stays where it was opened in the address. */
function trim(address: string): string {
  let open = 0;
  for (const character of address) open += character === '(' ? 1 : character === ')' ? -1 : 0;
  let end = address.length;
  while (end > 0 && trailing.test(address.charAt(end - 1))) {
    if (address.charAt(end - 1) === ')' && open++ >= 0) break;
    end--;
  }
  return address.slice(0, end);
}
