import {
  declaration,
  endsTag,
  endTag,
  faultInText,
  faultOutside,
  instruction,
  maxDepth,
  maxTagLength,
  nameOfCharacter,
  readStartTag,
  syntax,
  tooLarge,
  type XmlFault,
  type XmlTag,
} from './xml-syntax.js';

/** What a scan tells of, in the order of the document. Strings are parts of larger ones: copy what is kept. */
export interface XmlHandlers {
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
  /** Nothing comes any more; the first fault, if there is one. */
  end(): XmlFault | undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;

/** A name, or a reference, that is longer than this is no name of XLIFF or TMX, and no character. */
const longestName = 1024;

/** What a step of the scan did: it went on, it needs the next piece, or it found a fault. */
type Step = 'on' | 'wait' | XmlFault;

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
  const open: { readonly name: string; readonly offset: number }[] = [];
  /** What has come and is not done yet; `base` is its offset, `at` what is done of it. */
  let window = '';
  let base = 0;
  let at = 0;
  let carry = '';
  let isFinal = false;
  let fault: XmlFault | undefined;
  let root = false;
  let documentType = false;
  /** Where the construct that is open starts. */
  let start = 0;
  let depth = 0;
  let quote: string | undefined;

  /** Faults of parts know their place in the window only. */
  const placed = (found: XmlFault): XmlFault => ({ ...found, offset: found.offset + base });
  const rest = (): number => window.length - at;
  const waits = (length: number): boolean => !isFinal && rest() < length;

  /** Goes after the next `close`; keeps what may be the start of it. */
  const passTo = (close: string, what: string, section: string): Step => {
    const found = window.indexOf(close, at);
    if (found >= 0) {
      at = found + close.length;
      return 'on';
    }
    if (isFinal) return syntax(start, what, section);
    at = Math.max(at, window.length - close.length + 1);
    return 'wait';
  };

  const prolog = (): Step => {
    if (waits(7)) return 'wait';
    const from = window.startsWith('\uFEFF') ? 1 : 0;
    if (/^<\?xml[ \t\r\n?]/.test(window.slice(from, from + 6))) {
      declaration.lastIndex = from;
      if (declaration.exec(window) === null) {
        if (!window.includes('?>') && waits(longestName)) return 'wait';
        return syntax(from, 'the XML declaration is not of the form <?xml version="1.0" …?>', '2.8');
      }
      handlers.hidden?.(from, declaration.lastIndex);
      at = declaration.lastIndex;
    } else at = from;
    step = content;
    return 'on';
  };

  const content = (): Step => {
    const next = window.indexOf('<', at);
    const end = next < 0 ? endOfText() : next;
    if (end > at) {
      const found = open.length > 0 ? faultInText(window, at, end) : faultOutside(window, at, end, root);
      if (found !== undefined) return placed(found);
      if (open.length > 0) handlers.text?.(window.slice(at, end), false);
      at = end;
    }
    if (next < 0 || waits(2)) return 'wait';
    const second = window.charCodeAt(at + 1);
    if (second === 0x2f) return closing();
    if (second === 0x3f) return instructionStart();
    if (second !== 0x21) return opening();
    if (waits(9)) return 'wait';
    start = base + at;
    if (window.startsWith('<!--', at)) {
      at += 4;
      step = comment;
    } else if (window.startsWith('<![CDATA[', at)) {
      if (open.length === 0) return syntax(start, 'a CDATA section stands outside of the root element', '2.7');
      at += 9;
      step = cdata;
    } else if (window.startsWith('<!DOCTYPE', at)) {
      if (root || documentType) return syntax(start, 'a document type declaration stands at the wrong place', '2.8');
      documentType = true;
      depth = 1;
      at += 9;
      step = doctype;
    } else return opening();
    return 'on';
  };

  /** Where the text ends whose meaning does not depend on what comes. */
  const endOfText = (): number => {
    let end = window.length;
    if (isFinal) return end;
    for (let brackets = 0; brackets < 2 && end > at && window.charCodeAt(end - 1) === 0x5d; brackets++) end--;
    const from = Math.max(at, end - longestName);
    const reference = window.slice(from, end).lastIndexOf('&');
    return reference < 0 || window.slice(from + reference, end).includes(';') ? end : from + reference;
  };

  const opening = (): Step => {
    if (open.length === 0 && root) return syntax(base + at, 'a second root element starts', '2.1');
    const tag = readStartTag(window, at);
    if ('code' in tag) {
      if (isFinal || endsTag(window, at)) return placed(tag);
      return rest() > maxTagLength ? tagTooLong() : 'wait';
    }
    if (tag.end - tag.start > maxTagLength) return tagTooLong();
    root = true;
    const offset = base + at;
    if (open.length >= maxDepth && !tag.isEmpty) {
      return { code: 'xml/too-deep', args: [String(maxDepth)], offset };
    }
    const end = base + tag.end;
    at = tag.end;
    const found = handlers.open?.({ ...tag, start: offset, end }, open.length + 1);
    if (found !== undefined) return found;
    if (tag.isEmpty) handlers.close?.(end, open.length + 1);
    else open.push({ name: tag.name, offset });
    return 'on';
  };

  const closing = (): Step => {
    endTag.lastIndex = at;
    const match = endTag.exec(window);
    const offset = base + at;
    if (match === null) {
      if (isFinal || window.indexOf('>', at) >= 0) return syntax(offset, 'the closing tag is damaged', '3.1');
      return rest() > maxTagLength ? tagTooLong() : 'wait';
    }
    const started = open.pop();
    if (started?.name !== match[1]) {
      return { code: 'xml/mismatched-tag', args: [`</${match[1]}>`, started?.name ?? ''], offset };
    }
    at = endTag.lastIndex;
    handlers.close?.(base + at, open.length + 1);
    return 'on';
  };

  const tagTooLong = (): XmlFault => tooLarge(base + at, `a tag of more than ${maxTagLength} characters`);

  const instructionStart = (): Step => {
    instruction.lastIndex = at;
    const target = instruction.exec(window)?.[1];
    start = base + at;
    if (target === undefined) {
      return waits(longestName) ? 'wait' : syntax(start, 'the processing instruction is damaged', '2.6');
    }
    if (target.toLowerCase() === 'xml') return syntax(start, 'an XML declaration stands at the wrong place', '2.8');
    at = instruction.lastIndex;
    step = processing;
    return 'on';
  };

  const processing = (): Step => {
    const done = passTo('?>', 'the processing instruction is not closed', '2.6');
    if (done !== 'on') return done;
    handlers.hidden?.(start, base + at);
    step = content;
    return 'on';
  };

  const comment = (): Step => {
    const done = passTo('--', 'the comment is not closed', '2.5');
    if (done !== 'on') return done;
    if (waits(1)) {
      at -= 2;
      return 'wait';
    }
    if (window[at] !== '>') return syntax(base + at - 2, 'a comment must not hold --', '2.5');
    at++;
    step = content;
    return 'on';
  };

  const cdata = (): Step => {
    const from = at;
    const done = passTo(']]>', 'the CDATA section is not closed', '2.7');
    const end = done === 'on' ? at - 3 : at;
    if (end > from) handlers.text?.(window.slice(from, end), true);
    if (done === 'on') step = content;
    return done;
  };

  /** The declarations of a document type are skipped, but for those of entities, which are refused. */
  const doctype = (): Step => {
    const unclosed = 'the document type declaration is not closed';
    if (quote !== undefined) {
      const done = passTo(quote, unclosed, '2.8');
      if (done === 'on') quote = undefined;
      return done;
    }
    const token = /"|'|<!--|<\?|<!ENTITY|<!|>/g;
    token.lastIndex = at;
    const match = token.exec(window);
    if (match === null) {
      if (isFinal) return syntax(start, unclosed, '2.8');
      // The start of a longer token.
      at = Math.max(at, window.length - 1);
      return 'wait';
    }
    const [found] = match;
    at = match.index;
    if (found === '<!' && waits('<!ENTITY'.length)) return 'wait';
    if (found === '<!ENTITY') return { code: 'xml/entity-declaration', args: [], offset: base + at };
    at = token.lastIndex;
    if (found === '<!') depth++;
    else if (found === '>') {
      if (--depth === 0) {
        handlers.hidden?.(start, base + at);
        step = content;
      }
    } else quote = found === '<!--' ? '-->' : found === '<?' ? '?>' : found;
    return 'on';
  };

  let step: () => Step = prolog;

  const run = (): XmlFault | undefined => {
    for (;;) {
      const done = step();
      if (done === 'wait') break;
      if (done !== 'on') return done;
    }
    base += at;
    window = window.slice(at);
    at = 0;
    return undefined;
  };

  const take = (piece: string): XmlFault | undefined => {
    const bad = piece.search(illegal);
    const offset = base + window.length + bad;
    window += bad < 0 ? piece : piece.slice(0, bad);
    const found = run();
    if (found !== undefined || bad < 0) return found;
    return { code: 'xml/illegal-character', args: [nameOfCharacter(piece.charCodeAt(bad))], offset };
  };

  const finish = (): XmlFault | undefined => {
    const unclosed = open.at(-1);
    if (unclosed !== undefined) return syntax(unclosed.offset, `the element ${unclosed.name} is not closed`, '3.1');
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
    end() {
      if (isFinal || fault !== undefined) return fault;
      fault = carry === '' ? undefined : take(carry);
      isFinal = true;
      fault ??= run() ?? finish();
      return fault;
    },
  };
}

/** What a scan finds: the first fault, or the places of what the parser must not see. */
export interface XmlScan {
  readonly fault?: XmlFault;
  /** Document types, declarations and processing instructions, in order. */
  readonly hidden: readonly (readonly [start: number, end: number])[];
}

/** Looks for what makes a whole text no well-formed document. */
export function scanXml(text: string): XmlScan {
  const hidden: [number, number][] = [];
  const scanner = createXmlScanner({
    hidden(start, end) {
      hidden.push([start, end]);
    },
  });
  const fault = scanner.write(text) ?? scanner.end();
  return fault === undefined ? { hidden } : { fault, hidden };
}
