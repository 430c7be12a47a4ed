import { type Token, type TokenHandler, Tokenizer } from 'parse5';

/** A start tag as HTML reads it: lower-case names, attribute values with their character references resolved. */
export interface StartTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The offset behind the closing `>`. */
  readonly end: number;
}

/** Tags longer than this are damage, not markup; the limit keeps a scan over many unclosed tags linear. */
const longestTag = 2048;

/**
 * Reads the HTML start tag at an offset, by the tokenizer of the HTML standard (section 13.2.5).
 *
 * Returns `undefined` where no start tag begins, or where it does not end within 2048 characters and before the next
 * `<`: to HTML, a quote that is not closed makes all text up to the next quote a value, whole pairs included.
 */
export function readStartTag(text: string, offset: number): StartTag | undefined {
  let found: StartTag | undefined;
  const ignore = (): void => {};
  const handler: TokenHandler = {
    onStartTag(token) {
      if (found === undefined && token.location?.startOffset === 0) {
        found = {
          name: token.tagName,
          attributes: Object.fromEntries(token.attrs.map(({ name, value }: Token.Attribute) => [name, value])),
          end: offset + token.location.endOffset,
        };
      }
      tokenizer.pause();
    },
    onEndTag: () => tokenizer.pause(),
    onComment: () => tokenizer.pause(),
    onDoctype: () => tokenizer.pause(),
    onCharacter: ignore,
    onNullCharacter: ignore,
    onWhitespaceCharacter: ignore,
    onEof: ignore,
  };
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, handler);
  const slice = text.slice(offset, offset + longestTag);
  const next = slice.indexOf('<', 1);
  tokenizer.write(next < 0 ? slice : slice.slice(0, next), true);
  return found;
}
