/** A plain scalar that is nothing else: no indicator at its start, and nothing in it that ends it (YAML 1.2, section 7.3.3). */
const plain = /^(?![-?:](?:\s|$))[^\s,[\]{}#&*!|>'"%@`](?!.*(?::\s|:$|\s#))(?:.*\S)?$/;
/** What YAML takes for something else than text (section 10.3.2), and what older versions of it do. */
const typed =
  /^(?:[-+]?[0-9][0-9_.,:eExXoO+-]*|[-+]?\.[0-9]+|[-+]?\.inf|\.nan|~|null|true|false|yes|no|on|off|---|\.\.\.|[0-9]{4}-[0-9]{2}-[0-9]{2}.*)$/i;

/** A value in the style in which another one was spelled: double-quoted, single-quoted or plain, quoted where it has to be. */
export function spellLike(spelled: string, value: string): string {
  if (spelled.startsWith('"') || /[^\P{Cc}]/u.test(value)) return spellDoubleQuoted(value);
  if (spelled.startsWith("'")) return spellSingleQuoted(value);
  return isPlain(value) ? value : spellDoubleQuoted(value);
}

/** Whether a value can stand without quotes and is still read as text. */
export function isPlain(value: string): boolean {
  return plain.test(value) && !typed.test(value);
}

export function spellDoubleQuoted(value: string): string {
  const escaped = value.replace(/["\\]|[^\P{Cc}]/gu, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
  return `"${escaped}"`;
}

function spellSingleQuoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
