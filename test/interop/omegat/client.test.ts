import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  type Article,
  type Content,
  diagnosticsOf,
  exportToString,
  articleOf as foundIn,
  mergedOf,
  mergeXliff,
  parseArticle,
  toPlainText,
} from '../../../src/index.js';
import { inScope } from '../../support/interop-scope.js';
import { articleOf, pairsOf } from '../../support/pairs.js';
import { shared } from '../../support/shared.js';
import { isAsWritten } from '../../support/sources.js';
import { type ArticleGroup, sideBySideTrees } from '../every-article.js';
import { describeOmegat, type Project, type Translated, translateProject } from './omegat.js';
import { tagsIn, wordsIn, wordsOf } from './words.js';

/** An article, and the document of it that OmegaT is given. */
interface Given {
  readonly name: string;
  readonly article: Article;
  readonly document: string;
}

const trgLang = 'ja-JP';

function given(articles: readonly Article[]): readonly Given[] {
  return articles.flatMap((article, index) => {
    const own = article.localization.trgLang ?? trgLang;
    const document = exportToString([article], 'xliff1.2', { trgLang: own, client: 'omegat' });
    return document === '' ? [] : [{ name: `${index}.xlf`, article, document }];
  });
}

/** All fixtures with pairs, whatever they are. */
function fixtures(): readonly Article[] {
  const folder = join(import.meta.dirname, '../../../fixtures');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|[/\\])input\.(?:md|yml|xml)$/.test(file))
    .sort()
    .flatMap((file) => foundIn(parseArticle(readFileSync(join(folder, file), 'utf8'), { path: file })) ?? []);
}

/** Samples of trees: of all in one project, or each in its own. */
const trees: readonly (readonly [name: string, articles: () => readonly Article[]])[] = inScope(
  [['articles of all trees', () => sideBySideTrees().flatMap((tree) => articlesOf(tree, 30))]],
  sideBySideTrees().map((tree) => [`articles of ${tree.name}`, () => articlesOf(tree, 300)]),
);

function articlesOf({ articles }: ArticleGroup, most: number): readonly Article[] {
  return articles(most).map(({ article }) => article);
}

/** As docs/clients.md says: no sentences, no propagation. */
function projectOf(all: readonly Given[]): Omit<Project, 'version'> {
  return {
    trgLang,
    sentences: false,
    propagates: false,
    sources: Object.fromEntries(all.map(({ name, document }) => [name, document])),
  };
}

/** What is not as it was: texts, diagnostics, documents that count as edited, of which there may be one in a hundred of whole trees. */
function oddOf(all: readonly Given[], project: Translated): readonly unknown[] {
  let edited = 0;
  return all.flatMap(({ name, article, document }) => {
    const came = project.output(name);
    const result = mergeXliff(article, came);
    const found = diagnosticsOf(result);
    const isSame = mergedOf(result)?.text === article.text && found.length === 0;
    // Documents hold what OmegaT would make of them, but for its line ends: it has nothing to change.
    const hasBreaks = pairsOf(article).some(({ target }) => /[\r\n]/.test(toPlainText(target.content)));
    if (!hasBreaks && !isAsWritten(came)) edited++;
    return isSame && isAsWritten(document) && edited <= inScope(0, all.length / 100)
      ? []
      : [[article.path, isAsWritten(came), mergedOf(result)?.changes, found]];
  });
}

/** Ten segments with and without tags, each the only one with its words, and the pairs that they are. */
function chosen(all: readonly Given[], { segments }: Translated): ReadonlyMap<Translated['segments'][number], string> {
  const pairs = new Map<string, readonly string[]>();
  for (const { name, article } of all) {
    for (const { id, skip, target } of pairsOf(article)) {
      if (skip !== undefined) continue;
      const key = `${name} ${wordsOf(target.content)}`;
      pairs.set(key, [...(pairs.get(key) ?? []), id]);
    }
  }
  const found = new Map<Translated['segments'][number], string>();
  const seen = new Set<string>();
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const shown = ({ translation, source }: (typeof segments)[number]): string => translation ?? source;
  for (const wanted of [true, false]) {
    let count = 0;
    for (const segment of segments.toSorted((a, b) => (hash(shown(a)) < hash(shown(b)) ? -1 : 1))) {
      const text = shown(segment);
      const words = wordsIn(text);
      const ids = pairs.get(`${segment.file} ${words}`) ?? [];
      const [id] = ids;
      if (count === 5 || id === undefined || ids.length > 1 || seen.has(text)) continue;
      if (tagsIn(text).length > 0 !== wanted || !/^\p{L}/u.test(words)) continue;
      if (segments.filter((other) => shown(other) === text).length > 1) continue;
      seen.add(text);
      found.set(segment, id);
      count++;
    }
  }
  return found;
}

const added = '新しい';

/** The codes of a text; emphasis may be written as an element, which `merge` reports. */
function codesIn(content: Content): readonly string[] {
  return content
    .flatMap((inline) => (inline.kind === 'text' ? [] : [inline.data]))
    .map((data) => data.replace(/^(?:[*_]|<\/?em>)$/, 'em').replace(/^(?:\*\*|__|<\/?strong>)$/, 'strong'));
}

/** What OmegaT saves when somebody has written a word before these segments. */
function savedOf(edited: Iterable<Translated['segments'][number]>): string {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const units = Array.from(edited, ({ source, translation, key }) => {
    const props = Object.entries(key).map(([name, value]) => `<prop type="${name}">${escaped(value)}</prop>`);
    const target = `${added}${(translation ?? source).trim()}`;
    return `<tu>${props.join('')}<tuv lang="en-US"><seg>${escaped(source)}</seg></tuv><tuv lang="${trgLang}" changeid="t" changedate="20200102T000000Z"><seg>${escaped(target)}</seg></tuv></tu>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="t" segtype="paragraph" srclang="en-US"/><body>
${units.join('\n')}
</body></tmx>
`;
}

describeOmegat(' with --client omegat', (version) => {
  it.each([['fixtures', fixtures] as const, ...(shared === undefined ? [] : trees)])(
    '%s: untouched, the same bytes; ten edited targets, and nothing else',
    (_, articles) => {
      const all = given(articles());
      const project = projectOf(all);
      const untouched = translateProject({ ...project, version });
      expect(all.length).toBeGreaterThan(20);
      expect(oddOf(all, untouched)).toEqual([]);

      const edited = chosen(all, untouched);
      expect(edited.size).toBe(10);
      const files = new Set([...edited.keys()].map(({ file }) => file));
      const own = { 'project_save.tmx': savedOf(edited.keys()) };
      const translated = translateProject({ ...project, version, own });
      expect(
        oddOf(
          all.filter(({ name }) => !files.has(name)),
          translated,
        ),
      ).toEqual([]);
      for (const { name, article } of all.filter((each) => files.has(each.name))) {
        const result = mergeXliff(article, translated.output(name));
        const ids = [...edited].filter(([{ file }]) => file === name).map(([, id]) => id);
        expect([article.path, diagnosticsOf(result).filter(({ code }) => code !== 'merge/emphasis-rewritten')]).toEqual(
          [article.path, []],
        );
        const merged = articleOf(mergedOf(result)?.text ?? '', article.path);
        const expected = pairsOf(article).map((pair) => {
          if (!ids.includes(pair.id)) return [pair.id, pair.target.text];
          const { content } = pair.target;
          return [pair.id, toPlainText(content).normalize('NFC').replace(/^\s*/, `$&${added}`), codesIn(content)];
        });
        expect(
          pairsOf(merged).map(({ id, target: { text, content } }) => {
            if (!ids.includes(id)) return [id, text];
            return [id, toPlainText(content).normalize('NFC'), codesIn(content)];
          }),
        ).toEqual(expected);
      }
      console.log(`OmegaT ${version}: ${all.length} documents, ${untouched.segments.length} segments`);
    },
  );
});
