import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { xliff2js, xliff12ToJs } from 'xliff';
import { type Content, exportToString, fromXliffJs, toXliffJs, type XliffJs } from '../../src/index.js';
import { articleOf, pairsOf } from '../support/pairs.js';
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
