import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewToHtml } from '../../src/node.js';
import { toScriptJson } from '../../src/view/document.js';
import { articleOf, pair } from '../support/pairs.js';

/** The texts between the tags of an element, as a browser finds them. */
function inside(html: string, name: string): string[] {
  return Array.from(html.matchAll(new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`, 'g')), ([, text = '']) => text);
}

const evil = '</script><script>alert(1)</script><!--<script> javascript:alert(1) \u2028 \u2029 &lt;';

describe('data in a script element', () => {
  it('is the same when it is read again, and holds nothing that a browser would take for markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', evil), (text, more) => {
        const json = toScriptJson({ text: text + more });
        expect(JSON.parse(json)).toEqual({ text: text + more });
        expect(json).not.toMatch(/[<\u2028\u2029]/);
      }),
    );
  });
});

describe('a review page', () => {
  const article = articleOf(pair('1a2b3-102', `${evil} Eins`, `${evil} One`), `${evil}.md`);
  const html = viewToHtml([{ article, trgLang: 'de-DE' }], { title: evil });
  const [data = '', script = ''] = inside(html, 'script');
  const [style = ''] = inside(html, 'style');
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

  it('has two scripts, its data and its code, whatever its articles hold', () => {
    expect(inside(html, 'script').length).toBe(2);
    expect(inside(html, 'title').length).toBe(1);
    expect(html.match(/<script/g)?.length).toBe(2);
    expect(html.match(/<!--/g)).toBeNull();
    const { articles, title } = JSON.parse(data);
    expect(title).toBe(evil);
    expect(articles[0].path).toBe(`${evil}.md`);
  });

  it('lets in its own code and style by their hashes, and nothing else', () => {
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(script)}`,
      `style-src ${hash(style)}`,
      'img-src data:',
      'worker-src blob:',
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types sspr-tm-worker',
    ]);
  });

  it('has code that neither ends its element nor makes elements of text', () => {
    expect(script).not.toMatch(
      /<\/script|<!--|innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|eval\(/i,
    );
    expect(style).not.toMatch(/<\/style|@import|url\(/i);
  });

  it('is the same bytes for the same articles', () => {
    expect(viewToHtml([{ article, trgLang: 'de-DE' }], { title: evil })).toBe(html);
  });

  it('can be empty', () => {
    expect(JSON.parse(inside(viewToHtml([]), 'script')[0] ?? '')).toEqual({
      title: 'Articles',
      srcLang: 'en-US',
      articles: [],
    });
  });
});
