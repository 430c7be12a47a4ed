/** A line of a body that may have been several. */
interface JoinedLine {
  readonly start: number;
  readonly text: string;
  /** What stood at the start of each further line: quote markers, the indentation of a list item. */
  readonly prefix: string;
}

/** A line of a body, broken. Line ends are LF. */
export interface BrokenLine {
  /** Where the line stands in the body. */
  readonly start: number;
  readonly end: number;
  /** The lines that it may have been. */
  readonly text: string;
  /** The front matter that is folded at the same places, where it repeats the line. */
  readonly header?: string;
}

/** Lines that people break are not shorter than this, but for the last one, and not longer. */
const shortest = 20;
const longest = 120;
/** How many breaks of one line are tried. */
const mostBreaks = 4;

/**
 * The line breaks within paragraphs that the localization system turned into spaces: one of them anywhere, then several
 * within one paragraph; each time in the order of the lines. A front matter that repeats a paragraph folds it at the same places.
 */
export function* withLineBreaks(header: string, body: string): Generator<BrokenLine, void, undefined> {
  const lines = header.split('\n');
  for (let breaks = 1; breaks <= mostBreaks; breaks++) {
    for (const line of findLines(body)) {
      const repeated = findRepeated(lines, line.text);
      for (const places of placesOf(line, breaks)) {
        const { start, text, prefix } = line;
        const pieces = [...places, text.length].map((end, index) =>
          text.slice(index === 0 ? 0 : (places[index - 1] ?? 0) + 1, end),
        );
        const broken = { start, end: start + text.length, text: pieces.join(`\n${prefix}`) };
        yield repeated === undefined ? broken : { ...broken, header: fold(lines, repeated, pieces) };
      }
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

/** A value of the front matter that is the text of a line. */
interface RepeatedLine {
  readonly index: number;
  /** With its colon; empty where the value stands on a line of its own. */
  readonly key: string;
}

function findRepeated(lines: readonly string[], text: string): RepeatedLine | undefined {
  const index = lines.findIndex((line) => line.endsWith(text) && /^(?:[^\s:]+:)? +$/.test(line.slice(0, -text.length)));
  const key = lines[index]?.slice(0, -text.length).trimEnd();
  return key === undefined ? undefined : { index, key };
}

function fold(lines: readonly string[], { index, key }: RepeatedLine, pieces: readonly string[]): string {
  const folded = pieces.map((piece) => `  ${piece}`);
  const value = key === '' ? folded : [`${key} >-`, ...folded];
  return [...lines.slice(0, index), ...value, ...lines.slice(index + 1)].join('\n');
}
