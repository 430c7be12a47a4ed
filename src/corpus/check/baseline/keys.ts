import { hashText } from '../../../check/hash.js';

/** What findings are told apart by: a finding that is there again has the same, whatever was changed elsewhere. */
export interface FindingKeys {
  /** With the id of the pair. */
  readonly withPlace: number;
  /** Without it: ids change where a source file changes. */
  readonly anywhere: number;
}

/** UTF-16 code units of a text that was cut short which count: no text is cut before them. */
const head = 99;

const mark = '…';

/** The keys of a finding that is written: a text that ends in an ellipsis may have been cut short. */
export function keysOfWritten(found: Readonly<Record<string, unknown>> & { readonly code: string }): FindingKeys {
  const { code, message, segment, source, target } = found;
  if (typeof source !== 'string' || typeof target !== 'string')
    return keysOfMessage(code, typeof message === 'string' ? message : '');
  const isCut = [source, target].some((text) => text.length > head && text.endsWith(mark));
  return (isCut ? keysOfHeads : keysOfTexts)(code, typeof segment === 'string' ? segment : '', source, target);
}

/** The keys of a finding in a pair: its texts, whatever the message says of other places. */
export function keysOfTexts(code: string, segment: string, source: string, target: string): FindingKeys {
  return keysOf(segment, ['texts', code, source, target]);
}

/** The same where one of the texts was cut short. */
export function keysOfHeads(code: string, segment: string, source: string, target: string): FindingKeys {
  return keysOf(segment, ['heads', code, source.slice(0, head), target.slice(0, head)]);
}

/** The keys of a finding that is in no pair: what it says, but for numbers, which may be those of lines. */
export function keysOfMessage(code: string, message: string): FindingKeys {
  return keysOf('', ['message', code, message.replace(/[0-9]+/g, '0')]);
}

function keysOf(segment: string, parts: readonly string[]): FindingKeys {
  const text = parts.join('\0');
  return { withPlace: hashText(`${segment}\0${text}`), anywhere: hashText(text) };
}
