import { type Code, type Content, type Text, toPlainText } from '../../model/content.js';
import type { EntryText } from '../../model/memory/entry.js';
import type { InlineMode } from '../export-options.js';
import { type Node, nest } from './nesting.js';

/**
 * A target for clients that take all but its words from the source: a code that both have is that of the source, one that
 * the target alone has is text, white space at the ends is that of the source, and all text is in NFC.
 */
export function asSource(source: EntryText, target: EntryText, inline: InlineMode | undefined): EntryText {
  if (inline === 'text') return { ...target, text: withSpaceOf(target.text.normalize('NFC'), source.text) };
  if (inline === 'strip') {
    const plain = withSpaceOf(toPlainText(target.content).normalize('NFC'), toPlainText(source.content));
    return { ...target, content: [text(plain)] };
  }
  const codes = commonCodes(source.content, target.content);
  const content = target.content.map((inline) =>
    inline.kind === 'text'
      ? text(inline.text.normalize('NFC'))
      : (codes.get(keyOf(inline)) ?? text(inline.data.normalize('NFC'))),
  );
  return { ...target, content: spacedAs(joinTexts(content), source.content) };
}

/** A target of no article, whose own codes nobody could put back: only the codes that both have are those of the source. */
export function withCodesOfSource(source: EntryText, target: EntryText): EntryText {
  const codes = commonCodes(source.content, target.content);
  if (codes.size === 0) return target;
  const content = target.content.map((inline) =>
    inline.kind === 'text' ? inline : (codes.get(keyOf(inline)) ?? inline),
  );
  return { ...target, content };
}

/** The codes of a source that its target has in the same form, by their keys. */
export function commonCodes(source: Content, target: Content): ReadonlyMap<string, Code> {
  const common = new Map<string, Code>();
  const forms = formsOf(source);
  if (forms.size === 0) return common;
  const others = formsOf(target);
  for (const code of source) {
    if (code.kind === 'text') continue;
    const form = forms.get(code.id);
    if (form !== undefined && form === others.get(code.id)) common.set(keyOf(code), code);
  }
  return common;
}

/** Names a code in its side. */
export function keyOf({ kind, id }: Pick<Code, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/** As what the codes of a content are written, by their ids: as elements, as halves, or as codes that stand for themselves. */
function formsOf(content: Content): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  if (content.every(({ kind }) => kind === 'text')) return forms;
  const add = (id: string, form: string): void => {
    const other = forms.get(id);
    // More of one id than a pair: none that can be told from another.
    forms.set(id, other === undefined ? form : other === 'start' && form === 'end' ? 'halves' : `${other} ${form}`);
  };
  const rest: Node[] = [...nest(content)].reverse();
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.kind === 'element') {
      add(node.start.id, 'element');
      for (let index = node.children.length - 1; index >= 0; index--) rest.push(node.children[index] as Node);
    } else if (node.kind === 'ph') add(node.id, 'ph');
    else if (node.kind === 'half') {
      const { id, kind, isolated } = node.code as Exclude<Code, { kind: 'ph' }>;
      add(id, `${isolated ? 'lone ' : ''}${kind === 'sc' ? 'start' : 'end'}`);
    }
  }
  return forms;
}

function withSpaceOf(text: string, other: string): string {
  const [start, end] = spaceAround(other);
  const [from, to] = spaceAround(text);
  return other.slice(0, start) + text.slice(from, to) + other.slice(end);
}

/** The content with the white space at its ends that another one has. */
function spacedAs(content: Content, other: Content): Content {
  const [first] = other;
  const last = other.at(-1);
  const start = first?.kind === 'text' ? first.text.slice(0, spaceAround(first.text)[0]) : '';
  const end = last?.kind === 'text' ? last.text.slice(spaceAround(last.text)[1]) : '';
  const own = content.map((inline, index) => {
    if (inline.kind !== 'text') return inline;
    const [from, to] = spaceAround(inline.text);
    const isLast = index === content.length - 1;
    return text(inline.text.slice(index === 0 ? from : 0, isLast ? to : undefined));
  });
  return joinTexts([text(start), ...own, text(end)]);
}

function text(given: string): Text {
  return { kind: 'text', text: given };
}

/** Where the white space at the start of a text ends, and that at its end starts; of white space alone, both are its end. */
export function spaceAround(given: string): readonly [number, number] {
  let start = 0;
  while (start < given.length && isSpace(given.charCodeAt(start))) start++;
  let end = given.length;
  while (end > start && isSpace(given.charCodeAt(end - 1))) end--;
  return [start, end];
}

/** What clients take for white space: as Java does, and the no-break space. */
function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code >= 0x2000 && code <= 0x200a) return code !== 0x2007;
  return [0xa0, 0x1680, 0x2028, 0x2029, 0x205f, 0x3000].includes(code);
}

/** Texts beside each other as one; none is empty. */
function joinTexts(content: Content): Content {
  const joined: Content[number][] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (inline.kind !== 'text') joined.push(inline);
    else if (last?.kind === 'text') joined[joined.length - 1] = text(last.text + inline.text);
    else if (inline.text !== '') joined.push(inline);
  }
  return joined;
}
