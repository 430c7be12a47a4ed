import { syntax, type XmlFault } from '../syntax.js';

/** What of a document has come and is not done yet. */
export interface XmlWindow {
  text: string;
  /** The offset of the text in the document. */
  base: number;
  /** What is done of the text. */
  at: number;
  /** Nothing comes any more. */
  isFinal: boolean;
  /** Where in the document the construct starts that is open. */
  start: number;
}

/** What a step of a scan did: it went on, it needs the next piece, or it found a fault. */
export type Step = 'on' | 'wait' | XmlFault;

export function createWindow(): XmlWindow {
  return { text: '', base: 0, at: 0, isFinal: false, start: 0 };
}

/** Whether so many characters are not there yet. */
export function waits({ text, at, isFinal }: XmlWindow, length: number): boolean {
  return !isFinal && text.length - at < length;
}

/** Goes after the next `close`, and keeps what may be the start of it; `what` is wrong where there is none. */
export function passTo(window: XmlWindow, close: string, what: string, section: string): Step {
  const found = window.text.indexOf(close, window.at);
  if (found >= 0) {
    window.at = found + close.length;
    return 'on';
  }
  if (window.isFinal) return syntax(window.start, what, section);
  window.at = Math.max(window.at, window.text.length - close.length + 1);
  return 'wait';
}

/** Forgets what is done. */
export function moveOn(window: XmlWindow): void {
  window.base += window.at;
  window.text = window.text.slice(window.at);
  window.at = 0;
}
