import type { Code, Content } from '../../src/model/content.js';
import { normalizeLabel } from '../../src/read/inline/constructs/links.js';

/** Where a reference of a CommonMark example leads. */
export interface Definition {
  readonly url: string;
  readonly title: string | undefined;
}

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Percent-encodes as the reference implementations do, so that their expected HTML can be compared literally. */
const escapeUrl = (url: string): string =>
  escapeHtml(
    encodeURI(url)
      .replace(/%25([0-9a-f]{2})/gi, '%$1')
      .replace(/%5B/g, '%5B')
      .replace(/%5D/g, '%5D'),
  );

/** Renders a content as the HTML of a CommonMark paragraph: enough of it to compare structure with the suite. */
export function renderHtml(
  content: Content,
  definitions: ReadonlyMap<string, Definition>,
  resolve: (markdown: string) => string,
): string {
  const closers = new Map(content.flatMap((inline, at) => (inline.kind === 'ec' ? [[inline.id, at] as const] : [])));
  const link = (start: number, code: Code): Definition => {
    const end = closers.get(code.id) ?? start;
    const closer = content[end];
    const data = closer !== undefined && closer.kind === 'ec' ? closer.data : '';
    if (data.startsWith('](')) return readResource(data.slice(2, -1), resolve);
    const label = data.length > 3 ? data.slice(2, -1) : spelling(content.slice(start + 1, end));
    return definitions.get(normalizeLabel(label)) ?? { url: '', title: undefined };
  };
  let html = '';
  for (let at = 0; at < content.length; at++) {
    const inline = content[at];
    if (inline === undefined) continue;
    if (inline.kind === 'text') {
      // White space at the ends of lines is not part of a paragraph's text.
      const lines = inline.text.replace(/ *\n */g, '\n');
      html += escapeHtml(content[at - 1]?.kind === 'ph' && html.endsWith('\n') ? lines.trimStart() : lines);
      continue;
    }
    const literal = inline.data.startsWith('<') && inline.subType !== 'md:autolink';
    if (literal) html += inline.data;
    else if (inline.subType === 'md:image' && inline.kind === 'sc') {
      const { url, title } = link(at, inline);
      const end = closers.get(inline.id) ?? at;
      html += `<img src="${escapeUrl(url)}" alt="${escapeHtml(alternative(content.slice(at + 1, end)))}"${titleOf(title)} />`;
      at = end;
    } else if (inline.subType === 'md:link') {
      if (inline.kind === 'ec') html += '</a>';
      else {
        const { url, title } = link(at, inline);
        html += `<a href="${escapeUrl(url)}"${titleOf(title)}>`;
      }
    } else if (inline.subType === 'xlf:b') html += inline.kind === 'sc' ? '<strong>' : '</strong>';
    else if (inline.subType === 'xlf:i') html += inline.kind === 'sc' ? '<em>' : '</em>';
    else if (inline.subType === 'xlf:lb') html += '<br />\n';
    else if (inline.kind === 'ph' && inline.subType === 'md:code') html += `<code>${escapeHtml(inline.disp)}</code>`;
    else if (inline.kind === 'ph' && inline.subType === 'md:autolink') {
      const mail = !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(inline.disp);
      html += `<a href="${mail ? 'mailto:' : ''}${escapeUrl(inline.disp)}">${escapeHtml(inline.disp)}</a>`;
    } else html += inline.data;
  }
  return html;
}

const titleOf = (title: string | undefined): string => (title === undefined ? '' : ` title="${escapeHtml(title)}"`);

const spelling = (content: Content): string =>
  content.map((inline) => (inline.kind === 'text' ? (inline.markdown ?? inline.text) : inline.data)).join('');

const alternative = (content: Content): string =>
  content.map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'ph' ? inline.equiv : '')).join('');

/** The destination and title inside the parentheses of an inline link, or after the colon of a definition. */
export function readResource(resource: string, resolve: (markdown: string) => string): Definition {
  const text = resource.replace(/^[ \n]+|[ \n]+$/g, '');
  const bracketed = /^<((?:\\.|[^>])*)>/s.exec(text);
  const url = bracketed?.[1] ?? /^[^\t\n ]*/.exec(text)?.[0] ?? '';
  const rest = text.slice(bracketed?.[0].length ?? url.length).trim();
  return { url: resolve(url), title: rest.length > 1 ? resolve(rest.slice(1, -1)) : undefined };
}
