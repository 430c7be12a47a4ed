import type { Range } from './position.js';

/**
 * The inside of a segment: text and inline codes in document order.
 *
 * It is a flat list, not a tree, because real markup may cross (`**a <b>b** c</b>`) and may lack a half; a pair of
 * codes is a {@link CodeStart} and a {@link CodeEnd} with the same `id`. No byte is missing: {@link toMarkdown} joins
 * the pieces back into the segment as it stands in the article.
 */
export type Content = readonly Inline[];

/** One piece of a {@link Content}. */
export type Inline = Text | Code;

/** An inline code: what XLIFF 2.0 (section 4.2.3) and TMX 1.4b write as an element inside the text. */
export type Code = Placeholder | CodeStart | CodeEnd;

/** A run of characters as a reader of the rendered article sees them. Never empty. */
export interface Text {
  readonly kind: 'text';
  /** The characters: backslash escapes and character references are resolved. */
  readonly text: string;
  /** The same run as the article spells it; only there when it differs from `text` (`\*` for `*`, `&lt;` for `<`). */
  readonly markdown?: string;
}

/** What all inline codes share. */
interface CodeBase {
  /** Names the code in its segment; a target code has the id of the source code that it corresponds to. */
  readonly id: string;
  /** The XLIFF 2.0 `type` of the code. */
  readonly type: CodeType;
  /** The XLIFF 2.0 `subType`: `xlf:b`, `xlf:i`, `xlf:u`, `xlf:lb` of the specification, else one with the prefix `md`. */
  readonly subType?: CodeSubType;
  /** The markup as the article spells it. */
  readonly data: string;
  /** Where `data` stands in the article. */
  readonly range: Range;
  /** The markup is damaged here, and was read as what the other side of the pair shows that it was meant to be. */
  readonly recovered?: true;
}

/** A code that stands for itself: a code span, an autolink, a line break (XLIFF `ph`, TMX `ph`). */
export interface Placeholder extends CodeBase {
  readonly kind: 'ph';
  /** What a person should see in its place (XLIFF `disp`); may be empty, as for a comment. */
  readonly disp: string;
  /** What it stands for in a plain text (XLIFF `equiv`); may be empty. */
  readonly equiv: string;
  /** What it belongs to, as a TMX says: what comes before it (`p`), what follows (`f`), or both (`b`). */
  readonly assoc?: 'p' | 'f' | 'b';
}

/** The opening half of a pair of codes (XLIFF `sc` or the start of a `pc`, TMX `bpt`). */
export interface CodeStart extends CodeBase {
  readonly kind: 'sc';
  /** The other half is not in this segment. */
  readonly isolated?: true;
}

/** The closing half of a pair of codes (XLIFF `ec` or the end of a `pc`, TMX `ept`). */
export interface CodeEnd extends CodeBase {
  readonly kind: 'ec';
  /** The other half is not in this segment. */
  readonly isolated?: true;
}

/** The values of `type` that XLIFF 2.0 (section 4.3.1.39) allows for inline codes. */
export type CodeType = 'fmt' | 'ui' | 'quote' | 'link' | 'image' | 'other';

/** The values of `subType` in use: those of XLIFF 2.0 (section 4.3.1.33), and our own. */
export type CodeSubType =
  | 'xlf:b'
  | 'xlf:i'
  | 'xlf:u'
  | 'xlf:lb'
  /** `~~struck~~` */
  | 'md:s'
  /** A code span. */
  | 'md:code'
  /** `[label](destination)`, `[label][reference]`, `[label][]`, `[label]` */
  | 'md:link'
  /** `![alt](destination)` and its reference forms */
  | 'md:image'
  /** `<https://example.org>` */
  | 'md:autolink'
  /** `<xref:System.String>`, `@System.String` */
  | 'md:xref'
  /** `[!INCLUDE [title](path)]`, `:::image source="path":::` and other DocFX forms */
  | 'md:include'
  /** `$math$` */
  | 'md:math'
  /** `[^1]` */
  | 'md:footnote'
  /** `<!-- comment -->` and the other bracketed HTML that is no tag */
  | 'md:comment'
  /** Any other HTML tag. */
  | 'md:html';

/**
 * The content as a reader sees it: the text, with what its codes stand for (`equiv`) in their places.
 *
 * @example
 * toPlainText(parseInline('Click **Next** &amp; read `a.md`')) // 'Click Next & read a.md'
 */
export function toPlainText(content: Content): string {
  let text = '';
  for (const inline of content) {
    if (inline.kind === 'text') text += inline.text;
    else if (inline.kind === 'ph') text += inline.equiv;
  }
  return text;
}

/**
 * The content as the article spells it, byte for byte.
 *
 * @example
 * toMarkdown(parseInline('Click **Next** &amp; read `a.md`')) // 'Click **Next** &amp; read `a.md`'
 */
export function toMarkdown(content: Content): string {
  let markdown = '';
  for (const inline of content) markdown += inline.kind === 'text' ? (inline.markdown ?? inline.text) : inline.data;
  return markdown;
}

/**
 * The inline codes of the content, in document order.
 *
 * @example
 * codesOf(parseInline('**Next**, `a`')).map(({ kind, id, data }) => `${kind} ${id} ${data}`) // ['sc 1 **', 'ec 1 **', 'ph 2 `a`']
 */
export function codesOf(content: Content): readonly Code[] {
  return content.filter((inline) => inline.kind !== 'text');
}

/**
 * Whether a code is bold, italic, underlined or struck through: how it is spelled says nothing of which one it is.
 *
 * @example
 * codesOf(parseInline('**Next**, `a`')).map(isFormatting) // [true, true, false]
 */
export function isFormatting({ subType }: Code): boolean {
  return subType === 'xlf:b' || subType === 'xlf:i' || subType === 'xlf:u' || subType === 'md:s';
}
