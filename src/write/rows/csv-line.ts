/** What is quoted (RFC 4180, section 2): a quote, a comma, a line break. */
const special = /[",\r\n]/;

/**
 * What programs take for the start of a formula, full-width forms included, some of them after white space; and what would
 * look like that after our own apostrophe was taken off.
 */
const formula = /^'*(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/;

/**
 * Cells as a record of CSV (RFC 4180), its line end included.
 *
 * An apostrophe stands before a cell that would start a formula, and before one that starts so after apostrophes. So
 * whoever takes one apostrophe off each cell of the form `'…=` has the cells again.
 *
 * @example
 * csvLineOf(['a', '=1+1', 'say "hi"']) // `a,'=1+1,"say ""hi"""\r\n`
 */
export function csvLineOf(cells: readonly string[]): string {
  let line = '';
  for (let index = 0; index < cells.length; index++) {
    if (index > 0) line += ',';
    line += writeCell(cells[index] ?? '');
  }
  return `${line}\r\n`;
}

function writeCell(text: string): string {
  if (text === '') return '';
  const inert = formula.test(text) ? `'${text}` : text;
  return special.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
