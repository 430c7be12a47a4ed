/** Elements of HTML whose tags start and end blocks (CommonMark 0.31, section 4.6, kind 6). Any other tag is a code in a line. */
const blockTags =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';

/** A pattern with the names of these elements in place of `NAME`. It is made in a call, which bundles without it leave out. */
export function patternOfBlockTags(pattern: string, flags: string): RegExp {
  return new RegExp(pattern.replaceAll('NAME', `(?:${blockTags})`), flags);
}

const blockTag = /* @__PURE__ */ patternOfBlockTags('^</?NAME(?:[\\s/>]|$)', 'i');

/** Whether a text starts with the tag of a block. */
export function startsWithBlockTag(text: string): boolean {
  return blockTag.test(text);
}
