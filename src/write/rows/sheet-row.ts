/** UTF-16 code units that a cell may have. */
const longestCell = 32_767;

/**
 * Markup; what XML cannot hold, or would not keep; and what reads like the escape of such a character. The controls from
 * U+007F to U+009F stand as they are: XML holds them, and LibreOffice takes their escapes for text.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const special = /[&<>\u0000-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/**
 * Cells as a row of a sheet (Office Open XML, ECMA-376), on a line of its own: its texts have no line ends. All cells are
 * texts, so that none is a formula.
 */
export function sheetRowOf(cells: readonly string[]): string {
  let row = '<row>';
  for (const text of cells) row += writeCell(text);
  return `${row}</row>\n`;
}

function writeCell(text: string): string {
  return text === ''
    ? '<c/>'
    : `<c t="inlineStr"><is><t xml:space="preserve">${escapeCell(shorten(text))}</t></is></c>`;
}

/** A text that a cell can hold; of a longer one, it says how much is left out. */
function shorten(text: string): string {
  if (text.length <= longestCell) return text;
  const kept = text.slice(0, longestCell - 100).toWellFormed();
  return `${kept}… (${text.length - kept.length} more characters)`;
}

/** `_x0007_` is the character with that number (ECMA-376, part 1, section 22.9.2.19). */
function escapeCell(text: string): string {
  return text.replace(special, (character) => references[character] ?? codeOf(character));
}

function codeOf(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
