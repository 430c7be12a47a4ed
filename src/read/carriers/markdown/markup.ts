import type { Text } from '../../../model/content.js';
import { contentsOf } from '../../contents.js';
import { isWords } from '../../inline/characters.js';
import { readInline } from '../../inline/inline.js';
import { textPiece } from '../../inline/text.js';
import type { Markup } from '../markup.js';

const unit =
  /\\[!-/:-@[-`{-~]|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});|\r\n|[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g;

/** The Markdown of segments: CommonMark, the DocFX forms, math and footnotes. */
export const markdownMarkup: Markup = {
  name: 'markdown',
  isWords,
  parse: readInline,
  readContents: contentsOf,
  spellingsOf({ text, markdown = text }: Text) {
    const spellings = Array.from(markdown.matchAll(unit), ([spelled]): [string, string] => [
      spelled.length === 1 ? spelled : textPiece(spelled).text,
      spelled,
    ]);
    // Of markers that were dropped from a text only the whole is known.
    return spellings.map(([shown]) => shown).join('') === text ? spellings : [[text, markdown]];
  },
};
