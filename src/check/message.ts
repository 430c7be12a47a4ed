/** A message with its arguments, each on one line; what is not marked by `!` (`{0!}`) is not too long, too. */
export function messageOf(message: string, args: readonly string[]): string {
  return message.replace(/\{(\d)(!?)\}/g, (_, index, whole) =>
    excerpt(args[Number(index)] ?? '', whole === '' ? 100 : Number.POSITIVE_INFINITY),
  );
}

/** The start of a text, on one line: without characters that stand for codes, and with a mark where there is more. */
export function excerpt(text: string, most: number): string {
  const line = text
    .slice(0, most)
    .replace(/[\s\ufffc]+/g, ' ')
    .toWellFormed();
  return text.length > most ? `${line}…` : line;
}
