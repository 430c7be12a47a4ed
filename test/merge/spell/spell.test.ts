import { describe, expect, it } from 'vitest';
import { exportToString, mergeXliff } from '../../../src/index.js';
import { escapeText } from '../../../src/xml/escapes.js';
import { articleOf, pair } from '../../support/pairs.js';
import { outcomeOf } from '../documents.js';

/** What becomes of a target that is a text, in a paragraph or somewhere else. */
function written(target: string, before = '', behind = ''): string | readonly string[] {
  const article = articleOf(`${before}${pair('1a2b3-102', 'Alt', 'Old')}${behind}\n\n[x]: y.md\n`);
  const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
  const { changes, codes } = outcomeOf(
    mergeXliff(article, document.replace('<target>Alt<', `<target>${escapeText(target)}<`)),
    article,
  );
  return changes?.['1a2b3-102'] ?? codes;
}

describe('a text in a target', () => {
  it.each([
    ['Neu & gut', 'Neu & gut'],
    ['a * b < c', 'a * b < c'],
    ['5 * 3 * 2', '5 * 3 * 2'],
    ['*neu*', '\\*neu*'],
    ['**neu**', '\\*\\*neu**'],
    ['snake_case_name', 'snake_case_name'],
    ['_neu_', '\\_neu_'],
    ['`neu`', '\\`neu`'],
    ['ein ` Strich', 'ein ` Strich'],
    ['[neu](x)', '\\[neu](x)'],
    ['[neu]', '[neu]'],
    ['[x]', '\\[x]'],
    ['![neu](x)', '!\\[neu](x)'],
    ['<b>', '\\<b>'],
    ['List<T>', 'List\\<T>'],
    ['a < b > c', 'a < b > c'],
    ['https://a.b', 'https://a.b'],
    ['<https://a.b>', '\\<https://a.b>'],
    ['&lt;', '&amp;lt;'],
    ['&unknown;', '&unknown;'],
    ['R&D; mehr', 'R&D; mehr'],
    ['\\*', '\\\\*'],
    ['C:\\Temp', 'C:\\Temp'],
    ['C:\\[x]', 'C:\\\\\\[x]'],
    ['$x$', '\\$x$'],
    ['5 $ und 6 $', '5 $ und 6 $'],
    ['~~neu~~', '\\~~neu~~'],
    ['<span data-ttu-id="1a2b3-103">x</span>', '<span data&#45;ttu-id="1a2b3-103">x\\</span>'],
    ['data-ttu-idata-stu-id="1"', 'data&#45;ttu-idata&#45;stu-id="1"'],
    ['# neu', '\\# neu'],
    ['#neu', '#neu'],
    ['- neu', '\\- neu'],
    ['1. neu', '1\\. neu'],
    ['1.5 neu', '1.5 neu'],
    ['> neu', '\\> neu'],
    ['::: neu', '\\::: neu'],
    ['---', '\\---'],
    ['neu\n- zwei', 'neu\n\\- zwei'],
    ['a | b', 'a | b'],
    ['😀 *x*', '😀 \\*x*'],
  ])('is escaped only where it would be markup: %s', (text, expected) => {
    expect(written(text)).toBe(expected);
  });

  it('is spelled for the place where it stands', () => {
    expect(written('1. neu', '## ')).toBe('1. neu');
    expect(written('1. neu', 'Text ')).toBe('1. neu');
    expect(written('1. neu', '- ')).toBe('1\\. neu');
    expect(written('a | b', '| ', ' |')).toBe('a \\| b');
    expect(written('a\nb', '# ')).toEqual(['merge/line-break']);
    expect(written('a\n\nb')).toEqual(['merge/line-break']);
    expect(written('a\nb', 'x\r\n', '\r\n')).toBe('a\r\nb');
  });

  it('keeps the label of a link or an image whole', () => {
    expect(written('a ] b [c]', '[', '](x)')).toBe('a \\] b [c]');
    expect(written('a [ b', '![', '](x.png)')).toBe('a \\[ b');
    expect(written('a ] b')).toBe('a ] b');
  });

  it.each([
    [']', 'Plan \\] b'],
    ['[^1]', 'Plan \\[^1\\] b'],
    ['[a]', 'Plan [a] b'],
  ])('escapes brackets in a label as the partners that they have: %s', (typed, label) => {
    const article = articleOf(pair('1a2b3-102', 'Siehe [Plan](x) und [y](z).', 'See [plan](x) and [y](z).'));
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' }).replace('>Plan<', `>Plan ${typed} b<`);
    expect(outcomeOf(mergeXliff(article, document), article).changes).toEqual({
      '1a2b3-102': `Siehe [${label}](x) und [y](z).`,
    });
  });

  it('escapes brackets that stood there where a link could not have them any more', () => {
    const article = articleOf(pair('1a2b3-102', '> [[Neu] a [b]](x.md) *c*', '> [New [a] b](x.md) *c*'));
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
    const changed = document.replace(/(<target>.*?)(<pc [^>]*>)\[Neu/, '$1[$2Neu');
    expect(changed).not.toBe(document);
    expect(outcomeOf(mergeXliff(article, changed), article).changes).toEqual({
      '1a2b3-102': '> \\[[Neu\\] a \\[b\\]](x.md) *c*',
    });
  });

  it('has references in the place of backslashes in HTML', () => {
    expect(written('*neu* <b>', '<table>\n<tr><td>', '</td></tr>\n</table>')).toBe('&#42;neu* &#60;b>');
  });

  it('never touches what did not change in a table', () => {
    const article = articleOf(`| a |\n| - |\n| ${pair('1a2b3-102', 'Alt `a|b` x|y', 'Old `a|b` x|y')} |\n`);
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
    expect(outcomeOf(mergeXliff(article, document.replace('>Alt', '>Neu')), article).changes).toEqual({
      '1a2b3-102': 'Neu `a|b` x|y',
    });
  });

  it('does not run into code spans', () => {
    const article = articleOf(pair('1a2b3-102', '`a` und `b`', '`a` and `b`'));
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
    const merged = (found: string, other: string): ReturnType<typeof outcomeOf> =>
      outcomeOf(mergeXliff(article, document.replace(found, other)), article);
    const [, first = ''] = /<target>(<ph[^>]*>) und/.exec(document) ?? [];
    expect(merged(`<target>${first} und`, `<target>${first}\`\` und`).changes).toEqual({
      '1a2b3-102': '`a`\\`\\` und `b`',
    });
    expect(merged(`<target>${first} und `, `<target>${first}`).codes).toEqual(['merge/unwritable-code']);
  });

  it('has quotes by their numbers where they would be read as a code span that is gone', () => {
    const article = articleOf(
      pair('1a2b3-102', 'Bei `b` und *c* steht "b" oder \'b\'', 'At `b` and *c* is "b" or \'b\''),
    );
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
    const { changes, codes } = outcomeOf(
      mergeXliff(article, document.replace(/(<target>Bei )<ph[^>]*> und <pc.*?<\/pc>/, '$1c')),
      article,
    );
    expect(codes).toEqual(['merge/deleted-code', 'merge/deleted-code']);
    expect(changes).toEqual({ '1a2b3-102': 'Bei c steht &#34;b" oder &#39;b\'' });
  });

  it('is never slower than in proportion to its length', () => {
    const words = 'Wort *x* _y_ `z` [a](b) &lt;b&gt; '.repeat(3000);
    expect(written(words)).toMatch(/^Wort \\\*x/);
  });

  it('keeps the spelling that the article has where it did not change', () => {
    const article = articleOf(pair('1a2b3-102', 'Alt &lt;b&gt; \\*, &nbsp;x', 'Old &lt;b&gt; \\*'));
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
    expect(outcomeOf(mergeXliff(article, document.replace('<target>Alt', '<target>Neu')), article).changes).toEqual({
      '1a2b3-102': 'Neu &lt;b&gt; \\*, &nbsp;x',
    });
  });

  it('keeps the line ends of the article, whatever the tool made of them', () => {
    const article = articleOf(pair('1a2b3-102', 'Alt\r\nzwei', 'Old\r\ntwo'));
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' }).replaceAll('&#13;', '');
    expect(outcomeOf(mergeXliff(article, document), article)).toEqual({ changes: {}, codes: [] });
    expect(outcomeOf(mergeXliff(article, document.replace('Alt\nzwei', 'Neu\nzwei\ndrei')), article).changes).toEqual({
      '1a2b3-102': 'Neu\r\nzwei\r\ndrei',
    });
    const kept = exportToString([article], 'xliff', { trgLang: 'de-DE' });
    expect(outcomeOf(mergeXliff(article, kept.replace('>Alt', '>Neu').replace('zwei', 'drei')), article)).toEqual({
      changes: { '1a2b3-102': 'Neu\r\ndrei' },
      codes: [],
    });
  });
});

describe('a code', () => {
  it.each(['`a\r\nb`', '`a\u0007b`'])('is the same whatever XML makes of its data: %j', (code) => {
    const article = articleOf(pair('1a2b3-102', `Alt ${code}`, `Old ${code}`));
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' }).replaceAll('&#13;', '');
    expect(outcomeOf(mergeXliff(article, document), article)).toEqual({ changes: {}, codes: [] });
    expect(outcomeOf(mergeXliff(article, document.replace('>Alt', '>Neu')), article).changes).toEqual({
      '1a2b3-102': `Neu ${code}`,
    });
  });
});

describe('the title, and pairs in YAML', () => {
  const edited = (title: string, target: string): string => {
    const article = articleOf(`---\ntitle: ${title}\n---\n# ${pair('1a2b3-102', 'Alt', 'Old')}\n`);
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
    const merged = mergeXliff(article, document.replace('<target>Alt<', `<target>${escapeText(target)}<`));
    return merged._tag === 'Left' ? '' : (/title: (.*)/.exec(merged.right.text)?.[1] ?? '');
  };

  it('are quoted where they have to be', () => {
    expect(edited('Alt', 'Neu')).toBe('Neu');
    expect(edited('Alt', 'Neu: gut')).toBe('"Neu: gut"');
    expect(edited('"Alt"', 'Neu "gut"')).toBe('"Neu \\"gut\\""');
    expect(edited("'Alt'", "Neu's")).toBe("'Neu''s'");
  });

  it('stay in their double quotes', () => {
    const tags = pair('1a2b3-102', 'Alt', 'Old').replaceAll('"', '\\"');
    const article = articleOf(`### YamlMime:Landing\nsummary: "${tags}"\n`);
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
    const merged = mergeXliff(article, document.replace('<target>Alt<', '<target>Neu "gut" \\o/<'));
    expect(outcomeOf(merged, article).changes).toEqual({ '1a2b3-102': 'Neu "gut" \\o/' });
    expect(merged._tag === 'Left' ? '' : merged.right.text).toContain('>Neu \\"gut\\" \\\\o/</span>');
  });
});

describe('pairs in YAML that is not double-quoted', () => {
  const merged = (yaml: string, target: string): ReturnType<typeof outcomeOf> => {
    const article = articleOf(yaml.replace('%', () => pair('1a2b3-102', 'Alt', 'Old')));
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
    return outcomeOf(mergeXliff(article, document.replace('<target>Alt<', `<target>${target}<`)), article);
  };
  const plain = '### YamlMime:Landing\nsummary: %\n';
  const single = "---\nsummary: '%'\nx: y\n---\n";
  const folded = '---\nsummary: >\n  %\nx: y\n---\n';

  it.each([
    [single, "Neu's"],
    [folded, 'Neu\nzwei'],
  ])('%j does not take %j', (yaml, target) => {
    expect(merged(yaml, target)).toEqual({ changes: {}, codes: ['merge/unwritable'] });
  });

  it.each([
    [plain, "Neu's"],
    [single, 'Neu: gut # 1'],
    [folded, "Neu: gut's"],
  ])('%j takes %j', (yaml, target) => {
    expect(merged(yaml, target)).toEqual({ changes: { '1a2b3-102': target }, codes: [] });
  });

  it('are only text where the header was no YAML before', () => {
    expect(merged('---\na: [\nb: %\n---\n', 'Neu: gut').changes).toEqual({ '1a2b3-102': 'Neu: gut' });
  });

  it('may stand below a title that is a list', () => {
    expect(merged('---\ntitle: [a, b]\n---\n%\n', 'Neu').changes).toEqual({ '1a2b3-102': 'Neu' });
  });
});

describe('emphasis beside text without spaces', () => {
  const merged = (target: string, edit: readonly [string, string]): ReturnType<typeof outcomeOf> => {
    const article = articleOf(pair('1a2b3-102', target, 'Choose **Settings** and *go*.'));
    const document = exportToString([article], 'xliff', { trgLang: 'ja-JP' });
    return outcomeOf(mergeXliff(article, document.replace(...edit)), article);
  };

  it('is written as an element where CommonMark would not see its markers', () => {
    expect(merged('**設定** を選び、*進む*。', ['>設定</pc> を', '>設定:</pc>を'])).toEqual({
      changes: { '1a2b3-102': '<strong>設定:</strong>を選び、*進む*。' },
      codes: ['merge/emphasis-rewritten'],
    });
    expect(merged('**設定**を選び、 *進む*。', ['>進む</pc>', '>「進む」</pc>次'])).toEqual({
      changes: { '1a2b3-102': '**設定**を選び、 <em>「進む」</em>次。' },
      codes: ['merge/emphasis-rewritten'],
    });
  });

  it('is written as an element where two pairs touch, where it is empty, or beside a symbol', () => {
    expect(merged('**設定**を *進む*。', ['</pc>を <', '</pc><']).changes).toEqual({
      '1a2b3-102': '**設定***進む*。'.replace('**設定**', '<strong>設定</strong>'),
    });
    expect(merged('**設定**を *進む*。', ['>設定</pc>', '></pc>']).changes).toEqual({
      '1a2b3-102': '<strong></strong>を *進む*。',
    });
    expect(merged('「 **(設定)** を *進む*。', ['「 <', '😀<']).changes).toEqual({
      '1a2b3-102': '😀<strong>(設定)</strong> を *進む*。',
    });
  });

  it('is nothing that was typed as text, also where it looks like damage', () => {
    const article = articleOf(pair('1a2b3-102', '**設定**を 進む。', 'Choose **Settings** and go.'));
    const document = exportToString([article], 'xliff', { trgLang: 'ja-JP' });
    const merged = mergeXliff(article, document.replace('</target>', '\\*\\*,</target>'));
    expect(outcomeOf(merged, article).changes).toEqual({ '1a2b3-102': '**設定**を 進む。\\\\\\*\\\\*,' });
  });

  it('is seen with what the next pair starts with', () => {
    const of = (behind: string): ReturnType<typeof outcomeOf> => {
      const article = articleOf(pair('1a2b3-102', '**設定:** ', '**Settings:** ') + behind);
      const document = exportToString([article], 'xliff', { trgLang: 'ja-JP' });
      return outcomeOf(mergeXliff(article, document.replace('設定:</pc> ', '構成:</pc>')), article);
    };
    expect(of(pair('1a2b3-103', 'を選ぶ', 'Choose')).changes).toEqual({ '1a2b3-102': '<strong>構成:</strong>' });
    expect(of(` ${pair('1a2b3-103', 'を選ぶ', 'Choose')}`).changes).toEqual({ '1a2b3-102': '**構成:**' });
    expect(of('').changes).toEqual({ '1a2b3-102': '**構成:**' });
  });

  it('does not end at a marker that was typed in it', () => {
    expect(merged('**設定**を *進む*。', ['>設定</pc>', '>設*%定</pc>']).changes).toEqual({
      '1a2b3-102': '**設\\*%定**を *進む*。',
    });
    expect(merged('**設定**を *進む*。', ['>設定</pc>', '>5 * 3</pc>']).changes).toEqual({
      '1a2b3-102': '**5 * 3**を *進む*。',
    });
  });

  it('stays as it is where it is seen, or did not change', () => {
    expect(merged('**設定**を選び、*進む*。', ['>設定</pc>', '>構成</pc>']).changes).toEqual({
      '1a2b3-102': '**構成**を選び、*進む*。',
    });
    expect(merged('**設定:**を選び、*進む*。', ['進む</pc>。', '進む</pc>!']).changes).toEqual({
      '1a2b3-102': '**設定:**を選び、*進む*!',
    });
  });

  it('is mended where a tool had escaped its markers', () => {
    expect(merged('\\*\\*設定\\*\\*を選び、*進む*。', ['>設定</pc>', '>構成</pc>']).changes).toEqual({
      '1a2b3-102': '**構成**を選び、*進む*。',
    });
  });
});
