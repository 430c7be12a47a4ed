import { parse, preprocess } from 'micromark';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { type Content, codesOf } from '../../../src/model/content.js';

/** A code as both readers can name it: what it is, and where. */
export interface Judged {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** The start of the other half. */
  readonly pair: number | undefined;
}

/** Strikethrough takes two tildes only, as DocFX has it. */
const OPTIONS = { extensions: [gfmStrikethrough({ singleTilde: false }), cjkFriendlyExtension()] };

/** The codes that micromark sees in a segment, which it reads as the text of a paragraph. */
export function judge(markdown: string): Judged[] {
  const parser = parse(OPTIONS);
  const events = parser.text().write(preprocess()(markdown, undefined, true));
  const found: Judged[] = [];
  const labels: number[] = [];
  for (const [type, token] of events) {
    const { offset: start } = token.start;
    const { offset: end } = token.end;
    if (type === 'exit') {
      const pairKind = PAIRS.get(token.type);
      if (pairKind !== undefined) {
        const width = token.type === 'emphasis' ? 1 : 2;
        found.push(...pairOf(pairKind, start, start + width, end - width, end));
      } else if (token.type === 'link' || token.type === 'image') {
        const close = (labels.pop() ?? end) - 1;
        found.push(...pairOf(token.type, start, start + (token.type === 'image' ? 2 : 1), close, end));
      }
      continue;
    }
    if (token.type === 'link' || token.type === 'image') labels.push(labelEndOf(events, token));
    const single = SINGLES.get(token.type);
    if (single !== undefined)
      found.push({ kind: single, start, end: single === 'break' ? start : end, pair: undefined });
  }
  return found.sort((a, b) => a.start - b.start);
}

const PAIRS = new Map([
  ['strong', 'strong'],
  ['emphasis', 'emphasis'],
  ['strikethrough', 'strike'],
]);

const SINGLES = new Map([
  ['codeText', 'code'],
  ['autolink', 'autolink'],
  ['htmlText', 'html'],
  ['hardBreakTrailing', 'break'],
  ['hardBreakEscape', 'break'],
]);

type Events = ReturnType<ReturnType<ReturnType<typeof parse>['text']>['write']>;
type Token = Events[number][1];

/** Where the label of a link ends: a link's own label is the first that begins where it does. */
function labelEndOf(events: Events, link: Token): number {
  const at = events.findIndex(([type, token]) => type === 'enter' && token === link);
  const label = events[at + 1];
  return label?.[1].type === 'label' ? label[1].end.offset : link.end.offset;
}

function pairOf(kind: string, start: number, startEnd: number, end: number, endEnd: number): Judged[] {
  return [
    { kind: `${kind} sc`, start, end: startEnd, pair: end },
    { kind: `${kind} ec`, start: end, end: endEnd, pair: start },
  ];
}

const KIND_OF = new Map<string | undefined, string>([
  ['xlf:b', 'strong'],
  ['xlf:i', 'emphasis'],
  ['md:s', 'strike'],
  ['md:link', 'link'],
  ['md:image', 'image'],
  ['md:code', 'code'],
  ['md:autolink', 'autolink'],
]);

/** A stretch that is one code for us, of a kind that the judge does not know. */
export interface Own {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** Our reading in the judge's words, and the ranges of what only we know (math, DocFX forms, footnote marks). */
export function restate(content: Content): { codes: Judged[]; own: Own[] } {
  const codes: Judged[] = [];
  const own: Own[] = [];
  const starts = new Map(codesOf(content).map((code) => [code.kind + code.id, code.range.start]));
  for (const { kind, id, subType, data, range } of codesOf(content)) {
    const pair = kind === 'ph' ? undefined : starts.get((kind === 'sc' ? 'ec' : 'sc') + id);
    if (data.startsWith('<xref:') && !/[\s"']/.test(data)) codes.push({ kind: 'autolink', ...range, pair: undefined });
    else if (data.startsWith('<') && subType !== 'md:autolink' && subType !== 'md:xref') {
      codes.push({ kind: 'html', ...range, pair: undefined });
    } else if (subType === 'xlf:lb')
      codes.push({ kind: 'break', start: range.start, end: range.start, pair: undefined });
    else {
      const name = KIND_OF.get(subType);
      if (name === undefined) own.push({ ...range, kind: subType ?? '' });
      else codes.push({ kind: kind === 'ph' ? name : `${name} ${kind}`, ...range, pair });
    }
  }
  return { codes, own };
}

/** What is said of places that only we know is left out on both sides, halves of pairs together. */
export function outside(codes: readonly Judged[], own: readonly { start: number; end: number }[]): Judged[] {
  if (own.length === 0) return [...codes];
  const within = (offset: number): boolean => own.some(({ start, end }) => offset >= start && offset < end);
  const touches = ({ start, end }: Judged): boolean => own.some((range) => start < range.end && end > range.start);
  return codes.filter(
    (code) => !touches(code) && !within(code.start) && (code.pair === undefined || !within(code.pair)),
  );
}
