import { declaration, instruction, syntax } from '../syntax.js';
import { passTo, type Step, waits, type XmlWindow } from './window.js';

/** A name, or a reference, that is longer than this is no name of XLIFF or TMX, and no character. */
export const longestName = 1024;

/** A byte order mark and the XML declaration, each where there is one. */
export function passProlog(window: XmlWindow, hide: (start: number, end: number) => void): Step {
  if (waits(window, 7)) return 'wait';
  const { text } = window;
  const from = text.startsWith('\uFEFF') ? 1 : 0;
  window.at = from;
  if (!/^<\?xml[ \t\r\n?]/.test(text.slice(from, from + 6))) return 'on';
  declaration.lastIndex = from;
  if (declaration.exec(text) === null) {
    window.at = 0;
    if (!text.includes('?>') && waits(window, longestName)) return 'wait';
    return syntax(from, 'the XML declaration is not of the form <?xml version="1.0" …?>', '2.8');
  }
  hide(from, declaration.lastIndex);
  window.at = declaration.lastIndex;
  return 'on';
}

/** The target of a processing instruction. */
export function passTarget(window: XmlWindow): Step {
  const start = window.base + window.at;
  instruction.lastIndex = window.at;
  const target = instruction.exec(window.text)?.[1];
  if (target === undefined) {
    return waits(window, longestName) ? 'wait' : syntax(start, 'the processing instruction is damaged', '2.6');
  }
  if (target.toLowerCase() === 'xml') return syntax(start, 'an XML declaration stands at the wrong place', '2.8');
  window.start = start;
  window.at = instruction.lastIndex;
  return 'on';
}

/** What follows the target of a processing instruction. */
export function passInstruction(window: XmlWindow): Step {
  return passTo(window, '?>', 'the processing instruction is not closed', '2.6');
}

/** What follows `<!--`. */
export function passComment(window: XmlWindow): Step {
  const done = passTo(window, '--', 'the comment is not closed', '2.5');
  if (done !== 'on') return done;
  if (waits(window, 1)) {
    window.at -= 2;
    return 'wait';
  }
  if (window.text[window.at] !== '>') {
    return syntax(window.base + window.at - 2, 'a comment must not hold --', '2.5');
  }
  window.at++;
  return 'on';
}

/** What follows `<![CDATA[`, as far as it has come. */
export function passCdata(window: XmlWindow, report: (text: string) => void): Step {
  const from = window.at;
  const done = passTo(window, ']]>', 'the CDATA section is not closed', '2.7');
  const end = done === 'on' ? window.at - 3 : window.at;
  if (end > from) report(window.text.slice(from, end));
  return done;
}

/** What follows `<!DOCTYPE`, by its parts: declarations are skipped, but for those of entities, which are refused. */
export function createDocumentType(): (window: XmlWindow) => Step {
  const unclosed = 'the document type declaration is not closed';
  let depth = 1;
  let quote: string | undefined;
  const pass = (window: XmlWindow): Step | 'end' => {
    if (quote !== undefined) {
      const done = passTo(window, quote, unclosed, '2.8');
      if (done === 'on') quote = undefined;
      return done;
    }
    const token = /"|'|<!--|<\?|<!ENTITY|<!|>/g;
    token.lastIndex = window.at;
    const match = token.exec(window.text);
    if (match === null) {
      if (window.isFinal) return syntax(window.start, unclosed, '2.8');
      // The start of a longer token.
      window.at = Math.max(window.at, window.text.length - 1);
      return 'wait';
    }
    const [found] = match;
    window.at = match.index;
    if (found === '<!' && waits(window, '<!ENTITY'.length)) return 'wait';
    if (found === '<!ENTITY') return { code: 'xml/entity-declaration', args: [], offset: window.base + window.at };
    window.at = token.lastIndex;
    if (found === '<!') depth++;
    else if (found === '>') depth--;
    else quote = found === '<!--' ? '-->' : found === '<?' ? '?>' : found;
    return depth === 0 ? 'end' : 'on';
  };
  return (window) => {
    for (;;) {
      const done = pass(window);
      if (done === 'end') return 'on';
      if (done !== 'on') return done;
    }
  };
}
