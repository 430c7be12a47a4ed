import type { Side } from '../../search/query.js';
import type { FoldedTexts } from '../../search/texts.js';

/** What a worker is asked: which lines of some texts a regular expression matches. */
export interface RegexTask extends FoldedTexts {
  readonly source: string;
  readonly side: Side;
  /** The first line that is searched. */
  readonly from: number;
  /** Each line is answered at once: of a worker that is ended, nothing is lost. */
  readonly isCareful: boolean;
}

/** What it answers, again and again. */
export interface RegexAnswer {
  /** `busy`: there is more to search. `slow`: a text took too long, and nothing is searched any more. */
  readonly state: 'busy' | 'slow' | 'done';
  /** The lines that match, of those searched since the last answer. */
  readonly lines: readonly number[];
  /** The first line that was not searched. */
  readonly next: number;
}

/**
 * The code of the worker, which is made of the text of this function: it may use nothing outside of it. All matches of a
 * text are looked for, as the page does when it marks them: what takes long there is found out here.
 */
export function searchInWorker(): void {
  /** A text takes microseconds; one that takes so many milliseconds would stop the page when it is shown. */
  const most = 100;
  /** It is told so often that there is more, in milliseconds. */
  const pause = 50;
  self.onmessage = ({ data }: MessageEvent<RegexTask>) => {
    const { narrow, wide, source, side, from, isCareful } = data;
    const regex = new RegExp(source, 'giu');
    const wideLines = wide.split('\n');
    let hits: number[] = [];
    let told = performance.now();
    const tell = (state: RegexAnswer['state'], next: number): void => {
      const answer: RegexAnswer = { state, lines: hits, next };
      self.postMessage(answer);
      hits = [];
      told = performance.now();
    };
    const narrowLines = narrow.split('\n');
    for (const [line, narrowLine] of narrowLines.entries()) {
      if (line < from) continue;
      let isHit = false;
      for (const fields of [narrowLine.split('\t'), (wideLines[line] ?? '').split('\t')]) {
        for (const [place, text] of fields.entries()) {
          if (text === '' || (side === 'source' && place > 0) || (side === 'target' && place === 0)) continue;
          const start = performance.now();
          for (const [match] of text.matchAll(regex)) if (match !== '') isHit = true;
          const now = performance.now();
          if (now - start > most) return tell('slow', line);
          if (now - told > pause) tell('busy', line);
        }
      }
      if (isHit) hits.push(line);
      if (isCareful) tell('busy', line + 1);
    }
    tell('done', narrowLines.length);
  };
}
