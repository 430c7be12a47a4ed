import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLeft } from 'fp-ts/lib/These.js';
import { describe, expect, it } from 'vitest';
import {
  type Article,
  diagnosticsOf,
  exportToString,
  mergedOf,
  mergeTmx,
  mergeXliff,
  parseArticle,
  segmentsOf,
  validateTmx,
  validateXliff,
} from '../../../src/index.js';
import { viewCorpus } from '../../../src/node.js';
import { isHandedChange } from '../../../src/view/correct/hand-over/hand-over.js';
import type { SegmentWork } from '../../../src/view/correct/work.js';
import { type PageContent, type PageData, piecesOf } from '../../../src/view/page-data.js';
import { toPageArticle } from '../../../src/view/view-model.js';
import { temporaryFolder } from '../../support/cli.js';
import { documentsOf, fixtureArticles } from './handed-documents.js';
import { entriesOf } from './page.js';

/** Whether a text is that of an article, but for the targets of some segments. */
function differsOnlyIn(ids: ReadonlySet<string>, article: Article, text: string): boolean {
  const ranges = [...segmentsOf(article)]
    .filter(({ id }) => ids.has(id))
    .map(({ target }) => target.range)
    .sort((one, other) => one.start - other.start);
  let at = 0;
  let read = 0;
  for (const { start, end } of ranges) {
    const kept = article.text.slice(read, start);
    const found = text.indexOf(kept, at);
    if (found < 0 || (read === 0 && found > 0)) return false;
    at = found + kept.length;
    read = end;
  }
  return text.slice(at).endsWith(article.text.slice(read));
}

/** Texts, and the ids of codes: emphasis may be written in another way. */
function shown(content: PageContent): string {
  return piecesOf(content)
    .map((piece) => (typeof piece === 'string' ? piece.replace(/\r\n?/g, '\n') : `{${piece.kind} ${piece.id}}`))
    .join('');
}

/** The ids of the segments that a review page shows as changed, with their targets. */
async function shownAsChanged(input: string, changes: string): Promise<ReadonlyMap<string, string>> {
  const output = join(temporaryFolder(), 'page.html');
  await viewCorpus([input], { output, changes, trgLang: 'de-DE' });
  const html = readFileSync(output, 'utf8');
  const data: PageData = JSON.parse(
    /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '',
  );
  const entries = data.articles.flatMap(entriesOf);
  expect(entries.flatMap(({ segment: { refused } }) => refused ?? [])).toEqual([]);
  return new Map(
    entries.flatMap(({ segment: { id, changed } }) => (changed === undefined ? [] : [[id, shown(changed)]])),
  );
}

function trimmed(text: string): string {
  return text.trim();
}

const targetsOf = (works: readonly SegmentWork[]): ReadonlyMap<string, string> =>
  new Map(works.map(({ id, target, corrected }) => [id, shown(corrected ?? target)]));

describe.each(fixtureArticles().map((article) => [article.path ?? '', article] as const))(
  'what is handed over of %s',
  (path, article) => {
    const { xliff, tmx, work, trgLang } = documentsOf(article);
    const changed = work.segments.filter(isHandedChange);

    it('is valid', () => {
      expect(changed.length).toBeGreaterThan(0);
      expect([...validateXliff(xliff)]).toEqual([]);
      expect([...validateTmx(tmx)]).toEqual([]);
    });

    it('is merged as it is, and nothing else of the article is another', () => {
      const asItIs = (text: string): string => text;
      for (const [document, wanted, spaced] of [
        [mergeXliff(article, xliff), changed, asItIs],
        // A memory does not speak of a title, nor of white space at the ends.
        [mergeTmx(article, tmx, { trgLang }), changed.filter(({ recovered }) => !recovered), trimmed],
      ] as const) {
        expect(diagnosticsOf(document).filter(({ severity }) => severity === 'error')).toEqual([]);
        const merged = parseArticle(mergedOf(document)?.text ?? '', { path });
        if (isLeft(merged)) throw new Error('There is no article.');
        const ids = new Set(wanted.map(({ id }) => id));
        expect(mergedOf(document)?.changes.map(({ id }) => id)).toEqual([...ids]);
        expect(differsOnlyIn(ids, article, merged.right.text)).toBe(true);
        // A title that is another one is not recovered from the front matter any more.
        const targets = targetsOf(wanted.filter(({ recovered }) => !recovered));
        const given = entriesOf(toPageArticle({ article: merged.right, trgLang }));
        for (const { segment } of given) {
          const target = targets.get(segment.id);
          if (target !== undefined) expect(spaced(shown(segment.target))).toBe(spaced(target));
        }
      }
    });

    it('is shown by a page of changes, as is the article that it was merged into', async () => {
      const folder = temporaryFolder();
      const file = (name: string, text: string): string => {
        writeFileSync(join(folder, name), text);
        return join(folder, name);
      };
      const name = path.split('/').at(-1) ?? '';
      const before = file(name, article.text);
      const wanted = targetsOf(changed);
      expect(await shownAsChanged(before, file('handed.xlf', xliff))).toEqual(wanted);
      const merged = parseArticle(mergedOf(mergeXliff(article, xliff))?.text ?? '', { path });
      if (isLeft(merged)) throw new Error('There is no article.');
      const after = exportToString([{ ...merged.right, path: name }], 'xliff', { trgLang });
      // A title that is not recovered is in no document.
      const pairs = targetsOf(changed.filter(({ recovered }) => !recovered));
      expect(await shownAsChanged(before, file('after.xlf', after))).toEqual(pairs);
    });
  },
);
