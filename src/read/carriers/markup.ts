import type { Content, Text } from '../../model/content.js';
import type { Contents, ContentsOptions } from '../contents.js';
import type { InlineOptions } from '../inline/inline.js';

/** What the content of a pair is written in: which characters are text, and which are codes. */
export interface Markup {
  /** Rules that are about one kind of markup name it. */
  readonly name: string;
  /** Whether a text is nothing but words: nothing in it could begin a code, an escape or a reference. */
  isWords(text: string): boolean;
  /** Reads one side. The pieces of the content, joined as they are spelled, are the text. */
  parse(text: string, options: InlineOptions): Content;
  /** Reads both sides of a pair, so that codes that belong together have one id. */
  readContents(source: string, target: string, options: ContentsOptions): Contents;
  /** The characters of a text as a reader sees them, each with its spelling. */
  spellingsOf(text: Text): readonly (readonly [shown: string, spelled: string])[];
  /**
   * Spells a character, where that is the same wherever it stands. Default: what is around decides, as in Markdown, and
   * it is found out by reading what was written.
   */
  escape?(character: string): string;
}
