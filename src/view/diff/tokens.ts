import type { PageCode, PageContent } from '../page-data.js';
import { piecesOf } from '../page-data.js';

/** What a diff takes as one: a word, a character, white space, or an inline code. */
export interface Token {
  readonly piece: string | PageCode;
  /** The same for tokens that are the same. */
  readonly key: string;
}

/**
 * Characters of scripts that put no spaces between words, each with its marks; words of the others; white space; a picture with
 * all that is joined to it; and any other character with its marks. Every character is in one of them.
 */
const token =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]\p{M}*|[\p{L}\p{N}\p{M}_'’]+|\s+|\p{Extended_Pictographic}(?:\p{M}|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic}?)*|.\p{M}*/gsu;

/** The tokens of a content, in their order. Codes are never cut. */
export function tokensOf(content: PageContent): readonly Token[] {
  const tokens: Token[] = [];
  for (const piece of piecesOf(content)) {
    if (typeof piece === 'string') for (const [text] of piece.matchAll(token)) tokens.push({ piece: text, key: text });
    // No text has a character that is not there.
    // Ids are counted anew where a code was deleted before: they do not tell what is written.
    else tokens.push({ piece, key: `\0${piece.kind} ${piece.data}` });
  }
  return tokens;
}
