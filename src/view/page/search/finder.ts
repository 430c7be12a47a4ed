import { type Query, readQuery } from '../../search/query.js';
import type { SearchedTexts } from '../../search/texts.js';
import type { Shelf } from '../store/store.js';
import { createRegexSearch } from './regex.js';

/** Texts that are searched, part by part. */
export interface SearchedParts {
  readonly texts: Shelf<SearchedTexts>;
  readonly textParts: number;
  /** The number of the first segment of a part. */
  startOfTexts(part: number): number;
}

/** What is reported of a search. */
export interface FinderEvents {
  /** More was found: numbers of segments, after those before. */
  found(segments: readonly number[]): void;
  /** The rest of the texts follows. */
  goesOn(): void;
  done(): void;
  /** The search has no answer, or none any more. `segment`: all those before the one with this number were searched. */
  failed(title: string, reason: string, segment?: number): void;
}

/** One search at a time. */
export interface Finder {
  find(parts: SearchedParts, query: Query, events: FinderEvents): void;
  /** Finds all segments with a folded source, and reports their folded targets. */
  findSource(
    parts: SearchedParts,
    source: string,
    onHit: (segment: number, targets: string) => void,
    onDone: () => void,
  ): void;
  stop(): void;
}

/** The page may be busy for so long at a time, in milliseconds: keys that are pressed meanwhile wait for it. */
const slice = 12;

const notToTheEnd = 'This regular expression was not searched to the end.';

/** Searches in slices, between which the page does what else there is to do. */
export function createFinder(): Finder {
  const regex = createRegexSearch();
  const channel = new MessageChannel();
  let turn = 0;
  let next: (() => void) | undefined;
  // A message comes as soon as the page is free; timers wait some milliseconds each.
  channel.port1.onmessage = () => next?.();
  const stop = (): void => {
    turn++;
    next = undefined;
    regex.stop();
  };
  /** Visits one part after the other; a visit calls `goOn` when it is over. */
  const walk = (
    parts: SearchedParts,
    visit: (texts: SearchedTexts, start: number, goOn: () => void) => void,
    { goesOn, done }: Pick<FinderEvents, 'goesOn' | 'done'>,
  ): void => {
    stop();
    const own = turn;
    let until = performance.now() + slice;
    const from = (part: number): void => {
      if (own !== turn) return;
      const texts = parts.texts.at(part);
      if (part === parts.textParts) done();
      else if (texts === undefined) {
        goesOn();
        fetchAhead(parts, part);
        parts.texts.fetch(part, () => from(part));
      } else if (performance.now() > until) {
        goesOn();
        next = () => {
          until = performance.now() + slice;
          from(part);
        };
        channel.port2.postMessage(undefined);
      } else visit(texts, parts.startOfTexts(part), () => from(part + 1));
    };
    from(0);
  };
  return {
    stop,
    find(parts, query, events) {
      const wanted = readQuery(query);
      if (wanted.kind === 'wrong') return events.failed('This is no regular expression.', wanted.reason);
      const { side } = query;
      const report = (lines: readonly number[], start: number): void => {
        if (lines.length > 0) events.found(lines.map((line) => start + line));
      };
      if (wanted.kind === 'words') {
        const visit = (texts: SearchedTexts, start: number, goOn: () => void): void => {
          const lines: number[] = [];
          texts.find(wanted.words, side, (line) => lines.push(line));
          report(lines, start);
          goOn();
        };
        return walk(parts, visit, events);
      }
      const visit = ({ folded }: SearchedTexts, start: number, goOn: () => void): void => {
        events.goesOn();
        regex.find(
          { ...folded, source: wanted.source, side },
          {
            found(lines) {
              report(lines, start);
              events.goesOn();
            },
            done: goOn,
            failed: (reason, line) => events.failed(notToTheEnd, reason, start + line),
          },
        );
      };
      walk(parts, visit, events);
    },
    findSource(parts, source, onHit, onDone) {
      const visit = (texts: SearchedTexts, start: number, goOn: () => void): void => {
        texts.findSource(source, (line, targets) => onHit(start + line, targets));
        goOn();
      };
      walk(parts, visit, { goesOn: () => undefined, done: onDone });
    },
  };
}

/** The next parts are on their way while one is searched. */
function fetchAhead({ texts, textParts }: SearchedParts, part: number): void {
  for (let ahead = part + 1; ahead < Math.min(part + 4, textParts); ahead++) {
    if (texts.at(ahead) === undefined) texts.fetch(ahead, () => undefined);
  }
}
