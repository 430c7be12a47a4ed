import type { MatchContext } from '../match/context.js';
import type { Match } from '../match/match.js';
import type { Matcher } from '../match/matcher.js';
import type { EntryText } from '../model/memory/entry.js';
import type { SourceSegment } from '../model/source-article.js';

/** What finds matches: a `Matcher`, or something else that knows them. */
export type LeverageMatcher = Pick<Matcher, 'match' | 'knows'> & Partial<Pick<Matcher, 'mayKnow'>>;

/** Where countings of side-by-side articles start. */
const firstNumber = 101;

/** A segment in the order of its article. */
export interface Placed {
  readonly segment: SourceSegment;
  /** How many there are before it. */
  readonly index: number;
  readonly previous: EntryText | undefined;
  readonly next: EntryText | undefined;
}

/** Segments with what stands before and after them. */
export function* placed(segments: readonly SourceSegment[]): Generator<Placed, void, undefined> {
  for (const [index, segment] of segments.entries()) {
    yield { segment, index, previous: segments[index - 1]?.source, next: segments[index + 1]?.source };
  }
}

/** Asks a matcher, and only once for a segment that stays where it is. */
export class LookUp {
  private readonly matcher: LeverageMatcher;
  private readonly sourceHash: string | undefined;
  private readonly found = new Map<EntryText, { readonly place: Placed; readonly matches: readonly Match[] }>();

  constructor(matcher: LeverageMatcher, sourceHash: string | undefined) {
    this.matcher = matcher;
    this.sourceHash = sourceHash;
  }

  knows(text: EntryText): boolean {
    return this.matcher.knows(text);
  }

  /** Whether a text with this Markdown may be known. */
  mayKnow(markdown: string): boolean {
    return this.matcher.mayKnow?.(markdown) ?? true;
  }

  /** The matches of a text, wherever it stands, from a score on. */
  matchText(text: EntryText, minScore: number): readonly Match[] {
    return this.matcher.match(text, undefined, minScore);
  }

  /** Whether a memory has a text, and beside it one that stands beside it here. */
  isContext(text: EntryText, previous: EntryText | undefined, next: EntryText | undefined): boolean {
    return this.matcher.match(text, { previous, next })[0]?.kind === 'context';
  }

  /** The matches of a segment in its place. */
  matchAt(place: Placed): readonly Match[] {
    const { source } = place.segment;
    const known = this.found.get(source);
    // The context counts for those of the same source only.
    if (known !== undefined && (this.isAt(place, known.place) || !this.knows(source))) return known.matches;
    const matches = this.matcher.match(source, this.contextOf(place));
    this.found.set(source, { place, matches });
    return matches;
  }

  private isAt(place: Placed, other: Placed): boolean {
    if (place.previous !== other.previous || place.next !== other.next) return false;
    return this.sourceHash === undefined || place.index === other.index;
  }

  private contextOf({ index, previous, next }: Placed): MatchContext {
    const { sourceHash } = this;
    return { previous, next, sourceHash, id: sourceHash === undefined ? undefined : String(firstNumber + index) };
  }
}
