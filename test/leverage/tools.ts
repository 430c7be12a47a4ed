import {
  createMatcher,
  type EntryTarget,
  type LeveragedArticle,
  type LeveragedSegment,
  type LeverageOptions,
  leverage,
  type Matcher,
  type MatcherOptions,
  type MemoryEntry,
  parseInline,
  readContents,
} from '../../src/index.js';
import { sourceOf } from '../support/sources.js';

/** An entry of a memory, with the codes of its target aligned with those of its source. */
export function known(source: string, target: string, more: Partial<EntryTarget> = {}): MemoryEntry {
  const contents = readContents(source, target);
  return {
    id: source,
    srcLang: 'en-US',
    source: { text: source, content: contents.source },
    targets: [{ text: target, content: contents.target, trgLang: 'de-DE', count: 1, places: [], ...more }],
  };
}

export function textOf(text: string): { readonly text: string; readonly content: ReturnType<typeof parseInline> } {
  return { text, content: parseInline(text) };
}

export function matcherOf(entries: readonly MemoryEntry[], options: Partial<MatcherOptions> = {}): Matcher {
  return createMatcher(entries, { trgLang: 'de-DE', ...options });
}

/** The article of a text with what entries have for it. */
export function leveraged(
  text: string,
  entries: readonly MemoryEntry[],
  options: LeverageOptions = {},
): LeveragedArticle {
  return leverage(sourceOf(text), matcherOf(entries), options);
}

export function segmentsIn({ units }: LeveragedArticle): readonly LeveragedSegment[] {
  return units.flatMap(({ parts }) => parts.filter((part): part is LeveragedSegment => part.kind === 'segment'));
}

/** Each segment in a line: its source, its state, the score and name of its match, its target. */
export function linesOf(article: LeveragedArticle): readonly string[] {
  return segmentsIn(article).map(({ source, state, subState = '', match, target }) => {
    const best = match === undefined ? '-' : `${match.score} ${match.name}`;
    return [source.text, state + subState.replace('ms:', '/'), best, target?.text ?? '-'].join(' | ');
  });
}
