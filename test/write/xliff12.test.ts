import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { xliff2js, xliff12ToJs } from 'xliff';
import {
  type Content,
  exportToString,
  fromXliffJs,
  parseInline,
  toMarkdown,
  toPlainText,
  toXliffJs,
  type XliffJs,
} from '../../src/index.js';
import { articleOf, pair, pairsOf } from '../support/pairs.js';
import { corpora, markdownFiles, unpack } from '../support/shared.js';

/** The text and the codes, without how escapes were spelled: that is not in an XLIFF. */
const plain = (content: Content): unknown => content.map((inline) => (inline.kind === 'text' ? inline.text : inline));

/** What the readers of the package keep: they drop a line break at the end of a text. */
const trimmed = (content: Content): unknown =>
  content
    .map((inline) => (inline.kind === 'text' ? inline.text.replace(/\n\s*$/, '') : inline))
    .filter((part) => part !== '');

/** `xliff2js` drops white space between codes, too. */
const withoutSpaces = (content: Content): unknown =>
  content
    .map((inline) => (inline.kind === 'text' ? inline.text.replace(/\n\s*$/, '') : inline))
    .filter((part) => typeof part !== 'string' || part.trim() !== '');

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
  it('tells what it does not know', () => {
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

describe.each(corpora)('%s', (name) => {
  const root = unpack(`${name}.sxs`);
  const articles = markdownFiles(root)
    .map((file) => articleOf(readFileSync(join(root, file), 'utf8'), file))
    .filter((article) => pairsOf(article).length > 0);

  it('comes back from the JavaScript form without loss', () => {
    for (const article of articles) {
      const { segments, unknownCodes, unknownUnits } = fromXliffJs(toXliffJs(article), article);
      expect([...unknownCodes, ...unknownUnits]).toEqual([]);
      const read = new Map(segments.map(({ id, source, target }) => [id, [plain(source), plain(target)]]));
      for (const { id, source, target, skip } of pairsOf(article)) {
        if (skip === undefined)
          expect(read.get(id), `${article.path} ${id}`).toEqual([plain(source.content), plain(target.content)]);
      }
    }
  });

  it.each([
    ['XLIFF 2.0 with a unit for each pair', 'xliff', xliff2js, withoutSpaces],
    ['XLIFF 1.2', 'xliff1.2', (xml: string) => xliff12ToJs(xml, { captureSpacesBetweenElements: true }), trimmed],
  ] as const)(
    'comes back from %s through the package, as far as that keeps white space',
    async (_, format, read, kept) => {
      for (const article of articles) {
        const document = exportToString([article], format, { units: 'pair', trgLang: 'ja-JP' });
        const { segments, unknownCodes, unknownUnits } = fromXliffJs((await read(document)) as XliffJs, article);
        expect([...unknownCodes, ...unknownUnits], article.path).toEqual([]);
        const sides = new Map(segments.map(({ id, source, target }) => [id, [kept(source), kept(target)]]));
        for (const { id, source, target, skip } of pairsOf(article)) {
          if (skip !== undefined) continue;
          expect(sides.get(id), `${article.path} ${id}`).toEqual([kept(source.content), kept(target.content)]);
        }
      }
    },
  );
});
