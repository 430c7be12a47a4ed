import { describe, expect, it } from 'vitest';
import {
  exportToString,
  fromXliffJs,
  parseInline,
  toMarkdown,
  toPlainText,
  toXliffJs,
  type XliffJs,
} from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';

const text = pair('1a2b3-102', '**A** & &amp;amp; `b`\r\n<b>*c</b>* \u0001&lt;', 'A **&** "B"');

describe('XLIFF 1.2', () => {
  it('escapes everything once', async () => {
    const document = exportToString([articleOf(text, 'a&"b\'<c>.md')], 'xliff1.2', { trgLang: 'de-DE' });
    expect(document).toContain('original="a&amp;&quot;b\'&lt;c&gt;.md"');
    expect(document).toContain(
      '<target><g id="1" ctype="bold">A</g> &amp; &amp;amp; <x id="2" ctype="x-code" equiv-text="b"/>&#13;',
    );
    expect(document).not.toContain('\u0001');
  });

  it('approves human translations only', () => {
    const article = (type: string): string =>
      exportToString([articleOf(`---\nms.translationtype: ${type}\n---\n${text}`, 'a.md')], 'xliff1.2', {
        trgLang: 'de-DE',
      });
    expect(article('HT')).toContain('<trans-unit id="1a2b3-102" resname="paragraph" approved="yes">');
    expect(article('MT')).toContain('approved="no"');
  });

  it('survives markup that nests ten thousand deep', () => {
    const deep = `${'*a **b '.repeat(5000)}x${'** *'.repeat(5000)}`;
    const article = articleOf(pair('1a2b3-102', deep, 'x'), 'a.md');
    expect(exportToString([article], 'xliff1.2', { trgLang: 'de-DE' })).toContain('</xliff>');
    expect(fromXliffJs(toXliffJs(article), article).segments[0]?.target.length).toBe(parseInline(deep).length);
  });
});

describe('fromXliffJs', () => {
  it('says what it does not know', () => {
    const article = articleOf(pair('1a2b3-102', '**A**', '**B**'), 'a.md');
    const changed: XliffJs = {
      sourceLanguage: 'en-US',
      resources: {
        'a.md': {
          '1a2b3-102': {
            source: 'B',
            target: ['New ', { Span: { id: '1', contents: 'text' } }, { Standalone: { id: '9' } }],
          },
          other: { target: 'x' },
        },
      },
    };
    const { segments, unknownUnits, unknownCodes } = fromXliffJs(changed, article);
    expect(segments.map(({ id, target }) => [id, toMarkdown(target), toPlainText(target)])).toEqual([
      ['1a2b3-102', 'New **text**', 'New text'],
    ]);
    expect(unknownUnits).toEqual(['other']);
    expect(unknownCodes).toEqual(['1a2b3-102 ph 9']);
  });
});
