import type { Text } from '../../../model/content.js';
import { mostConstructs } from '../../../model/limits.js';
import { type Alignment, alignContents } from '../../align/align.js';
import type { Contents } from '../../contents.js';
import { assemble, order } from '../../inline/assemble.js';
import { xrefName } from '../../inline/constructs/xref.js';
import { COMMENT, type Form, formOfTag, half, join, type Mark, placeholder, XREF } from '../../inline/marks.js';
import type { Markup } from '../markup.js';
import { resolveReferences, spellingsOf } from './references.js';

const name = '[A-Za-z_:\\u0080-\\uffff][\\w:.\\-\\u0080-\\uffff]*';
const tag = new RegExp(`<(/?)(${name})(?=[\\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(/?)>`, 'y');
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** No real tag is longer: a bound for the look ahead. */
export const longestTag = 10_000;

/** The content of XML elements: text with references, and elements; nothing in it is Markdown. */
export const xmlMarkup: Markup = {
  name: 'xml',
  isWords: (text) => !/[<&]/.test(text),
  parse: (text, { offset = 0 }) => assemble(text, findMarks(text) ?? [], offset, textPiece),
  readContents(source, target, { sourceOffset = 0, targetOffset = 0 }): Contents {
    const sourceMarks = findMarks(source);
    const targetMarks = findMarks(target);
    const aligned: Alignment = alignContents(
      assemble(source, sourceMarks ?? [], sourceOffset, textPiece),
      assemble(target, targetMarks ?? [], targetOffset, textPiece),
    );
    const contents = { ...aligned, recovered: 0 };
    return sourceMarks === undefined || targetMarks === undefined ? { ...contents, tooMany: true } : contents;
  },
  spellingsOf({ text, markdown = text }: Text) {
    const spellings = spellingsOf(markdown);
    return spellings.map(([shown]) => shown).join('') === text ? spellings : [[text, markdown]];
  },
  escape(character) {
    return character === '&' ? '&amp;' : character === '<' ? '&lt;' : character === '>' ? '&gt;' : character;
  },
};

/** A stretch without elements. */
function textPiece(xml: string): Text {
  if (!/[&<]/.test(xml)) return { kind: 'text', text: xml };
  const text = resolveReferences(xml);
  return text === xml ? { kind: 'text', text } : { kind: 'text', text, markdown: xml };
}

/** The codes of a text in their order; `undefined` where there are too many. */
function findMarks(text: string): Mark[] | undefined {
  const marks: Mark[] = [];
  const open: { readonly name: string; readonly mark: Mark }[] = [];
  /** How many of each are open: an end tag without a start is passed without looking through all. */
  const counts = new Map<string, number>();
  const missing = new Set<string>();
  const find = (what: string, from: number): number => {
    const at = missing.has(what) ? -1 : text.indexOf(what, from);
    if (at < 0) missing.add(what);
    return at;
  };
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (marks.length > mostConstructs) return undefined;
    const hidden = hiddenEnd(text, at, find);
    if (hidden !== undefined) {
      if (!text.startsWith('<![', at)) marks.push(placeholder(COMMENT, at, hidden, '', ''));
      at = hidden;
      continue;
    }
    const found = readTag(text, at);
    if (found === undefined) {
      at++;
      continue;
    }
    const { name, isEnd, isEmpty, end, inside } = found;
    const form = formOf(name);
    if (isEmpty) {
      const shown = shownOf(name, inside);
      marks.push(placeholder(form, at, end, shown, shown));
    } else if (!isEnd) {
      const mark = half('sc', form, at, end);
      marks.push(mark);
      open.push({ name, mark });
      counts.set(name, (counts.get(name) ?? 0) + 1);
    } else {
      const mark = half('ec', form, at, end);
      marks.push(mark);
      for (
        let opened = (counts.get(name) ?? 0) > 0 ? open.pop() : undefined;
        opened !== undefined;
        opened = open.pop()
      ) {
        counts.set(opened.name, (counts.get(opened.name) ?? 0) - 1);
        if (opened.name !== name) continue;
        join(opened.mark, mark);
        break;
      }
    }
    at = end;
  }
  order(marks);
  return marks;
}

/** The end of a comment, an instruction or a section that starts at `at`. */
function hiddenEnd(text: string, at: number, find: (what: string, from: number) => number): number | undefined {
  for (const [start, end] of [
    ['<!--', '-->'],
    ['<?', '?>'],
    ['<![CDATA[', ']]>'],
  ] as const) {
    if (!text.startsWith(start, at)) continue;
    const close = find(end, at + start.length);
    return close < 0 ? undefined : close + end.length;
  }
  return undefined;
}

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly isEmpty: boolean;
  readonly end: number;
  readonly inside: string;
}

function readTag(text: string, at: number): Tag | undefined {
  // Another `<` before the end shows that it is none; so nothing is looked at twice.
  const next = text.indexOf('<', at + 1);
  const limit = Math.min(next < 0 ? text.length : next, at + longestTag);
  tag.lastIndex = 0;
  const [whole, slash, name, inside = '', empty] = tag.exec(text.slice(at, limit)) ?? [];
  if (whole === undefined || name === undefined) return undefined;
  return { name, isEnd: slash === '/', isEmpty: empty === '/', end: at + whole.length, inside };
}

/** References to elements of an API are links; the others are what HTML knows by their names. */
function formOf(name: string): Form {
  return /^(?:see|seealso)$/.test(name) ? XREF : formOfTag(/^(?:c|paramref|typeparamref)$/.test(name) ? 'code' : name);
}

/** What a reader sees in the place of an empty element. */
function shownOf(name: string, inside: string): string {
  const attributes = new Map(Array.from(inside.matchAll(attribute), ([, key, a, b]) => [key, a ?? b ?? '']));
  const identifier = attributes.get('cref');
  if (identifier !== undefined) {
    return xrefName(resolveReferences(identifier.replace(/^[A-Z]:/, ''))) || identifier;
  }
  const shown = ['name', 'langword', 'href', 'value', 'alt'].map((key) => attributes.get(key)).find(Boolean);
  return shown === undefined ? (name === 'br' ? '\n' : '') : resolveReferences(shown);
}
