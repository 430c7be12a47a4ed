import { similarData } from './similar.js';

/** What opens a DocFX form between colons, damaged or not. */
const opener = /^(?:\\?[:：]\s*){2}/;
const quotes = '["\'＂＇“”„‟‘’«»「」『』]';
/** An attribute, with a value in quotes of any language. */
const attribute = new RegExp(
  `(?<![\\p{L}\\p{N}_-])([\\p{L}\\p{N}_-]+)\\s*[=＝]\\s*(?:"((?:[^"\\\\]|\\\\[\\s\\S])*)"|'((?:[^'\\\\]|\\\\[\\s\\S])*)'|\\\\?(?:${quotes}|&quot;)((?:(?!${quotes}|&quot;)[\\s\\S])*))`,
  'gu',
);
/** The attributes whose values are texts. */
const translated: ReadonlySet<string> = new Set(['alt-text', 'text', 'title']);

/**
 * What forms between colons must have in common to be partners: the attributes, in the order of the alphabet, with
 * their values, but for texts. `typ="icon"` and `source="symbol.png"` are damage. `undefined` for any other code.
 */
export function attributesOf(data: string): string | undefined {
  if (!opener.test(data)) return undefined;
  const attributes = Array.from(data.matchAll(attribute), ([, name = '', double, single, other]) => {
    const key = name.toLowerCase();
    return translated.has(key) ? key : `${key}=${similarData(double ?? single ?? other ?? '').whole}`;
  });
  return `::: ${attributes.sort().join(' ')}`;
}
