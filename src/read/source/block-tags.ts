/** Elements of HTML whose tags start and end blocks (CommonMark 0.31, section 4.6, kind 6). Any other tag is a code in a line. */
export const blockTags =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';

const blockTag = new RegExp(`^</?(?:${blockTags})(?:[\\s/>]|$)`, 'i');

/** Whether a text starts with the tag of a block. */
export function startsWithBlockTag(text: string): boolean {
  return blockTag.test(text);
}
