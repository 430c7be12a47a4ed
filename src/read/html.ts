import { type Token, Tokenizer } from 'parse5';

/** A tag, as HTML reads it. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Reads a string that should be one tag and nothing else; `undefined` when HTML sees anything else in it. */
export function readTag(markup: string): Tag | undefined {
  let tag: Tag | undefined;
  let tokens = 0;
  const keep = (token: Token.TagToken, closing: boolean): void => {
    tokens++;
    tag = {
      name: token.tagName,
      closing,
      selfClosing: token.selfClosing,
      attributes:
        token.attrs.length === 0 ? NO_ATTRIBUTES : new Map(token.attrs.map(({ name, value }) => [name, value])),
    };
  };
  const other = (): void => {
    tokens++;
  };
  tokenize(markup, {
    onStartTag: (token) => keep(token, false),
    onEndTag: (token) => keep(token, true),
    onComment: other,
    onDoctype: other,
    onCharacter: other,
    onNullCharacter: other,
    onWhitespaceCharacter: other,
    onEof: () => undefined,
  });
  return tokens === 1 ? tag : undefined;
}

/** The characters that a named character reference (`name` without `&` and `;`) stands for, if HTML knows it. */
export function decodeNamedReference(name: string): string | undefined {
  let text = '';
  const other = (): void => undefined;
  const keep = (token: Token.CharacterToken): void => {
    text += token.chars;
  };
  tokenize(`&${name};`, {
    onStartTag: other,
    onEndTag: other,
    onComment: other,
    onDoctype: other,
    onCharacter: keep,
    onNullCharacter: keep,
    onWhitespaceCharacter: keep,
    onEof: other,
  });
  // HTML also takes a known beginning of an unknown name (`&notit;`), and then leaves the semicolon behind.
  return text.endsWith(';') && name !== 'semi' ? undefined : text;
}

/** A start tag that was found in a text. */
export interface FoundTag extends Tag {
  /** The offset behind the closing `>`. */
  readonly end: number;
}

/** Tags longer than this are damage, not markup; the limit keeps a scan over many unclosed tags linear. */
const longestTag = 2048;

/**
 * Reads the HTML start tag at an offset, by the tokenizer of the HTML standard (section 13.2.5).
 *
 * `undefined` where no start tag begins, or where it does not end within 2048 characters and before the next `<`: to
 * HTML, a quote that is not closed makes all text up to the next quote a value, whole pairs included.
 */
export function readStartTag(text: string, offset: number): FoundTag | undefined {
  const slice = text.slice(offset, offset + longestTag);
  const next = slice.indexOf('<', 1);
  const markup = next < 0 ? slice : slice.slice(0, next);
  // The tag ends at one of these; a value in quotes may hold others.
  for (let end = markup.indexOf('>'); end >= 0; end = markup.indexOf('>', end + 1)) {
    const tag = readTag(markup.slice(0, end + 1));
    if (tag !== undefined) return tag.closing ? undefined : { ...tag, end: offset + end + 1 };
  }
  return undefined;
}

type Handler = ConstructorParameters<typeof Tokenizer>[1];

function tokenize(markup: string, handler: Handler): void {
  new Tokenizer({ sourceCodeLocationInfo: false }, handler).write(markup, true);
}
