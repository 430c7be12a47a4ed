import { deepestXml, longestXmlTag } from '../../model/limits.js';
import {
  endsTag,
  endTag,
  faultInText,
  faultOutside,
  nameOfCharacter,
  syntax,
  tooLarge,
  type XmlFault,
  type XmlTag,
} from '../syntax.js';
import {
  createDocumentType,
  longestName,
  passCdata,
  passComment,
  passInstruction,
  passProlog,
  passTarget,
} from './constructs.js';
import { createTagReader } from './known-tags.js';
import { createWindow, moveOn, type Step, waits, type XmlWindow } from './window.js';

/** What a scan reports, in the order of the document. Strings are parts of larger ones: copy what is kept. */
export interface XmlHandlers {
  /**
   * Where an element starts in a text that starts at `base` in the document: its end in the text, if it is known to be right;
   * nothing of it is reported.
   */
  known?(text: string, at: number, depth: number, base: number): number | undefined;
  /** An element starts; `depth` of the root is 1. A fault ends the scan. */
  open?(tag: XmlTag, depth: number): XmlFault | undefined;
  /** An element ends: after its end tag, or after the tag of an empty element. */
  close?(end: number, depth: number): void;
  /** A stretch of text in an element, in as many pieces as it comes; references are as they are written, and whole. */
  text?(text: string, isCdata: boolean): void;
  /** A declaration, a document type or a processing instruction. */
  hidden?(start: number, end: number): void;
}

/** Looks for what makes a text that comes in pieces no well-formed XML 1.0 document. */
export interface XmlScanner {
  /** The next piece; the first fault, if there is one so far. */
  write(piece: string): XmlFault | undefined;
  /** How many elements are open; `undefined` where the end of what came waits for more. */
  depth(): number | undefined;
  /** Nothing comes any more; the first fault, if there is one. */
  end(): XmlFault | undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;
/** The same, or a half of a pair that may be right: far faster, and most texts have neither. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const suspicious = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/**
 * One pass over pieces of any size; it stops at the first fault. It keeps no more of the text than the tag that is being
 * read, and the names of the open elements.
 *
 * fast-xml-parser accepts nearly everything, and fast-xml-validator 1.4 lets pass undefined entities, `<` in attributes,
 * references to illegal characters, `]]>` in text, a second root and lone surrogates; saxes keeps whole comments and
 * document types, and says where a fault was found instead of where it is. Hence this one. Entities of a document type
 * are refused, and nothing outside of the text is ever read.
 */
export function createXmlScanner(handlers: XmlHandlers = {}): XmlScanner {
  const window = createWindow();
  const tags = createTagReader();
  const open: { readonly name: string; readonly offset: number }[] = [];
  let carry = '';
  let fault: XmlFault | undefined;
  let root = false;
  let documentType = false;

  const hide = (start: number, end: number): void => handlers.hidden?.(start, end);
  /** Where the text that is scanned is, in the document. */
  const place = (): number => window.base + window.at;
  /** Faults of parts know their place in the window only. */
  const placed = (found: XmlFault): XmlFault => ({ ...found, offset: found.offset + window.base });

  /** A construct that goes on until it is closed; then the content does. */
  const within =
    (pass: (window: XmlWindow) => Step, isHidden = false) =>
    (): Step => {
      const done = pass(window);
      if (done !== 'on') return done;
      if (isHidden) hide(window.start, place());
      step = content;
      return 'on';
    };
  const comment = within(passComment);
  const processing = within(passInstruction, true);
  const cdata = within((each) => passCdata(each, (text) => handlers.text?.(text, true)));

  const content = (): Step => {
    const { text, at } = window;
    const next = text.indexOf('<', at);
    const end = next < 0 ? endOfText(window) : next;
    if (end > at) {
      const part = text.slice(at, end);
      const found = open.length > 0 ? faultInText(text, at, end, part) : faultOutside(text, at, end, root);
      if (found !== undefined) return placed(found);
      if (open.length > 0) handlers.text?.(part, false);
      window.at = end;
    }
    if (next < 0 || waits(window, 2)) return 'wait';
    const second = text.charCodeAt(next + 1);
    if (second === 0x2f) return closing();
    if (second === 0x3f) {
      const done = passTarget(window);
      if (done === 'on') step = processing;
      return done;
    }
    return second === 0x21 ? declared() : opening();
  };

  /** What starts with `<!`. */
  const declared = (): Step => {
    if (waits(window, 9)) return 'wait';
    const { text, at } = window;
    window.start = place();
    if (text.startsWith('<!--', at)) {
      window.at += 4;
      step = comment;
    } else if (text.startsWith('<![CDATA[', at)) {
      if (open.length === 0) return syntax(place(), 'a CDATA section stands outside of the root element', '2.7');
      window.at += 9;
      step = cdata;
    } else if (text.startsWith('<!DOCTYPE', at)) {
      if (root || documentType) return syntax(place(), 'a document type declaration stands at the wrong place', '2.8');
      documentType = true;
      window.at += 9;
      step = within(createDocumentType(), true);
    } else return opening();
    return 'on';
  };

  const opening = (): Step => {
    const offset = place();
    if (open.length === 0 && root) return syntax(offset, 'a second root element starts', '2.1');
    const known = handlers.known?.(window.text, window.at, open.length + 1, window.base);
    if (known !== undefined) {
      root = true;
      window.at = known;
      return 'on';
    }
    const tag = tags.read(window.text, window.at, window.base);
    if ('code' in tag) return endsTag(window.text, window.at) ? tag : unclosed(tag);
    if (tag.end - tag.start > longestXmlTag) return tagTooLong();
    root = true;
    if (open.length >= deepestXml && !tag.isEmpty) {
      return { code: 'xml/too-deep', args: [String(deepestXml)], offset };
    }
    const { name, isEmpty, end } = tag;
    window.at = end - window.base;
    const found = handlers.open?.(tag, open.length + 1);
    if (found !== undefined) return found;
    if (isEmpty) handlers.close?.(end, open.length + 1);
    else open.push({ name, offset });
    return 'on';
  };

  const closing = (): Step => {
    const offset = place();
    const last = open[open.length - 1];
    const nameStart = window.at + 2;
    if (
      last !== undefined &&
      window.text.charCodeAt(nameStart + last.name.length) === 0x3e &&
      isNameAt(window.text, last.name, nameStart)
    ) {
      open.pop();
      window.at = nameStart + last.name.length + 1;
      handlers.close?.(place(), open.length + 1);
      return 'on';
    }
    endTag.lastIndex = window.at;
    const match = endTag.exec(window.text);
    if (match === null) {
      const damaged = syntax(offset, 'the closing tag is damaged', '3.1');
      return window.text.includes('>', window.at) ? damaged : unclosed(damaged);
    }
    const started = open.pop();
    if (started?.name !== match[1]) {
      return { code: 'xml/mismatched-tag', args: [`</${match[1]}>`, started?.name ?? ''], offset };
    }
    window.at = endTag.lastIndex;
    handlers.close?.(place(), open.length + 1);
    return 'on';
  };

  /** A tag whose end has not come: `found` is its fault where none will. */
  const unclosed = (found: XmlFault): Step => {
    if (window.isFinal) return found;
    return window.text.length - window.at > longestXmlTag ? tagTooLong() : 'wait';
  };
  const tagTooLong = (): XmlFault => tooLarge(place(), `a tag of more than ${longestXmlTag} characters`);

  let step: () => Step = within((each) => passProlog(each, hide));

  const run = (): XmlFault | undefined => {
    for (;;) {
      const done = step();
      if (done === 'wait') break;
      if (done !== 'on') return done;
    }
    moveOn(window);
    return undefined;
  };

  const take = (piece: string): XmlFault | undefined => {
    const bad = suspicious.test(piece) ? piece.search(illegal) : -1;
    const offset = window.base + window.text.length + bad;
    window.text += bad < 0 ? piece : piece.slice(0, bad);
    const found = run();
    if (found !== undefined || bad < 0) return found;
    return { code: 'xml/illegal-character', args: [nameOfCharacter(piece.charCodeAt(bad))], offset };
  };

  const finish = (): XmlFault | undefined => {
    const last = open.at(-1);
    if (last !== undefined) return syntax(last.offset, `the element ${last.name} is not closed`, '3.1');
    return root ? undefined : syntax(0, 'there is no root element', '2.1');
  };

  return {
    write(piece) {
      if (fault !== undefined || piece === '') return fault;
      const whole = carry + piece;
      const last = whole.charCodeAt(whole.length - 1);
      // The first half of a character.
      carry = last >= 0xd800 && last <= 0xdbff ? whole.slice(-1) : '';
      fault = take(carry === '' ? whole : whole.slice(0, -1));
      return fault;
    },
    depth: () => (step === content && window.text === '' && carry === '' ? open.length : undefined),
    end() {
      if (window.isFinal || fault !== undefined) return fault;
      fault = carry === '' ? undefined : take(carry);
      window.isFinal = true;
      fault ??= run() ?? finish();
      return fault;
    },
  };
}

/** Names are short: they are compared sooner than cut out. */
function isNameAt(text: string, name: string, offset: number): boolean {
  for (let at = 0; at < name.length; at++) if (text.charCodeAt(offset + at) !== name.charCodeAt(at)) return false;
  return true;
}

/** Where the text ends whose meaning does not depend on what comes. */
function endOfText({ text, at, isFinal }: XmlWindow): number {
  let end = text.length;
  if (isFinal) return end;
  for (let brackets = 0; brackets < 2 && end > at && text.charCodeAt(end - 1) === 0x5d; brackets++) end--;
  const from = Math.max(at, end - longestName);
  const reference = text.slice(from, end).lastIndexOf('&');
  return reference < 0 || text.slice(from + reference, end).includes(';') ? end : from + reference;
}
