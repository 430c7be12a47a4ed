import type { Side } from '../../search/query.js';
import type { FoldedTexts } from '../../search/texts.js';

/** What a worker is asked: which lines of some texts a regular expression matches. */
export interface RegexTask extends FoldedTexts {
  readonly source: string;
  readonly side: Side;
}

/** What it answers: that it is at work, the lines, or that a text took too long. */
export type RegexAnswer = 'busy' | readonly number[] | 'slow';

/**
 * The code of the worker, which is made of the text of this function: it may use nothing outside of it. All matches of a
 * text are looked for, as the page does when it marks them: what takes long there is found out here.
 */
export function searchInWorker(): void {
  /** A text takes microseconds; one that takes so many milliseconds would stop the page when it is shown. */
  const most = 100;
  /** Whoever waits is told so often that it goes on, in milliseconds. */
  const pause = 200;
  self.onmessage = ({ data }: MessageEvent<RegexTask>) => {
    const { narrow, wide, source, side } = data;
    const regex = new RegExp(source, 'giu');
    const wideLines = wide.split('\n');
    const hits: number[] = [];
    let told = performance.now();
    for (const [line, narrowLine] of narrow.split('\n').entries()) {
      let isHit = false;
      for (const fields of [narrowLine.split('\t'), (wideLines[line] ?? '').split('\t')]) {
        for (const [place, text] of fields.entries()) {
          if (text === '' || (side === 'source' && place > 0) || (side === 'target' && place === 0)) continue;
          const start = performance.now();
          for (const [match] of text.matchAll(regex)) if (match !== '') isHit = true;
          const now = performance.now();
          if (now - start > most) {
            self.postMessage('slow');
            return;
          }
          if (now - told > pause) {
            told = now;
            self.postMessage('busy');
          }
        }
      }
      if (isHit) hits.push(line);
    }
    self.postMessage(hits);
  };
}
