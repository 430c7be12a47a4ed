import { describe, expect, it } from 'vitest';
import { type Article, codesOf, exportToString, mergeXliff, splitArticle, toPlainText } from '../../../../src/index.js';
import { xmlMarkup } from '../../../../src/read/carriers/xml/markup.js';
import { isXmlContent } from '../../../../src/read/carriers/xml/whole.js';
import { escapeText } from '../../../../src/xml/escapes.js';
import { createXmlScanner } from '../../../../src/xml/scan/well-formed.js';
import { articleOf, pair, pairsOf } from '../../../support/pairs.js';

const id = '1a2b3-102';

function articleIn(content: string, source = 'One'): Article {
  return articleOf(`<Docs>\n  <summary>${pair(id, content, source)}</summary>\n</Docs>\n`, 'a.xml');
}

function shapeOf(content: string): string {
  return xmlMarkup
    .parse(content, {})
    .map((inline) => (inline.kind === 'text' ? inline.text : `{${inline.kind} ${inline.id} ${inline.data}}`))
    .join('');
}

describe('the content of XML', () => {
  it.each([
    ['a -&gt; b &amp;amp; &#65;&#x42;', 'a -> b &amp; AB'],
    [
      "P@$$w0rd, @'a', _b_, **c**, `d`, [e](f), ~~g~~, \\*, &nbsp;",
      "P@$$w0rd, @'a', _b_, **c**, `d`, [e](f), ~~g~~, \\*, &nbsp;",
    ],
    ['See <see cref="T:A.B" />.', 'See {ph 1 <see cref="T:A.B" />}.'],
    ['<c>a</c> <i>b</i>', '{sc 1 <c>}a{ec 1 </c>} {sc 2 <i>}b{ec 2 </i>}'],
    ['<para>a<c>b</c></para>', '{sc 1 <para>}a{sc 2 <c>}b{ec 2 </c>}{ec 1 </para>}'],
    ["<list type='a>b'><item>c</item></list>", "{sc 1 <list type='a>b'>}{sc 2 <item>}c{ec 2 </item>}{ec 1 </list>}"],
    ['a <!-- b <c> --> d <?e f?> g', 'a {ph 1 <!-- b <c> -->} d {ph 2 <?e f?>} g'],
    ['a <![CDATA[<b> & c]]> d', 'a <b> & c d'],
    ['a < b, <c, <>, </>, <1>, <a b=">, &, &;, &x', 'a < b, <c, <>, </>, <1>, <a b=">, &, &;, &x'],
    ['a</c>b<c>d', 'a{ec 1 </c>}b{sc 2 <c>}d'],
    ['&#0;&#xFFFFFFF;&#55296;', '&#0;&#xFFFFFFF;&#55296;'],
  ])('%j is read', (content, shape) => {
    expect(shapeOf(content)).toBe(shape);
  });

  it('has what a reader sees in the place of elements', () => {
    const shown = (content: string): string => toPlainText(xmlMarkup.parse(content, {}));
    expect(shown('<see cref="M:A.B.C(System.String)" />')).toBe('C(String)');
    expect(shown('<see cref="T:A.List`1" />, <see langword="null" />, <paramref name="x" />')).toBe('List<T>, null, x');
  });

  it('has partners on both sides', () => {
    const source = 'The <paramref name="a" /> of <see cref="T:B" /> is <c>x</c>.';
    const target = '<c>x</c> ist <paramref name="a" /> von <see cref="T:B" />.';
    const [segment] = pairsOf(articleIn(target, source));
    expect(codesOf(segment?.target.content ?? []).map((code) => code.id)).toEqual(['3', '3', '1', '2']);
  });

  it('is read in linear time', () => {
    for (const part of [
      '<',
      '<a',
      '<a ',
      '<a b="',
      '</a>',
      '<a>',
      '<!--',
      '<![CDATA[',
      '<?',
      '&',
      '&#1',
      "<a '",
      '<a/><',
    ]) {
      const text = part.repeat(100_000);
      expect(
        xmlMarkup
          .parse(text, {})
          .map((inline) => (inline.kind === 'text' ? (inline.markdown ?? inline.text) : inline.data))
          .join(''),
      ).toBe(text);
    }
    expect(xmlMarkup.parse(`<${'a'.repeat(2_000_000)}`, {})).toHaveLength(1);
  });

  it('is spelled in linear time', () => {
    // To look for the end of each of these took minutes.
    const open = '<![CDATA['.repeat(500_000);
    for (const xml of [open, `<![CDATA[&amp;]]>&amp;${open}`, `${open}]]>&lt;`]) {
      const [first, ...others] = xmlMarkup.parse(xml, {});
      expect(others).toEqual([]);
      if (first?.kind !== 'text') throw new Error('It is no text.');
      const spellings = xmlMarkup.spellingsOf(first);
      expect(spellings.map(([, spelled]) => spelled).join('') === xml).toBe(true);
      expect(spellings.map(([shown]) => shown).join('') === first.text).toBe(true);
    }
    expect(xmlMarkup.parse('<![CDATA[&amp;]]>&amp;<![CDATA[', {})).toMatchObject([{ text: '&amp;&<![CDATA[' }]);
  });
});

describe('pairs in XML', () => {
  const two = pair('1a2b3-103', 'Zwei', 'Two');
  it.each([
    [' ', 1],
    ['\n   \n   ', 1],
    [' <see cref="T:A" /> ', 1],
    [' - x, # y, | z ', 1],
    ['</para><para>', 2],
    ['</param>\n<summary>', 2],
    ['<remarks />', 2],
    ['<!-- x -->', 1],
  ])('with %j between them are in %d blocks', (gap, blocks) => {
    const text = `<a><para>${pair(id, 'Eins', 'One')}${gap}${two}</para></a>`;
    expect(articleOf(text, 'a.XML').units).toHaveLength(blocks);
  });

  it('are known by a declaration where there is no path', () => {
    expect(articleOf(`<?xml version="1.0"?>\n<a>${two}</a>`).carrier).toBe('xml');
    expect(articleOf(`<a>${two}</a>`).carrier).toBeUndefined();
  });

  it('give back what is written in them when they are split', () => {
    const text = `\ufeff<a b="&lt;">\r\n<c>${pair(id, '&amp;#x20; <see cref="T:A"/> -&gt;', 'a &#65; <b>x</b>')}</c>&amp;</a>`;
    expect(splitArticle(articleOf(text, 'a.xml'), 'source')).toBe(
      '\ufeff<a b="&lt;">\r\n<c>a &#65; <b>x</b></c>&amp;</a>',
    );
    expect(splitArticle(articleOf(text, 'a.xml'), 'target')).toBe(
      '\ufeff<a b="&lt;">\r\n<c>&amp;#x20; <see cref="T:A"/> -&gt;</c>&amp;</a>',
    );
  });
});

describe('a target in XML', () => {
  const merged = (before: string, target: string, source = 'One'): string => {
    const article = articleIn(before, source);
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
    const read = mergeXliff(
      article,
      document.replace(/<target>[\s\S]*?<\/target>/, () => `<target>${target}</target>`),
    );
    if (read._tag === 'Left') throw new Error(read.left[0]?.message);
    if (read._tag === 'Both') return read.left.map(({ code }) => code).join();
    return read.right.text
      .slice(read.right.text.indexOf(`${id}">`) + id.length + 2)
      .replace(/<\/span><span class[\s\S]*/, '');
  };

  it.each([
    'a & b',
    'a < b > c',
    '&lt;',
    '<see cref="T:A" />',
    '<c>',
    '**a** _b_ `c`',
    '# a',
    ']]>',
    'a\n\nb',
    'a\' " b',
  ])('is %j as characters', (target) => {
    const spelled = merged('Eins', escapeText(target));
    expect(spelled).toBe(target.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    expect(pairsOf(articleIn(spelled))[0]?.target.content).toMatchObject([{ text: target }]);
  });

  it('keeps the spelling of what did not change', () => {
    expect(merged('&#65; -> &gt; b &quot;', 'A -&gt; &gt; &lt; b "')).toBe('&#65; -> &gt; &lt; b &quot;');
  });

  it('has its codes as they are', () => {
    const source = 'See <see cref="T:A" /> &amp; <c>x</c>.';
    const target = 'Siehe <see cref="T:A" /> &amp; <c>x</c>.';
    const edited = 'Neu &lt;<pc id="2" dataRefStart="d2" dataRefEnd="d3">y&amp;</pc> <ph id="1" dataRef="d1"/>';
    expect(merged(target, edited, source)).toBe('Neu &lt;<c>y&amp;</c> <see cref="T:A" />');
    expect(merged(target, 'Neu', source)).toContain('merge/lost-code');
  });

  it('is refused where it would break the document', () => {
    const article = articleIn('<i>Eins</i>', '<i>One</i>');
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE', inline: 'text' });
    const read = (target: string): string => {
      const result = mergeXliff(article, document.replace('&gt;Eins&lt;', target), { inline: 'text' });
      return result._tag === 'Right' ? result.right.changes.map(({ after }) => after).join() : result._tag;
    };
    expect(read('&gt;Neu&lt;')).toBe('<i>Neu</i>');
    expect(read('&gt;Neu &amp; alt&lt;')).toBe('Both');
    expect(read('&gt;Neu&lt;b&gt;&lt;')).toBe('Both');
  });
});

describe('what can be the content of an element', () => {
  it.each([
    '',
    'a',
    'a &lt; &#65; &#x42;',
    '<a/>',
    '<a b="c>" d=\'"\'>x</a>',
    '<!-- < -->',
    '<?a b?>',
    '<![CDATA[<&]]>',
    '<ä/>',
  ])('is %j', (content) => {
    expect(isXmlContent(content)).toBe(true);
    expect(faultOf(`<r>${content}</r>`)).toBeUndefined();
  });

  it.each([
    ...[
      '<',
      '&',
      '&x;',
      '<a>',
      '</a>',
      '<a></b>',
      '<a><b></a></b>',
      '<a b>',
      '<a b="<"/>',
      '<a b="&"/>',
      '<a b="" b=""/>',
    ],
    ...[
      '<a b=""c=""/>',
      '<1/>',
      ']]>',
      '<!-- -- -->',
      '<!--',
      '<?xml a?>',
      '&#0;',
      '\u0001',
      '\ud800',
      '<![CDATA[',
      '<!DOCTYPE a>',
    ],
  ])('is not %j', (content) => {
    expect(isXmlContent(content)).toBe(false);
    expect(faultOf(`<r>${content}</r>`)).toBeDefined();
  });

  it('is found out in linear time', () => {
    for (const part of [
      '<a>',
      '</a>',
      '<a ',
      '<a b="',
      ' b=""',
      '<!--',
      '<![CDATA[',
      '<?a ',
      '&',
      '&#1',
      ']]',
      '<a b="c" ',
    ]) {
      expect(isXmlContent(part.repeat(100_000)), part).toBe(part === ' b=""' || part === ']]');
    }
  });
});

function faultOf(document: string): unknown {
  const scanner = createXmlScanner();
  return scanner.write(document) ?? scanner.end();
}
