import { longestXml } from '../model/limits.js';
import { lastStartingBy } from '../model/position.js';
import type { Ranges } from '../read/edited/ranges.js';
import type { DocumentText } from '../xml/document-text.js';

/** A document without its units, and without long white space. */
export interface Frame {
  readonly text: string;
  /** Where in the document an offset of the text is. */
  placeOf(offset: number): number;
}

/** UTF-16 code units that are read at once. Of a frame that is longer than what is read, the rest is left away. */
const stepLength = 65_536;

/** Reads what stands around units. */
export function readFrame(document: DocumentText, units: Ranges): Frame {
  const parts: string[] = [];
  /** Where each part starts, in the frame and in the document. */
  const starts: { readonly own: number; readonly place: number }[] = [];
  let length = 0;
  const add = (text: string, place: number): void => {
    starts.push({ own: length, place });
    parts.push(text);
    length += text.length;
  };
  /** White space between units is none of the frame, and elsewhere long white space is as a space. */
  const addGap = (from: number, to: number): void => {
    for (let at = from; at < to && length <= longestXml; at += stepLength) {
      const step = document.slice(at, Math.min(at + stepLength, to));
      if (step === '') return;
      if (/[^ \t\r\n]/.test(step)) add(step, at);
      else if (to - from > stepLength) add(' ', at);
    }
  };
  let end = 0;
  for (let index = 0; index < units.count; index++) {
    addGap(end, units.startOf(index));
    end = units.endOf(index);
  }
  addGap(end, Number.POSITIVE_INFINITY);
  return {
    text: parts.join(''),
    placeOf(offset) {
      const index = lastStartingBy(starts, offset, ({ own }) => own);
      const { own, place } = starts[index] ?? { own: 0, place: 0 };
      return place + offset - own;
    },
  };
}
