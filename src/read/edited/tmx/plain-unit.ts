import { isAt } from '../../../model/compact/is-at.js';
import { decodeReferences, faultInText } from '../../../xml/syntax.js';

/** What is done with the parts of a unit as they come. Texts and values have no references any more. */
export interface UnitParts {
  /** A property of the unit. */
  property(type: string, value: string): void;
  /** A variant starts; `written`: its language. */
  variant(written: string): void;
  /** A stretch of the text of the variant. */
  text(text: string): void;
  /** A native code in it. */
  code(kind: NativeCode, data: string): void;
}

/** As the reader of units names them. */
export type NativeCode = 'ph' | 'sc' | 'ec';

const value = '"[^"<&\\t\\n\\r]*"';
/** Attributes in one order, so that none stands twice. */
const written = (...names: readonly string[]): string => names.map((name) => `(?: ${name}=${value})?`).join('');
const start = new RegExp(
  `<tu${written('tuid', 'segtype', 'creationdate', 'creationid', 'changedate', 'changeid', 'usagecount', 'lastusagedate')}>`,
  'y',
);
const propertyStart = '<prop type="';
const propertyEnd = '</prop>';
const variantStart = '<tuv xml:lang="';
const afterLanguage = '"><seg>';
const plainValue = /^[^"<&\t\n\r]*$/;
const variantEnd = '</seg></tuv>';
const unitEnd = '</tu>';
const code = new RegExp(
  `<(ph|bpt|ept|it)(?: pos="(begin|end)")?${written('i', 'x', 'type', 'assoc')}>([^<]*)</\\1>`,
  'y',
);

/**
 * Reads a unit that is written as exporters write it, and gives where it ends. `undefined`: it may be right all the same, or
 * not, or ends after the text: then it has to be scanned, and what its parts were is worth nothing. The text has no
 * character that XML does not allow.
 */
export function readPlainUnit(text: string, at: number, parts: UnitParts): number | undefined {
  if (!isAt(text, '<tu', at)) return undefined;
  start.lastIndex = at;
  if (!start.test(text)) return undefined;
  let end: number | undefined = start.lastIndex;
  while (end !== undefined && isAt(text, propertyStart, end)) end = readProperty(text, end, parts);
  do end = end === undefined ? undefined : readVariant(text, end, parts);
  while (end !== undefined && !isAt(text, unitEnd, end));
  return end === undefined ? undefined : end + unitEnd.length;
}

/** The place after it; `undefined`, as of all that follow: it has to be scanned. */
function readProperty(text: string, at: number, parts: UnitParts): number | undefined {
  const from = at + propertyStart.length;
  const quote = text.indexOf('"', from);
  if (quote < 0 || text.charCodeAt(quote + 1) !== 0x3e) return undefined;
  const type = text.slice(from, quote);
  const end = text.indexOf('<', quote);
  if (!plainValue.test(type) || !isAt(text, propertyEnd, end)) return undefined;
  const read = textIn(text, quote + 2, end);
  if (read === undefined) return undefined;
  parts.property(type, read);
  return end + propertyEnd.length;
}

function readVariant(text: string, at: number, parts: UnitParts): number | undefined {
  if (!isAt(text, variantStart, at)) return undefined;
  const from = at + variantStart.length;
  const quote = text.indexOf('"', from);
  const language = text.slice(from, quote);
  if (quote < 0 || !isAt(text, afterLanguage, quote) || !plainValue.test(language)) return undefined;
  parts.variant(language);
  return readSegment(text, quote + afterLanguage.length, parts);
}

/** A stretch without tags. */
function textIn(text: string, from: number, to: number): string | undefined {
  const written = text.slice(from, to);
  return faultInText(text, from, to, written) === undefined ? decodeReferences(written) : undefined;
}

/** The place after the end tag of the variant. */
function readSegment(text: string, from: number, parts: UnitParts): number | undefined {
  for (let at = from; ; ) {
    const next = text.indexOf('<', at);
    if (next < 0) return undefined;
    if (next > at) {
      const read = textIn(text, at, next);
      if (read === undefined) return undefined;
      parts.text(read);
    }
    if (isAt(text, variantEnd, next)) return next + variantEnd.length;
    code.lastIndex = next;
    const found = code.exec(text);
    if (found === null) return undefined;
    const [whole, name = '', position, data = ''] = found;
    const read = textIn(data, 0, data.length);
    if (read === undefined) return undefined;
    parts.code(kindOf(name, position), read);
    at = next + whole.length;
  }
}

/** `position`: that of a code without its other half. */
export function kindOf(name: string, position: string | undefined): NativeCode {
  if (name === 'ph') return 'ph';
  if (name === 'it') return position === 'end' ? 'ec' : 'sc';
  return name === 'bpt' ? 'sc' : 'ec';
}
