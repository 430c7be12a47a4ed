/**
 * The same text, of its own: V8 keeps a part of a text as a view of the whole, which then lives as long as the part. For
 * what is cut out of an article or a document and outlives it.
 *
 * @example
 * ownText('Set the option.'.slice(4)) // 'the option.'
 */
export function ownText(text: string): string {
  // What is put together is copied when a part of it is wanted.
  return ` ${text}`.slice(1);
}
