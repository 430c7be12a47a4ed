/** A plain YAML scalar that can be nothing but a text: no indicator starts it, nothing in it ends it. */
const plain = /^[^\s\-?:,[\]{}#&*!|>'"%@`\\](?!.*(?::\s|:$|\s#|\s$))[^\r\n\t]*$/u;

/** The inside of a double-quoted scalar. */
export function escapeDoubleQuoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** A text as a YAML scalar, in the quotes of another one as far as that works. */
export function spellScalar(text: string, like: string): string {
  if (like.startsWith("'") && !/[\r\n]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  if (!like.startsWith('"') && plain.test(text)) return text;
  return `"${escapeDoubleQuoted(text)}"`;
}
