import type { Segment } from '../../model/article.js';
import type { Content } from '../../model/content.js';
import type { Range } from '../../model/position.js';

/** A text in bold, and what it is in the target. */
export interface Term {
  readonly source: string;
  readonly target: string;
  /** Where the bold text stands in the target, with its markup. */
  readonly range: Range;
}

/** More characters are no name of a button. */
const longest = 40;
/** What opens an alert in many articles, and says nothing about an interface. */
const label = /^(?:note|notes|important|tip|warning|caution|example|examples|or|and|not|step \d+|question|answer)$/i;

/** The texts in bold of a segment that have a partner and look like a name of the user interface. */
export function termsOf({ source, target }: Segment): Term[] {
  if (!hasBold(source.content) || !hasBold(target.content)) return [];
  const sources = new Map(Array.from(boldTexts(source.content), ({ id, text }) => [id, text]));
  const terms: Term[] = [];
  for (const { id, text, range } of boldTexts(target.content)) {
    const term = clean(sources.get(id) ?? '');
    if (!/^\p{Lu}/u.test(term) || term.length > longest || label.test(term)) continue;
    const rendered = clean(text);
    if (rendered !== '') terms.push({ source: term, target: rendered, range });
  }
  return terms;
}

/** Most texts have no code at all. */
function hasBold(content: Content): boolean {
  return content.length > 2 && content.some((inline) => inline.kind === 'sc' && inline.subType === 'xlf:b');
}

function* boldTexts(content: Content): Generator<{ id: string; text: string; range: Range }, void, undefined> {
  for (let at = 0; at + 2 < content.length; at++) {
    const [start, text, end] = content.slice(at, at + 3);
    if (start?.kind !== 'sc' || text?.kind !== 'text' || end?.kind !== 'ec') continue;
    if (start.subType !== 'xlf:b' || end.id !== start.id) continue;
    yield { id: start.id, text: text.text, range: { start: start.range.start, end: end.range.end } };
  }
}

/** Words of ASCII with single spaces between: there is nothing to clean. */
const bare = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** Without white space, quotes, brackets and punctuation around it, which languages set differently. */
function clean(text: string): string {
  if (bare.test(text)) return text;
  const plain = text
    .normalize('NFKC')
    .replace(/[「」『』【】[\]"“”„«»]/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s"'“”„«»「『【[(<]+/u, '');
  let end = plain.length;
  while (end > 0 && /[\s"'“”„«»」』】\])>:;,.…。、]/.test(plain.charAt(end - 1))) end--;
  return plain.slice(0, end);
}
