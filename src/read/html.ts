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
    tag = toTag(token, closing);
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

function toTag({ tagName: name, selfClosing, attrs }: Token.TagToken, closing: boolean): Tag {
  const attributes = attrs.length === 0 ? NO_ATTRIBUTES : new Map(attrs.map(({ name, value }) => [name, value]));
  return { name, closing, selfClosing, attributes };
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
  /** The offset after the closing `>`. */
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
  let found: FoundTag | undefined;
  const stop = (): void => tokenizer.pause();
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        found ??= { ...toTag(token, false), end: offset + (token.location?.endOffset ?? markup.length) };
        stop();
      },
      onEndTag: stop,
      onComment: stop,
      onDoctype: stop,
      onCharacter: stop,
      onNullCharacter: stop,
      onWhitespaceCharacter: stop,
      onEof: () => undefined,
    },
  );
  tokenizer.write(markup, true);
  return found;
}

type Handler = ConstructorParameters<typeof Tokenizer>[1];

function tokenize(markup: string, handler: Handler): void {
  new Tokenizer({ sourceCodeLocationInfo: false }, handler).write(markup, true);
}
