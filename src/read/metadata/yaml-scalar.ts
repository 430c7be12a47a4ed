/**
 * A plain scalar that is nothing else: no indicator at its start, and nothing in it that ends it (YAML 1.2, section 7.3.3).
 * Within braces or brackets (`flow`), commas, brackets and braces end it, too.
 */
const plain = /^(?![-?:](?:\s|$))[^\s,[\]{}#&*!|>'"%@`](?!.*(?::\s|:$|\s#))(?:.*\S)?$/;
const flowIndicator = /[,[\]{}]|^[-?:]/;
/**
 * What a reader of YAML takes for something else than text: in YAML 1.2 (section 10.3.2), or in 1.1, whose types
 * (https://yaml.org/type/) are older and more. Generous: what merely looks like a number, a date or a time is quoted.
 */
const typed =
  /^(?:[-+]?[0-9.][0-9a-f_.,:xo+-]*|[-+]?e[-+]?[0-9]+|[-+]?\.inf|\.nan|~|null|true|false|yes|no|on|off|y|n|=|<<|---.*|\.\.\..*|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)$/i;
/**
 * Controls, line breaks of YAML 1.1, and what is no printable character (YAML 1.2, section 5.1). Halves of surrogate pairs
 * that stand for bytes that are not UTF-8 stay as they are.
 */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]|(?![\udc80-\udcff])\p{Cs}/u;
const escaped = new RegExp(`["\\\\]|${unprintable.source}`, 'gu');

/**
 * A value in the style in which another one was spelled: double-quoted, single-quoted or plain, quoted where it has to
 * be. `isInFlow`: it stands within braces or brackets.
 */
export function spellLike(spelled: string, value: string, isInFlow = false): string {
  if (spelled.startsWith('"') || unprintable.test(value)) return spellDoubleQuoted(value);
  if (spelled.startsWith("'")) return spellSingleQuoted(value);
  return (isInFlow ? isPlainInFlow(value) : isPlain(value)) ? value : spellDoubleQuoted(value);
}

/** Whether a text has characters in it that need an escape to stay what they are; line ends and tabs are some of them. */
export function isUnprintable(text: string): boolean {
  return unprintable.test(text);
}

/** Whether a value can stand without quotes and is still read as text. */
export function isPlain(value: string): boolean {
  return plain.test(value) && !typed.test(value) && !unprintable.test(value);
}

/** The same within braces or brackets. */
export function isPlainInFlow(value: string): boolean {
  return isPlain(value) && !flowIndicator.test(value);
}

export function spellDoubleQuoted(value: string): string {
  const inner = value.replace(escaped, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${hexadecimal(code, 2)}` : `\\u${hexadecimal(code, 4)}`;
  });
  return `"${inner}"`;
}

function hexadecimal(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

export function spellSingleQuoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** What stands for a character in double quotes by a letter or a sign (YAML 1.2, section 5.7). */
export const yamlEscapes: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\u0007',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\u001b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};
const escapeSequence = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.)|$)/gu;
const lastCodePoint = 0x10ffff;

/** What stands between double quotes on one line, without its escapes; `undefined`: one of them is none of YAML. */
export function readDoubleQuoted(inner: string): string | undefined {
  if (!inner.includes('\\')) return inner;
  let isSound = true;
  const value = inner.replace(escapeSequence, (_, two?: string, four?: string, eight?: string, sign = '') => {
    const digits = two ?? four ?? eight;
    const code = digits === undefined ? -1 : Number.parseInt(digits, 16);
    const read = code < 0 || code > lastCodePoint ? yamlEscapes[sign] : String.fromCodePoint(code);
    isSound &&= read !== undefined;
    return read ?? '';
  });
  return isSound ? value : undefined;
}
