/** A line of a body that may have been several. */
interface JoinedLine {
  readonly start: number;
  readonly text: string;
  /** What stood at the start of each further line: quote markers, the indentation of a list item. */
  readonly prefix: string;
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
  for (let breaks = 1; breaks <= mostBreaks; breaks++) {
    for (const line of findLines(body)) {
      for (const places of placesOf(line, breaks)) yield* spell(header, body, line, places);
    }
  }
}

/** The lines that may have been several. */
function* findLines(body: string): Generator<JoinedLine, void, undefined> {
  let fenced = false;
  for (const { 0: whole, 1: markers = '', 2: text = '', index } of body.matchAll(
    /^([ \t>]*(?:[-*+] +|[0-9]{1,9}[.)] +)?)(.*)$/gm,
  )) {
    if (/^(?:```|~~~)/.test(text)) fenced = !fenced;
    // Headings and rows of tables are one line always.
    if (fenced || /^[#|]/.test(text) || text.length < shortest) continue;
    const start = index + whole.length - text.length;
    yield { start, text, prefix: markers.replace(/[^\s>]/g, ' ') };
  }
}

/** Single spaces, where lines may have been broken. */
const singleSpace = /(?<=\S) (?=\S)/g;

/** All ways to choose so many spaces that the lines between are as long as lines are. A single one may be anywhere. */
function* placesOf({ text }: JoinedLine, breaks: number): Generator<readonly number[], void, undefined> {
  if (breaks === 1) {
    for (const { index } of text.matchAll(singleSpace)) yield [index];
    return;
  }
  // What is longer has more breaks.
  if (text.length > (breaks + 1) * (longest + 1)) return;
  const spaces = Array.from(text.matchAll(singleSpace), ({ index }) => index);
  const mayEnd = createEndings(spaces, text.length);
  const chosen: number[] = [];
  function* choose(from: number, lineStart: number): Generator<readonly number[], void, undefined> {
    if (chosen.length === breaks) return yield [...chosen];
    for (let index = from; index < spaces.length; index++) {
      const space = spaces[index] ?? 0;
      if (space - lineStart < shortest) continue;
      if (space - lineStart > longest) return;
      if (!mayEnd(index, breaks - chosen.length - 1)) continue;
      chosen.push(space);
      yield* choose(index + 1, space + 1);
      chosen.pop();
    }
  }
  yield* choose(0, 0);
}

/** Says whether the text after a space can be broken so many times more; each question is answered once. */
function createEndings(spaces: readonly number[], length: number): (index: number, breaks: number) => boolean {
  const known: (boolean | undefined)[] = [];
  const mayEnd = (index: number, breaks: number): boolean => {
    const key = index * mostBreaks + breaks;
    known[key] ??= find(index, breaks);
    return known[key];
  };
  const find = (index: number, breaks: number): boolean => {
    const lineStart = (spaces[index] ?? 0) + 1;
    if (breaks === 0) return length - lineStart <= longest;
    for (let next = index + 1; next < spaces.length; next++) {
      const width = (spaces[next] ?? 0) - lineStart;
      if (width > longest) return false;
      if (width >= shortest && mayEnd(next, breaks - 1)) return true;
    }
    return false;
  };
  return mayEnd;
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
