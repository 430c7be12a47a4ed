import type { Article, Code, Content } from '../../../src/index.js';
import { pairsOf } from '../../support/pairs.js';
import type { Version } from './omegat.js';

/**
 * The English side of an article as plain text, Markdown and all: its blocks as paragraphs, for OmegaT to cut into
 * sentences. Where more than white space stands between two pairs, as between the labels of links, a paragraph ends.
 */
export function toTextSource({ units }: Article): string {
  const paragraphs = units.flatMap(({ parts }) =>
    parts
      .filter((part) => part.kind === 'ignorable' || !part.recovered)
      .map((part) => {
        if (part.kind === 'segment') return part.source.text;
        return /^[ \t\r\n]*$/.test(part.text) ? part.text : '\n\n';
      })
      .join(''),
  );
  return paragraphs.filter((text) => text !== '').join('\n\n');
}

/**
 * The English side of an article as HTML: its sentences as paragraphs, its codes as tags. OmegaT numbers tags through a
 * paragraph, so the second sentence of one would have other tags than it has in a memory.
 */
export function toHtmlSource(article: Article): string {
  const paragraphs = pairsOf(article).map(({ source }) => `<p>${toHtml(source.content)}</p>\n`);
  return `<html><head><meta http-equiv="content-type" content="text/html; charset=UTF-8"></head><body>
${paragraphs.join('')}</body></html>
`;
}

/**
 * The content as HTML. Each code is a tag whose name starts with the letter that OmegaT gives to the code when it reads
 * it from TMX, so that the tag's shortcut is the same; what a tag stands for is written by the source's code.
 */
export function toHtml(content: Content, source: Content = content): string {
  return content.map((inline) => (inline.kind === 'text' ? escapeHtml(inline.text) : toTag(inline, source))).join('');
}

function toTag(code: Code, source: Content): string {
  const { kind, id } = code;
  const other = source.find((inline) => inline.kind === kind && inline.id === id);
  const original = other === undefined || other.kind === 'text' ? code : other;
  const start = kind === 'ec' ? source.find((inline) => inline.kind === 'sc' && inline.id === id) : original;
  const name = tagName(start === undefined || start.kind === 'text' ? original : start);
  return kind === 'ec' ? `</${name}>` : `<${name} data-code="${escapeHtml(original.data).replaceAll('"', '&quot;')}">`;
}

const tagNames: Readonly<Record<string, string>> = { a: 'a', b: 'b', i: 'i' };

function tagName(code: Code): string {
  const letter = letterOf(code);
  return code.kind === 'ph' || code.isolated ? `${letter}-code` : (tagNames[letter] ?? `${letter}-pair`);
}

/** The letter of a tag in OmegaT: the first in the code, else the first of its TMX type. */
function letterOf({ data, subType }: Code): string {
  const letter = /\p{L}/u.exec(data)?.[0].toLowerCase();
  if (letter !== undefined) return letter;
  return (subType === undefined ? undefined : lettersOfTypes[subType]) ?? 'x';
}

/** The first letters of `bold`, `italic`, `link`, `image`, `fnote`; the others have `x-` in front. */
const lettersOfTypes: Readonly<Record<string, string>> = {
  'xlf:b': 'b',
  'xlf:i': 'i',
  'md:link': 'l',
  'md:image': 'i',
  'md:footnote': 'f',
};

/** The content as OmegaT shows it: with shortcuts in the places of codes. `other`: the other side of the pair. */
export function toShortcuts(version: Version, content: Content, other: Content = content): string {
  const tags = shortcutsOf(version, content, other);
  return content.map((inline, index) => (inline.kind === 'text' ? inline.text : tags[index])).join('');
}

/**
 * Whether OmegaT can put the tags of the source into the target: it finds them by their shortcuts. 3.6 cannot where
 * single tags stand in another order than in the source, or some are missing; neither can where the source lacks one.
 */
export function hasShortcutsOf(version: Version, source: Content, target: Content): boolean {
  const sourceTags = shortcutsOf(version, source);
  return shortcutsOf(version, target).every((tag, index) => {
    const code = target[index];
    if (code === undefined || code.kind === 'text') return true;
    const partner = source.findIndex((other) => other.kind === code.kind && other.id === code.id);
    return sourceTags[partner] === tag;
  });
}

/**
 * The shortcuts of the codes, each at the index of its code. The number of a tag is that of its `x` less one where it is
 * half of a pair, so it stays with its partner in another order of words; single tags, and pairs that the other side does
 * not have and so have no `x`, are counted in their own text. 5.8 takes the `x` of single tags, too, and counts those that
 * have none among themselves; a pair without `x` is -1.
 */
function shortcutsOf(version: Version, content: Content, other: Content = content): (string | undefined)[] {
  const pairs = new Map<string, string>();
  let number = 0;
  let lone = 0;
  return content.map((inline) => {
    if (inline.kind === 'text') return undefined;
    const { kind, id } = inline;
    const paired = kind !== 'ph' && inline.isolated !== true;
    if (kind === 'ec' && paired) return `</${pairs.get(id)}>`;
    const hasPartner = other.some((code) => code.kind !== 'text' && code.id === id);
    const counted = version === '3.6' ? number : paired ? -1 : lone;
    const tag = `${letterOf(inline)}${hasPartner && (paired || version !== '3.6') ? Number(id) - 1 : counted}`;
    number++;
    if (!paired && !hasPartner) lone++;
    if (paired) pairs.set(id, tag);
    return kind === 'ec' ? `</${tag}>` : `<${tag}>`;
  });
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
