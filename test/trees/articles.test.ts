import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Article, codesOf, exportToString, toMarkdown, validateTmx, validateXliff } from '../../src/index.js';
import { namedPieces, piecesOf, piecesOfTmx, piecesOfXliff, trimmedPieces } from '../support/contents.js';
import { tellWhereCorporaAreMissing } from '../support/missing.js';
import { articleOf, pairsOf } from '../support/pairs.js';
import { corpora, markdownFiles, pairsPerFile, unpack } from '../support/shared.js';
import { type Element, elementsOf, readXml, textOf } from '../support/xml.js';

/** Every pair replaced by its target, and nothing else. */
function targetSide(article: Article): string {
  let text = '';
  let end = 0;
  for (const { range, target } of pairsOf(article)) {
    text += article.text.slice(end, range.start) + article.text.slice(target.range.start, target.range.end);
    end = range.end;
  }
  return text + article.text.slice(end);
}

const trimmed = (text: string): string => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');

const child = (element: Element | undefined, name: string): Element | undefined =>
  element === undefined ? undefined : elementsOf(element, name)[0];

tellWhereCorporaAreMissing();

describe.each(corpora)('%s', (name, counts) => {
  const root = unpack(`${name}.sxs`);
  const articles = markdownFiles(root).map((file) => articleOf(readFileSync(join(root, file), 'utf8'), file));

  it('gives the pairs that were counted, in all and file by file', () => {
    const found = new Map(articles.map((article) => [article.path, pairsOf(article).length]));
    expect(found).toEqual(pairsPerFile(name));
    expect(articles.length).toBe(counts.files);
    expect([...found.values()].filter((pairs) => pairs > 0).length).toBe(counts.filesWithPairs);
    expect([...found.values()].reduce((sum, pairs) => sum + pairs, 0)).toBe(counts.pairs);
  });

  it('gives the published file when every pair is replaced by its target', () => {
    const live = unpack(`${name}.live`);
    const published = articles.filter(
      (article) => pairsOf(article).length > 0 && existsSync(join(live, article.path ?? '')),
    );
    const exact = published.filter(
      (article) => targetSide(article) === readFileSync(join(live, article.path ?? ''), 'utf8'),
    );
    expect(published.length).toBe(counts.live);
    expect(exact.length).toBeGreaterThanOrEqual(counts.liveByteExact);
  });

  it('has offsets that slice back to what they name', () => {
    const wrong = articles.flatMap((article) =>
      pairsOf(article).filter(({ id, range, source, target }) => {
        const spelled = `<span data-ttu-id="${id}">${target.text}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source.text}</span></span>`;
        return article.text.slice(range.start, range.end) !== spelled;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('has codes that slice back to their data, and contents that give the Markdown back', () => {
    const wrong = articles.flatMap((article) =>
      pairsOf(article)
        .flatMap(({ source, target }) => [source, target])
        .filter(
          ({ text, content }) =>
            toMarkdown(content) !== text ||
            codesOf(content).some(({ data, range }) => article.text.slice(range.start, range.end) !== data),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it.each(['block', 'pair'] as const)('reads the same contents back from XLIFF (units: %s)', (units) => {
    for (const article of articles) {
      const pairs = pairsOf(article).filter(({ skip }) => skip === undefined);
      if (pairs.length === 0) continue;
      const document = readXml(exportToString([article], 'xliff', { trgLang: 'ja-JP', units }));
      const read = elementsOf(document, 'unit')
        .filter(({ attributes }) => attributes['name'] !== 'title')
        .flatMap((unit) =>
          elementsOf(unit, 'segment').map((segment) => [
            segment.attributes['id'],
            piecesOfXliff(unit, child(segment, 'source')),
            piecesOfXliff(unit, child(segment, 'target')),
          ]),
        );
      const written = pairs.map(({ id, source, target }) => [id, piecesOf(source.content), piecesOf(target.content)]);
      expect(read, article.path).toEqual(written);
    }
  });

  it('is written as XLIFF and TMX in which our own validators find nothing wrong', () => {
    // The validators take their time: every tenth article, in both forms of XLIFF.
    const some = articles.filter((article, index) => index % 10 === 0 && pairsOf(article).length > 0);
    const errors = some.flatMap((article) =>
      [
        ...(['block', 'pair'] as const).flatMap((units) =>
          validateXliff(exportToString([article], 'xliff', { trgLang: 'ja-JP', units })),
        ),
        ...validateTmx(exportToString([article], 'tmx', { trgLang: 'ja-JP' })),
      ].filter(({ severity }) => severity === 'error'),
    );
    expect(errors).toEqual([]);
    expect(some.length).toBeGreaterThan(100);
  });

  it('reads the same Markdown back from XLIFF without codes', () => {
    for (const article of articles) {
      const pairs = pairsOf(article).filter(({ skip }) => skip === undefined);
      if (pairs.length === 0) continue;
      const document = readXml(exportToString([article], 'xliff', { trgLang: 'ja-JP', inline: 'text' }));
      const read = elementsOf(document, 'segment').map((segment) => [
        textOf(child(segment, 'source')),
        textOf(child(segment, 'target')),
      ]);
      const written = pairs.map(({ source, target }) => [source.text, target.text]);
      expect(article.units[0]?.block === 'title' ? read.slice(1) : read, article.path).toEqual(written);
    }
  });

  it('reads the same Markdown back from TMX without codes, but for the white space at the ends', () => {
    const document = readXml(exportToString(articles, 'tmx', { trgLang: 'ja-JP', inline: 'text' }));
    const read = elementsOf(document, 'tu').map((tu) => elementsOf(tu, 'seg').map(textOf));
    const pairs = articles.flatMap(pairsOf).filter(({ skip }) => skip === undefined);
    expect(read.length).toBe(pairs.length);
    expect(read).toEqual(pairs.map(({ source, target }) => [trimmed(source.text), trimmed(target.text)]));
  });

  it('reads the same contents back from TMX, but for the white space at the ends', () => {
    const document = readXml(exportToString(articles, 'tmx', { trgLang: 'ja-JP' }));
    const read = elementsOf(document, 'tu').map((tu) => elementsOf(tu, 'seg').map(piecesOfTmx));
    const pairs = articles.flatMap(pairsOf).filter(({ skip }) => skip === undefined);
    expect(read.length).toBe(pairs.length);
    const written = pairs.map(({ source, target }) => {
      const [left, right] = [piecesOf(source.content), piecesOf(target.content)];
      return [namedPieces(left, right), namedPieces(right, left)].map(trimmedPieces);
    });
    expect(read).toEqual(written);
    const tuids = elementsOf(document, 'tu').map(({ attributes }) => attributes['tuid']);
    expect(new Set(tuids).size).toBe(tuids.length);
  });
});
