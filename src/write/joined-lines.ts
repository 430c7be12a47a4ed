/** A line of a body that may have been several. */
interface JoinedLine {
  readonly start: number;
  readonly text: string;
  /** What stood at the start of each further line: quote markers, the indentation of a list item. */
  readonly prefix: string;
  /** Offsets in `text` of single spaces. */
  readonly spaces: readonly number[];
}

/** A header and a body that belong together. */
export interface Spelling {
  readonly header: string;
  readonly body: string;
}

/** Lines that people break are not shorter than this, but for the last one, and not longer. */
const shortest = 20;
const longest = 120;
/** How many breaks of one line are tried. */
const mostBreaks = 4;

/**
 * The line breaks within paragraphs that the localization system turned into spaces: one of them anywhere, then several
 * within one paragraph. A front matter that repeats a paragraph folds it at the same places.
 */
export function* withLineBreaks(header: string, body: string): Generator<Spelling, void, undefined> {
  const lines = findLines(body);
  for (let breaks = 1; breaks <= mostBreaks; breaks++) {
    for (const line of lines) {
      for (const places of placesOf(line, breaks)) yield* spell(header, body, line, places);
    }
  }
}

function findLines(body: string): JoinedLine[] {
  const lines: JoinedLine[] = [];
  let fenced = false;
  for (const { 0: whole, 1: markers = '', 2: text = '', index } of body.matchAll(
    /^([ \t>]*(?:[-*+] +|[0-9]{1,9}[.)] +)?)(.*)$/gm,
  )) {
    if (/^(?:```|~~~)/.test(text)) fenced = !fenced;
    // Headings and rows of tables are one line always.
    if (fenced || /^[#|]/.test(text) || text.length < shortest) continue;
    const spaces = Array.from(text.matchAll(/(?<=\S) (?=\S)/g), (space) => space.index);
    const start = index + whole.length - text.length;
    lines.push({ start, text, prefix: markers.replace(/[^\s>]/g, ' '), spaces });
  }
  return lines;
}

/** All ways to choose so many spaces that the lines between are as long as lines are. A single one may be anywhere. */
function* placesOf({ text, spaces }: JoinedLine, breaks: number): Generator<readonly number[], void, undefined> {
  if (breaks === 1) return yield* spaces.map((space) => [space]);
  const chosen: number[] = [];
  function* choose(from: number, lineStart: number): Generator<readonly number[], void, undefined> {
    if (chosen.length === breaks) {
      if (text.length - lineStart <= longest) yield [...chosen];
      return;
    }
    for (let index = from; index < spaces.length; index++) {
      const space = spaces[index] ?? 0;
      if (space - lineStart < shortest) continue;
      if (space - lineStart > longest) return;
      chosen.push(space);
      yield* choose(index + 1, space + 1);
      chosen.pop();
    }
  }
  yield* choose(0, 0);
}

function* spell(
  header: string,
  body: string,
  line: JoinedLine,
  places: readonly number[],
): Generator<Spelling, void, undefined> {
  const { start, text, prefix } = line;
  const pieces = [...places, text.length].map((end, index) =>
    text.slice(index === 0 ? 0 : (places[index - 1] ?? 0) + 1, end),
  );
  const broken = body.slice(0, start) + pieces.join(`\n${prefix}`) + body.slice(start + text.length);
  const folded = fold(header, text, pieces);
  if (folded !== header) yield { header: folded, body: broken };
  yield { header, body: broken };
}

/** Folds the value of the front matter that is the text, if one is. */
function fold(header: string, text: string, pieces: readonly string[]): string {
  const lines = header.split('\n');
  const index = lines.findIndex((line) => line.endsWith(text) && /^(?:[^\s:]+:)? +$/.test(line.slice(0, -text.length)));
  const key = lines[index]?.slice(0, -text.length).trimEnd();
  if (key === undefined) return header;
  const folded = pieces.map((piece) => `  ${piece}`);
  const value = key === '' ? folded : [`${key} >-`, ...folded];
  return [...lines.slice(0, index), ...value, ...lines.slice(index + 1)].join('\n');
}
