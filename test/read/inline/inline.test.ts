import { describe, expect, it } from 'vitest';
import { type Code, type Content, codesOf, toMarkdown, toPlainText } from '../../../src/model/content.js';
import { parseInline } from '../../../src/read/inline/inline.js';

/** A content in one line: `<1:b>`, `</1:b>` and `{1:code disp}` for codes, `!` for an isolated half. */
function show(content: Content): string {
  return content.map((inline) => (inline.kind === 'text' ? inline.text : showCode(inline))).join('');
}

function showCode(code: Code): string {
  const name = `${code.id}:${code.subType?.replace(/^\w+:/, '')}`;
  if (code.kind === 'ph') return `{${name}${code.disp === '' ? '' : ` ${code.disp}`}}`;
  return `<${code.kind === 'ec' ? '/' : ''}${name}${code.isolated ? '!' : ''}>`;
}

const read = (markdown: string): string => show(parseInline(markdown));

const CASES: Readonly<Record<string, readonly (readonly [markdown: string, reading: string])[]>> = {
  'strong, emphasis and strikethrough': [
    ['**a** *b* __c__ _d_ ~~e~~', '<1:b>a</1:b> <2:i>b</2:i> <3:b>c</3:b> <4:i>d</4:i> <5:s>e</5:s>'],
    ['***a** b*', '<1:i><2:b>a</2:b> b</1:i>'],
    ['[**構成**] を', '[<1:b>構成</1:b>] を'],
    ['a * b ** c', 'a * b ** c'],
    ['*.* and *.cs (*.*)', '*.* and *.cs (*.*)'],
    ['*name*.*extension*', '<1:i>name</1:i>.<2:i>extension</2:i>'],
    ['snake_case_name, _vti_bin', 'snake_case_name, _vti_bin'],
    ['~a~ ~~~b~~~', '~a~ ~~~b~~~'],
  ],
  'emphasis beside text without spaces': [
    ['**プラットフォーム:**を', '<1:b>プラットフォーム:</1:b>を'],
    ['これは**「強調」**です', 'これは<1:b>「強調」</1:b>です'],
    ['**設定(S)**をクリック', '<1:b>設定(S)</1:b>をクリック'],
  ],
  'code spans': [
    ['`a` ``b`c`` ` d `', '{1:code a} {2:code b`c} {3:code d}'],
    ['`*a*` **`b`**', '{1:code *a*} <2:b>{3:code b}</2:b>'],
    ['`a ``b', '`a ``b'],
  ],
  'links and images': [
    ['[a](b)', '<1:link>a</1:link>'],
    ['[**a**](b(c)d "t")', '<1:link><2:b>a</2:b></1:link>'],
    ['[`a`](<b c>)', '<1:link>{2:code a}</1:link>'],
    ['![alt *x*](src.png)', '<1:image>alt <2:i>x</2:i></1:image>'],
    ['[![alt](a)](b)', '<1:link><2:image>alt</2:image></1:link>'],
    ['[a](b c)', '[a](b c)'],
    ['[x] (y)', '[x] (y)'],
    ['[[a](b)](c)', '[<1:link>a</1:link>](c)'],
  ],
  'references without known definitions': [
    ['see [the docs][docs] and [Azure][]', 'see <1:link>the docs</1:link> and <2:link>Azure</2:link>'],
    ['[a] [構成]', '[a] [構成]'],
    ['matrix[i][j], int[][], [4][0]', 'matrix[i][j], int[][], [4][0]'],
    ['[in][Kind](kind.md)', '[in]<1:link>Kind</1:link>'],
  ],
  'autolinks and cross references': [
    ['<https://example.org/?a=b>', '{1:autolink https://example.org/?a=b}'],
    ['<me@example.org>', '{1:autolink me@example.org}'],
    ['https://example.org is text', 'https://example.org is text'],
    ['<xref:System.String>', '{1:xref String}'],
    ['<xref:System.Collections.Generic.List%601>', '{1:xref List<T>}'],
    ['<xref:System.String.Format%2A?displayProperty=nameWithType>', '{1:xref String.Format}'],
    ['<xref:System.String.Format*>', '{1:xref Format}'],
    ['<xref:System.String?displayProperty=fullName>', '{1:xref System.String}'],
    ['<xref:System.String.%23ctor(System.Char[])>', '{1:xref String(Char[])}'],
    ['@"microsoft.quantum.canon" @System.String.', '{1:xref canon} {2:xref String}.'],
    [
      'me@contoso.com, @contoso.com, @CustomerID, x@System.String',
      'me@contoso.com, @contoso.com, @CustomerID, x@System.String',
    ],
  ],
  'DocFX forms': [
    ['[!INCLUDE [title](../a.md)] x', '{1:include title} x'],
    ['A[!INCLUDE[net_v45](~/includes/net.md)]', 'A{1:include net_v45}'],
    ['[!NOTE]', '{1:include NOTE}'],
    ['[!VIDEO https://example.org]', '{1:include https://example.org}'],
    ['a[!b] [!メモ]', 'a[!b] [!メモ]'],
  ],
  math: [
    ['the state $\\ket{0}$ of $n$ qubits', 'the state {1:math \\ket{0}} of {2:math n} qubits'],
    ['$$\\sum_i x_i$$', '{1:math \\sum_i x_i}'],
    ['the $i$th', 'the {1:math i}th'],
    ['$5 and $6, $200,$300', '$5 and $6, $200,$300'],
    ['**$False**と**$True**', '<1:b>$False</1:b>と<2:b>$True</2:b>'],
    ['$trueまたは$falseを', '$trueまたは$falseを'],
    ['US$5 to US$6', 'US$5 to US$6'],
    ['$my_path (or "$HOME") see $data_ [$data]', '$my_path (or "$HOME") see $data_ [$data]'],
    ["the $x_1'$th", "the {1:math x_1'}th"],
    ['_$data_: `a` for [$data](a)', '<1:i>$data</1:i>: {2:code a} for <3:link>$data</3:link>'],
    ['$x_1$は $[0, x_i)$ and $\\{a\\}$', '{1:math x_1}は {2:math [0, x_i)} and {3:math \\{a\\}}'],
  ],
  'footnote marks': [
    ['a[^1] b[^note]', 'a{1:footnote 1} b{2:footnote note}'],
    ['終わり[^1]。 end.[^2]', '終わり{1:footnote 1}。 end.{2:footnote 2}'],
    ['[^a-z]* [^1](url)', '[^a-z]* <1:link>^1</1:link>'],
  ],
  'hard and soft breaks': [
    ['a  \nb', 'a{1:lb ↵}b'],
    ['a\\\nb', 'a{1:lb ↵}b'],
    ['a\nb', 'a\nb'],
    ['a<br/>b', 'a{1:lb ↵}b'],
  ],
  HTML: [
    ['<b>a</b> <em>b</em> <u>c</u>', '<1:b>a</1:b> <2:i>b</2:i> <3:u>c</3:u>'],
    ['<a name="x"></a>H', '<1:html></1:html>H'],
    ['<b>a', '<1:b!>a'],
    ['a</b>', 'a</1:b!>'],
    ['**a <b>b** c</b>', '<1:b>a <2:b>b</1:b> c</2:b>'],
    ['<img src="a" alt="A picture">', '{1:html A picture}'],
    ['<!-- a --><?b?><![CDATA[c]]>', '{1:comment}{2:comment}{3:comment}'],
    ['a < b, <<, <1>', 'a < b, <<, <1>'],
    ['use <name of policy>', 'use <1:html!>'],
  ],
  'escapes and references': [
    ['\\*a\\* &lt;b&gt; &copy; &#169; &#xA9; &nbsp;', '*a* <b> © © © \u00a0'],
    ['&notit; &#0; &#x1F; &#xD800; &; &x;', '&notit; &#0; &#x1F; &#xD800; &; &x;'],
    ['\\a \\', '\\a \\'],
    ['!\\[a](b)', '![a](b)'],
  ],
};

describe('parseInline', () => {
  for (const [what, cases] of Object.entries(CASES)) {
    describe(what, () => {
      it.each(cases)('%j', (markdown, reading) => {
        const content = parseInline(markdown);
        expect(show(content)).toBe(reading);
        expect(toMarkdown(content)).toBe(markdown);
      });
    });
  }

  it('takes a shortcut reference only where the article defines it', () => {
    const isDefined = (label: string): boolean => label === 'AZURE PORTAL';
    expect(show(parseInline('[Azure  portal] [構成]', { isDefined }))).toBe('<1:link>Azure  portal</1:link> [構成]');
    expect(read('[Azure portal]')).toBe('[Azure portal]');
  });

  it('says where each code stands in the article', () => {
    const [, code] = parseInline('a `b`', { offset: 100 });
    expect(code).toMatchObject({ kind: 'ph', data: '`b`', range: { start: 102, end: 105 }, equiv: 'b' });
  });

  it('keeps the spelling of a text only when it differs', () => {
    expect(parseInline('a\\*b')).toEqual([{ kind: 'text', text: 'a*b', markdown: 'a\\*b' }]);
    expect(parseInline('a*b')).toEqual([{ kind: 'text', text: 'a*b' }]);
    expect(parseInline('')).toEqual([]);
  });

  it('gives a plain text that reads as the article does', () => {
    expect(toPlainText(parseInline('See <xref:System.String> in `x`,  \n[**A** &amp; B](c)'))).toBe(
      'See String in x,\nA & B',
    );
  });
});

describe('parseInline on input made to be slow', () => {
  const N = 100_000;
  const UNITS = [
    '*',
    '_',
    '~~',
    '[',
    ']',
    '`',
    '<',
    '>',
    '&',
    '\\',
    '$',
    '$$',
    '@',
    '![',
    '](',
    '[a](',
    '[a](b',
    '[a](<b',
    '[a](b "',
    "[a](b '",
    '[a][b',
    '[^',
    '[!',
    '[!NOTE ',
    '[!INCLUDE[',
    '**a *b ',
    '*a_ ',
    '_a*',
    '<a ',
    '<a b="',
    "<a b='",
    '<a x=\' <a y=" ',
    '<!--',
    '<!A',
    '<?',
    '<![CDATA[',
    '</a',
    '<a>',
    '</a>',
    '<xref:',
    '<xref:a(',
    '<http:',
    '<a@b',
    '&#',
    '&amp',
    '&notit;',
    '@"a',
    '@A.',
    '`a``',
    '` ``',
    '  \n',
    ' ',
    '\n',
    '[a]',
    '[[a](b)',
    '*a **b ',
    '**a*b',
    '$a ',
    '$a\n ',
    '\\$$',
  ] as const;
  it.each(UNITS)('%j, 100,000 times', (unit) => {
    const markdown = unit.repeat(N / unit.length);
    expect(toMarkdown(parseInline(markdown, { isDefined: () => false }))).toBe(markdown);
  });
  it.each([
    ['[', ']'],
    ['[', '](b)'],
    ['![', '](b)'],
    ['*a ', ' b*'],
    ['**', '**'],
    ['<b>', '</b>'],
    ['(', ')'],
  ])('%j…%j, 10,000 deep', (open, close) => {
    const markdown = `${open.repeat(10_000)}x${close.repeat(10_000)}`;
    expect(toMarkdown(parseInline(markdown, { isDefined: () => true }))).toBe(markdown);
  });
  it('backtick runs of every length', () => {
    const markdown = Array.from({ length: 600 }, (_, length) => `${'`'.repeat(length + 1)} `).join('');
    expect(codesOf(parseInline(markdown))).toEqual([]);
  });
});
