/**
 * Tells which texts in Markdown cannot have one of some keys, by their first and last words, before these texts are read:
 * where a word stands beside white space, no code takes it. `keys`: what sources of a document are known by.
 */
export function createMayBe(keys: readonly string[]): (markdown: string) => boolean {
  const known = new Set(keys);
  const heads = new Set(keys.map((key) => /^[^ \0]*/.exec(key)?.[0] ?? ''));
  const tails = new Set(keys.map((key) => key.slice(Math.max(key.lastIndexOf(' '), key.lastIndexOf('\0')) + 1)));
  return (markdown) => {
    const head = /^[\p{L}\p{N}]+(?=[ \t\n])/u.exec(markdown)?.[0];
    if (head !== undefined && !heads.has(head)) return false;
    const tail = markdown.slice(Math.max(markdown.lastIndexOf(' '), markdown.lastIndexOf('\n')) + 1);
    const isWord = tail.length < markdown.length && /^[\p{L}\p{N}]+[.?!]?$/u.test(tail);
    if (isWord && !tails.has(tail)) return false;
    return odd.test(markdown) || known.has(markdown);
  };
}

/** What no text has of which the key is the text itself: words with single spaces between them, in which nothing can be a code. */
const odd = /[^\p{L}\p{N},;.?! ]|[,;.?!](?! |$)|(?:^| )[ ,;.?!]| $/u;
