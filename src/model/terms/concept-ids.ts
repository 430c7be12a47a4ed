/** What is no part of an id that is made of a text. */
const other = /[^A-Za-z0-9_.]+/g;
/** A name of XML without a colon (Namespaces in XML 1.0, NCName). */
const name =
  /^[A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}][-.0-9A-Z_a-z\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c-\u200d\u203f\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}]*$/u;
const longest = 64;

/**
 * Makes ids of concepts: names of XML, each once. A text that is such a name stays as it is, any other gives one of its
 * ASCII letters and digits; one that was given before gets a number. The same texts in the same order give the same ids.
 *
 * @example
 * const idOf = createConceptIds();
 * ['Sign in', 'Sign in', '次へ', '…'].map(idOf) // ['Sign-in', 'Sign-in-2', '次へ', 'concept']
 */
export function createConceptIds(): (text: string) => string {
  const given = new Set<string>();
  const numbers = new Map<string, number>();
  return (text) => {
    const wanted = name.test(text) ? text : slugOf(text);
    if (!given.has(wanted)) {
      given.add(wanted);
      return wanted;
    }
    let number = numbers.get(wanted) ?? 1;
    let id: string;
    do id = `${wanted}-${++number}`;
    while (given.has(id));
    numbers.set(wanted, number);
    given.add(id);
    return id;
  };
}

function slugOf(text: string): string {
  const slug = text
    .slice(0, longest)
    .replace(other, '-')
    .replace(/^[-.]+|-+$/g, '');
  if (slug === '') return 'concept';
  return /^[A-Za-z_]/.test(slug) ? slug : `c-${slug}`;
}
