import { type Content, codesOf } from '../model/content.js';

const none: ReadonlySet<string> = new Set();

/** The ids of the codes of a content: a code of the other side has a partner if its id is among them. */
export function idsOf(content: Content): ReadonlySet<string> {
  // Most contents are a text and nothing else.
  if (content.length < 2 && content[0]?.kind === 'text') return none;
  return new Set(codesOf(content).map(({ id }) => id));
}
