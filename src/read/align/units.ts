import { type Code, type Content, isFormatting } from '../../model/content.js';
import { withLineFeeds } from '../line-ends.js';
import { attributesOf } from './triple-colon.js';

/** What is aligned as one: a pair, a placeholder, or a half whose other half is elsewhere. */
export interface CodeUnit {
  readonly codes: readonly [Code, ...Code[]];
  /** Only units of one kind can be partners. */
  readonly kind: string;
  readonly data: string;
  /** What a pair has inside it, as Markdown: a code that was moved is known by what it went along with. */
  readonly inner: string;
  partner: CodeUnit | undefined;
  /** Only kind and order made them partners: their data differs. */
  byOrder: boolean;
}

/** The longest inside that is compared. Beyond it pairs are told apart by their order. */
const INNER_LIMIT = 200;

/** The units of a content, in the order of their first codes. */
export function unitsOf(content: Content): CodeUnit[] {
  const units: CodeUnit[] = [];
  const ends = new Map<string, number>();
  for (let at = 0; at < content.length; at++) {
    const inline = content[at];
    if (inline?.kind === 'ec') ends.set(inline.id, at);
  }
  const paired = new Set<string>();
  for (let at = 0; at < content.length; at++) {
    const inline = content[at];
    if (inline === undefined || inline.kind === 'text') continue;
    if (inline.kind === 'sc') {
      const end = inline.isolated ? undefined : ends.get(inline.id);
      const closer = end === undefined ? undefined : content[end];
      if (end !== undefined && closer?.kind === 'ec') {
        paired.add(inline.id);
        units.push({
          codes: [inline, closer],
          kind: kindOf('pair', inline),
          // The address of a link stands in its second half, what marks the others stands in both.
          data: isFormatting(inline) ? '' : withLineFeeds(closer.data),
          inner: innerOf(content, at + 1, end),
          partner: undefined,
          byOrder: false,
        });
        continue;
      }
    } else if (inline.kind === 'ec' && paired.has(inline.id)) continue;
    units.push({
      codes: [inline],
      kind: kindOf(inline.kind, inline),
      data: withLineFeeds(inline.data),
      inner: '',
      partner: undefined,
      byOrder: false,
    });
  }
  return units;
}

function kindOf(shape: string, code: Code): string {
  const element = code.subType === 'md:html' ? elementOf(code.data) : formOf(code);
  return `${shape} ${code.type} ${code.subType ?? ''} ${element}`;
}

/** The name in a tag, which may be a recovered one: `\<b>`, `&lt;b&gt;`, `< b >`. */
const ELEMENT = /^(?:\\?[<\uff1c\u3008\u2039]|&lt;)[\s\u200b-\u200f]*(?:\/\s*)?([a-z][a-z0-9-]*)/i;

/** The elements that articles use. Any other name is a blank to fill in (`<file name>`), and its name may be translated. */
const KNOWN_ELEMENTS = new Set(
  (
    'a abbr address article aside audio blockquote body button canvas caption center cite code col colgroup dd details ' +
    'dfn div dl dt embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img ' +
    'input kbd label legend li link main map mark meta nav object ol option p param picture pre q rp rt ruby samp ' +
    'script section select small source span style sub summary sup svg table tbody td textarea tfoot th thead time ' +
    'title tr tt ul var video wbr'
  ).split(' '),
);

function formOf({ subType, data }: Code): string {
  return subType === 'md:include' ? (attributesOf(data) ?? '') : '';
}

function elementOf(data: string): string {
  const name = ELEMENT.exec(data)?.[1]?.toLowerCase() ?? '';
  return KNOWN_ELEMENTS.has(name) ? name : '?';
}

function innerOf(content: Content, start: number, end: number): string {
  let inner = '';
  for (let at = start; at < end && inner.length < INNER_LIMIT; at++) {
    const inline = content[at];
    if (inline === undefined) continue;
    const piece = inline.kind === 'text' ? inline.text : inline.data;
    // A line end is two characters at most.
    inner += withLineFeeds(piece.slice(0, 2 * INNER_LIMIT));
  }
  // A space more at its ends is damage, and no other word.
  return inner.slice(0, INNER_LIMIT).trim();
}
